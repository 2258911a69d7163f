import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { describe, expect, it, vi } from "vitest";
import { ballotIdOf, makeBallotKey, readPublicKey, receiptCode as codeOf, signBlinded, verifyToken } from "../../../../engines/ballots/index.ts";
import { blind, finalize } from "./blind-rsa.ts";
import { castAll, type CastResult, MAX_DELAY_MS, randomBelow, shuffled } from "./cast.ts";
import { askPhase, fetchSignatures, IssueRefused } from "./exchange.ts";
import { isGone, isPrepared, isReady, keep, recall, type Store } from "./keep.ts";
import { finish, prepare } from "./prepare.ts";
import type { BallotPage, Cast, Prepared } from "./protocol.ts";
import { receiptCode } from "./receipt.ts";

const cast = (name: string, choice: Cast["choice"] = "agree"): Cast => ({ ballot_id: name, token: `token of ${name}`, signature: `signature of ${name}`, choice });

describe("prepare and finish", () => {
  it("make, with the server's blind signature, a ballot that the server takes and cannot recognise", async () => {
    const key = await makeBallotKey();
    const paper = { ballot_id: "b-1", public_key: key.publicKey };
    const prepared = await prepare(paper);
    const signed = signBlinded(key.privateKey, prepared.blinded);
    if (!signed.ok) throw new Error(signed.error);
    const { token, signature } = await finish({ ...prepared, ...paper, blind_signature: signed.value });
    const publicKey = readPublicKey(key.publicKey);
    expect([ballotIdOf(token), publicKey !== null && verifyToken(publicKey, token, signature)]).toEqual(["b-1", true]);
    expect([signature === signed.value, prepared.blinded.includes(token)]).toEqual([false, false]);
    expect(await receiptCode(token)).toBe(codeOf(token));
  });

  it("refuse a signature that is not the ballot key's, and a key that is unsound", async () => {
    const [key, other] = await Promise.all([makeBallotKey(), makeBallotKey()]);
    const paper = { ballot_id: "b-1", public_key: key.publicKey };
    const prepared = await prepare(paper);
    const small = Buffer.concat([Buffer.alloc(1), Buffer.from(prepared.blinded, "base64").subarray(1)]).toString("base64");
    const signed = signBlinded(other.privateKey, small);
    if (!signed.ok) throw new Error(signed.error);
    await expect(finish({ ...prepared, ...paper, blind_signature: signed.value })).rejects.toThrow("invalid signature");
    const weak = await crypto.subtle.generateKey({ name: "RSA-PSS", hash: "SHA-384", modulusLength: 1024, publicExponent: Uint8Array.from([1, 0, 1]) }, true, ["sign", "verify"]);
    const public_key = Buffer.from(await crypto.subtle.exportKey("spki", weak.publicKey)).toString("base64");
    await expect(prepare({ ballot_id: "b-1", public_key })).rejects.toThrow("unsound public key");
  });
});

describe("blinding with the numbers of the language", () => {
  const suite = RSABSSA.SHA384.PSS.Deterministic();
  const token = new TextEncoder().encode("thidua-ballot-v1\nb-1\n00");
  const keys = async () => {
    const pair = await crypto.subtle.generateKey({ name: "RSA-PSS", hash: "SHA-384", modulusLength: 2048, publicExponent: Uint8Array.from([1, 0, 1]) }, true, ["sign", "verify"]);
    return { pair, theirs: RSABSSA.SHA384.PSS.Deterministic({ supportsRSARAW: false }) };
  };

  it("is understood by another implementation, and the other way round", async () => {
    const { pair, theirs } = await keys();
    const ours = await blind(pair.publicKey, token);
    const signature = await suite.finalize(pair.publicKey, token, await theirs.blindSign(pair.privateKey, ours.blinded), ours.inverse);
    expect(await suite.verify(pair.publicKey, signature, token)).toBe(true);
    const { blindedMsg, inv } = await suite.blind(pair.publicKey, token);
    const blindSignature = await theirs.blindSign(pair.privateKey, blindedMsg);
    const finalized = await finalize(pair.publicKey, token, blindSignature, inv);
    // Finalize is deterministic: both get the very same bytes.
    expect([...finalized]).toEqual([...(await suite.finalize(pair.publicKey, token, blindSignature, inv))]);
  });

  it("blinds anew each time, and refuses lengths that are none", async () => {
    const { pair } = await keys();
    const [one, two] = [await blind(pair.publicKey, token), await blind(pair.publicKey, token)];
    expect([one.blinded.length, one.inverse.length, [...one.blinded].join() === [...two.blinded].join()]).toEqual([256, 256, false]);
    await expect(finalize(pair.publicKey, token, new Uint8Array(255), one.inverse)).rejects.toThrow("unexpected input size");
    await expect(finalize(pair.publicKey, token, one.blinded, one.inverse)).rejects.toThrow("invalid signature");
  });
});

describe("castAll", () => {
  /** A box that answers what it is told, and surroundings that remember. */
  function surroundings(statuses: readonly number[] = []) {
    const sent: { address: string; init: RequestInit }[] = [];
    const waits: number[] = [];
    const answers = [...statuses];
    const around = {
      fetch: (address: string, init: RequestInit) => {
        sent.push({ address, init });
        const status = answers.shift() ?? 204;
        return status === 0 ? Promise.reject(new Error("offline")) : Promise.resolve({ status });
      },
      wait: async (milliseconds: number) => void waits.push(milliseconds),
      below: (count: number) => count - 1,
    };
    return { sent, waits, around };
  }

  it("sends a ballot and nothing else: no cookie, no referrer, no member, no time", async () => {
    const { sent, around } = surroundings();
    await castAll("/box", [cast("b-1")], () => undefined, around);
    expect(sent).toEqual([
      {
        address: "/box",
        init: {
          method: "POST",
          credentials: "omit",
          referrerPolicy: "no-referrer",
          cache: "no-store",
          mode: "same-origin",
          redirect: "error",
          headers: { "content-type": "application/json" },
          body: '{"ballot_id":"b-1","token":"token of b-1","signature":"signature of b-1","choice":"agree"}',
        },
      },
    ]);
  });

  it("sends again what got no answer, waits before each, and says what came of each", async () => {
    const { sent, waits, around } = surroundings([0, 503, 204, 409, 422]);
    const results: [string, CastResult][] = [];
    await castAll("/box", ["b-1", "b-2", "b-3"].map((name) => cast(name)), ({ ballot_id }, result) => results.push([ballot_id, result]), around);
    expect(results).toEqual([["b-1", "taken"], ["b-2", "used"], ["b-3", "refused"]]);
    expect(sent.map(({ init }) => String(init.body).includes("b-1"))).toEqual([true, true, true, false, false]);
    expect(waits).toEqual([MAX_DELAY_MS - 1, 1_000, 3_000, MAX_DELAY_MS - 1, MAX_DELAY_MS - 1]);
  });

  it("gives up a box that stays away, so that the member can be asked; what was done stays done", async () => {
    const { around } = surroundings([204, 0, 429, 500, 0]);
    const results: CastResult[] = [];
    await expect(castAll("/box", [cast("b-1"), cast("b-2")], (_cast, result) => results.push(result), around)).rejects.toThrow("unreachable box");
    expect(results).toEqual(["taken"]);
  });

  it("shuffles fairly: every order of three comes, none more than it should", () => {
    const seen = new Map<string, number>();
    for (let round = 0; round < 6_000; round += 1) {
      const order = shuffled(["a", "b", "c"], randomBelow).join("");
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(["abc", "acb", "bac", "bca", "cab", "cba"]);
    // 1,000 expected each; 200 away is nearly seven standard deviations.
    expect([...seen.values()].filter((count) => Math.abs(count - 1_000) > 200)).toEqual([]);
  });
});

describe("the exchange with the server", () => {
  const page: Pick<BallotPage, "csrf" | "issue_to" | "papers" | "status_at"> = { csrf: "c", issue_to: "/issue", status_at: "/status", papers: [{ ballot_id: "b-1", public_key: "key", title: "", options: ["agree", "disagree"] }] };
  const prepared: Prepared = { ballot_id: "b-1", token: "token", blinded: "blinded", inverse: "inverse" };
  const answering = (status: number, json: unknown) => vi.fn<typeof fetch>().mockImplementation(async () => new Response(JSON.stringify(json), { status }));

  it("sends the blinded messages alone, in one request", async () => {
    const send = answering(200, { signatures: [{ ballot_id: "b-1", blind_signature: "signed" }] });
    expect(await fetchSignatures(page, [prepared], send)).toEqual([{ ...prepared, public_key: "key", blind_signature: "signed" }]);
    expect(send.mock.calls.map(([address, init]) => [address, init?.body])).toEqual([["/issue", '{"csrf":"c","ballots":[{"ballot_id":"b-1","blinded":"blinded"}]}']]);
  });

  it("passes on the server's own sentence when it refuses, and takes nothing that is incomplete", async () => {
    const refusal = fetchSignatures(page, [prepared], answering(409, { error: { message: "Đã nhận trên máy khác." } }));
    await expect(refusal).rejects.toEqual(new IssueRefused({ vi: "Đã nhận trên máy khác.", en: "Đã nhận trên máy khác." }));
    await expect(fetchSignatures(page, [prepared], answering(200, { signatures: [] }))).rejects.toThrow("no signature of b-1");
    await expect(fetchSignatures(page, [prepared], answering(502, null))).rejects.toThrow("HTTP 502");
  });

  it("asks for the phase without a cookie, and keeps the last one known", async () => {
    const send = answering(200, { phase: "open" });
    expect(await askPhase(page, "issuing", send)).toBe("open");
    expect(send.mock.calls[0]?.[1]).toEqual({ credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" });
    expect([await askPhase(page, "issuing", answering(200, { phase: "?" })), await askPhase(page, "open", answering(500, null))]).toEqual(["issuing", "open"]);
  });
});

describe("what the tab keeps", () => {
  function storage(): Store & { readonly held: Map<string, string> } {
    const held = new Map<string, string>();
    return { held, getItem: (name) => held.get(name) ?? null, setItem: (name, value) => void held.set(name, value), removeItem: (name) => void held.delete(name) };
  }

  it("is what is prepared or signed, of this page's ballots, never a choice; and ends with the last ballot", () => {
    const store = storage();
    const kept = { a: { ballot_id: "a", token: "t", blinded: "b", inverse: "i" }, b: { ballot_id: "b", token: "t", signature: "s" }, c: { ballot_id: "c", cast: true as const } };
    keep(store, kept);
    const found = recall(store, ["a", "b", "c"]);
    expect([found, recall(store, ["a"])]).toEqual([kept, { a: kept.a }]);
    expect(Object.values(found).map((one) => [isPrepared(one), isReady(one), isGone(one)])).toEqual([[true, false, false], [false, true, false], [false, false, true]]);
    keep(store, {});
    expect(store.held.size).toBe(0);
  });

  it("is nothing where the store is spoilt or switched off, and that is no failure", () => {
    const spoilt = storage();
    spoilt.held.set("thidua-ballots", "{");
    const off: Store = { getItem: () => { throw new Error("off"); }, setItem: () => { throw new Error("off"); }, removeItem: () => undefined };
    expect([recall(spoilt, ["a"]), recall(off, ["a"])]).toEqual([{}, {}]);
    expect(() => keep(off, { a: { ballot_id: "a", cast: true } })).not.toThrow();
  });
});
