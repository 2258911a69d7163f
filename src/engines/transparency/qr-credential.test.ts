import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import { err, ok, unwrap } from "../../kernel/result.ts";
import { decodeLetters, encodeLetters } from "./qr-alphabet.ts";
import { encodeQrCredential, verifyQrCredential } from "./qr-credential.ts";
import { noteSigner } from "./signed-note.ts";

const signer = noteSigner("thidua.chodon.backan.gov.vn/log", new Uint8Array(32).fill(7));
const keys = [signer.verifier];
const BASE = "https://thidua.chodon.backan.gov.vn";
const CODE = "CHODON-7K3M9Q2T";
const award = {
  recipient: "Nông Thị Nguyệt Ánh",
  honour: "grassroots_emulation_fighter",
  unit: "Trường Tiểu học Bằng Lũng",
  decision_number: "4512/QĐ-UBND",
  decided_on: plainDate("2021-12-27"),
};

describe("the QR code's text", () => {
  it("carries the facts whole within 300 bytes and opens with the key", () => {
    const { text, cut } = unwrap(encodeQrCredential(BASE, CODE, award, signer));
    expect(text.startsWith(`${BASE}/verify/${CODE}#`)).toBe(true);
    expect(text.length).toBeLessThanOrEqual(300);
    expect(cut).toEqual([]);
    expect(verifyQrCredential(text, keys)).toEqual(ok({ code: CODE, award }));
  });

  it("cuts the unit, never the name, when both are long", () => {
    const recipient = "Hoàng Nguyễn Phương Thị Nguyệt Quỳnh Ánh";
    const unit = "Trường Phổ thông Dân tộc Bán trú Trung học cơ sở xã Yên Thượng";
    expect([recipient.length, unit.length]).toEqual([40, 62]);
    const { text, cut } = unwrap(encodeQrCredential(BASE, CODE, { ...award, recipient, unit }, signer));
    expect(text.length).toBeLessThanOrEqual(300);
    expect(cut).toEqual(["unit"]);
    const opened = unwrap(verifyQrCredential(text, keys)).award;
    expect(opened.recipient).toBe(recipient);
    expect(opened.unit).toBe("Trường Phổ thông Dân tộc Bán trú Trung…");
  });

  it("stays within 300 bytes for any Vietnamese text, or says that it does not fit", () => {
    const letters = fc.constantFrom(..."aăâbcdđeêghiklmnoôơpqrstuưvxyẾỄộỬ ".split(""));
    const words = (max: number) => fc.array(letters, { maxLength: max }).map((list) => list.join(""));
    fc.assert(
      fc.property(words(60), words(120), words(40), (recipient, unit, decision_number) => {
        const made = encodeQrCredential(BASE, CODE, { ...award, recipient, unit, decision_number }, signer);
        const { text } = unwrap(made);
        expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(300);
        expect(unwrap(verifyQrCredential(text, keys)).award.recipient).toBe(recipient.normalize("NFC"));
      }),
    );
    expect(encodeQrCredential(BASE.repeat(6), CODE, award, signer)).toEqual(err("does_not_fit"));
  });

  it("does not open when any character is changed, the code's included", () => {
    const { text } = unwrap(encodeQrCredential(BASE, CODE, award, signer));
    for (let at = BASE.length + "/verify/".length; at < text.length; at += 1) {
      const other = text[at] === "A" ? "B" : "A";
      if (text[at] === "#") continue;
      expect(verifyQrCredential(text.slice(0, at) + other + text.slice(at + 1), keys).ok).toBe(false);
    }
    expect(verifyQrCredential(text, [noteSigner("x", new Uint8Array(32)).verifier])).toEqual(err("wrong_signature"));
    expect(verifyQrCredential(text.replace("#", ""), keys)).toEqual(err("malformed"));
  });
});

describe("the QR alphabet", () => {
  it("spends one byte on every Vietnamese letter and gives every text back", () => {
    const all = "ẮẰẲẴẶắằẳẵặÝỲỶỸỴýỳỷỹỵĐđƯư – ’";
    expect(encodeLetters(all).length).toBe(all.length);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(decodeLetters(encodeLetters(text))).toBe(text.normalize("NFC"));
      }),
    );
  });
});
