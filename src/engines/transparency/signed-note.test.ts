import { describe, expect, it } from "vitest";
import { err, unwrap } from "../../kernel/result.ts";
import { EMPTY_ROOT } from "./hashing.ts";
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from "./checkpoint.ts";
import {
  encodeSigningKey,
  encodeVerifierKey,
  noteSigner,
  openNote,
  parseSigningKey,
  parseVerifierKey,
  signNote,
} from "./signed-note.ts";

// The example of golang.org/x/mod/sumdb/note, the first implementation of the format.
const VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const SKEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const SIGNATURE = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";

const peter = () => parseSigningKey(SKEY) ?? expect.fail("the example key is read");

describe("signed notes", () => {
  it("sign the known example byte for byte, and open it", () => {
    const note = signNote(TEXT, [peter()]);
    expect(note).toBe(`${TEXT}\n— PeterNeumann ${SIGNATURE}\n`);
    const key = parseVerifierKey(VKEY) ?? expect.fail("the example key is read");
    expect(unwrap(openNote(note, [key])).text).toBe(TEXT);
    expect(encodeVerifierKey(peter().verifier)).toBe(VKEY);
  });

  it("read back the keys they write", () => {
    const seed = new Uint8Array(32).fill(9);
    const signer = noteSigner("thidua.example.vn/log", seed);
    expect(parseVerifierKey(encodeVerifierKey(signer.verifier))).toEqual(signer.verifier);
    expect(parseSigningKey(encodeSigningKey("thidua.example.vn/log", seed))?.verifier).toEqual(signer.verifier);
  });

  it("refuse keys whose name, id or length is wrong", () => {
    for (const wrong of [
      VKEY.replace("c74f20a3", "c74f20a4"),
      VKEY.replace("c74f20a3", "C74F20A3"),
      VKEY.replace("PeterNeumann", "Peter Neumann"),
      VKEY.slice(0, -4),
      VKEY.replace("+ARpc", "+Apc2"),
      "",
    ]) {
      expect(parseVerifierKey(wrong)).toBe(null);
    }
  });

  it("refuse a changed text, a changed signature, an unknown key and a broken form", () => {
    const note = signNote(TEXT, [peter()]);
    const keys = [peter().verifier];
    expect(openNote(note.replace("answer", "Answer"), keys)).toEqual(err("wrong_signature"));
    expect(openNote(note.replace("SXgKvq", "SXgKvr").replace("ZSNXg", "ZSNXh"), keys)).toEqual(err("wrong_signature"));
    expect(openNote(note, [noteSigner("PeterNeumann", new Uint8Array(32)).verifier])).toEqual(err("unknown_key"));
    expect(openNote(TEXT, keys)).toEqual(err("malformed"));
    expect(openNote(note.replace("\n\n", "\n"), keys)).toEqual(err("malformed"));
    expect(openNote(note.slice(0, -1), keys)).toEqual(err("malformed"));
    // The last base64 character carries unused bits: only the canonical spelling is taken.
    expect(openNote(note.replace("nAM=", "nAN="), keys)).toEqual(err("malformed"));
  });

  it("accept a note that others signed too", () => {
    const other = noteSigner("witness.example", new Uint8Array(32).fill(3));
    const note = signNote(TEXT, [other, peter()]);
    expect(unwrap(openNote(note, [peter().verifier])).signedBy).toEqual([peter().verifier]);
  });
});

describe("checkpoints", () => {
  const origin = "thidua.example.vn/log";
  const signer = noteSigner(origin, new Uint8Array(32).fill(5));
  const empty = { origin, size: 0, root: EMPTY_ROOT, extensions: [] };

  it("write and read the text of tlog-checkpoint", () => {
    const text = "thidua.example.vn/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    expect(formatCheckpoint(empty)).toBe(text);
    expect(parseCheckpoint(text)).toEqual(empty);
    expect(unwrap(openCheckpoint(signCheckpoint(empty, signer), [signer.verifier]))).toEqual(empty);
  });

  it("refuse sizes with leading zeros or signs, short roots, and a missing last line feed", () => {
    const text = formatCheckpoint({ ...empty, size: 7 });
    for (const wrong of [text.replace("\n7\n", "\n07\n"), text.replace("\n7\n", "\n-7\n"), text.slice(0, -1), "a\n1\nAA==\n"]) {
      expect(parseCheckpoint(wrong)).toBe(null);
    }
  });

  it("refuse a log that another log's key signed", () => {
    const other = noteSigner("other.example/log", new Uint8Array(32).fill(6));
    expect(openCheckpoint(signCheckpoint(empty, other), [other.verifier])).toEqual(err("unknown_key"));
  });
});
