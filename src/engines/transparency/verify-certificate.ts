import type { PlainDate } from "../../kernel/plain-date.ts";
import { type AwardFacts, entryHoldsAward } from "./award.ts";
import { equalBytes, fromBase64 } from "./bytes.ts";
import { type Checkpoint, openCheckpoint } from "./checkpoint.ts";
import { readCredential } from "./certificate-credential.ts";
import { SALT_BYTES } from "./commitment.ts";
import { type Credential, verifyCredentialSignature } from "./credential.ts";
import { hashLeaf } from "./hashing.ts";
import { verifyInclusion } from "./proofs.ts";
import type { NoteVerifier } from "./signed-note.ts";

export type CheckId = "signature" | "logged" | "not_revoked";
export type CheckResult = "pass" | "fail" | "unknown";

/** What a certificate turned out to be; `award` is what it claims, and is null when it cannot be read. */
export type CertificateVerdict = {
  readonly genuine: boolean;
  readonly checks: readonly { readonly id: CheckId; readonly result: CheckResult }[];
  readonly award: AwardFacts | null;
};

/** What the verifier trusts and knows beside the file. */
export type VerifyOptions = {
  /** The keys of the installation, today's and earlier ones. */
  readonly keys: readonly NoteVerifier[];
  /**
   * A signed checkpoint obtained elsewhere, and, when it is known, the place of the award's entry in
   * the tree of that checkpoint (proof from the leaf up).
   */
  readonly checkpoint?: {
    readonly note: string;
    readonly place?: { readonly index: number; readonly proof: readonly Uint8Array[] };
  };
  /** What the issuer says of revocation; absent when nobody was asked. */
  readonly revocation?: { readonly revoked: boolean; readonly revoked_on: PlainDate | null };
};

/**
 * Takes the bytes of a PDF certificate or of its JSON credential; gives the verdict, or null when the
 * file is neither. Genuine means: the signature holds, and no check fails. Not being able to ask about
 * revocation, or an entry that waits for its place in the log, leaves a check unknown.
 */
export function verifyCertificate(bytes: Uint8Array, options: VerifyOptions): CertificateVerdict | null {
  const read = readCredential(bytes);
  if (read.kind === "foreign") return null;
  if (read.kind === "damaged") return verdict("fail", "unknown", checkRevocation(options), null);
  const { credential, whole } = read;
  const signature = whole ? checkSignature(credential, options.keys) : "fail";
  return verdict(signature, checkLogged(credential, options), checkRevocation(options), credential.award);
}

function verdict(
  signature: CheckResult,
  logged: CheckResult,
  notRevoked: CheckResult,
  award: AwardFacts | null,
): CertificateVerdict {
  return {
    genuine: signature === "pass" && logged !== "fail" && notRevoked !== "fail",
    checks: [
      { id: "signature", result: signature },
      { id: "logged", result: logged },
      { id: "not_revoked", result: notRevoked },
    ],
    award,
  };
}

/** Without any key nothing can be said; with keys, a credential that names another one is not theirs. */
function checkSignature(credential: Credential, keys: readonly NoteVerifier[]): CheckResult {
  if (keys.length === 0) return "unknown";
  return verifyCredentialSignature(credential, keys) === true ? "pass" : "fail";
}

function checkRevocation(options: VerifyOptions): CheckResult {
  if (options.revocation === undefined) return "unknown";
  return options.revocation.revoked ? "fail" : "pass";
}

/**
 * The entry must commit to exactly this award, and be proved to stand in a tree that the log signed. A
 * checkpoint from elsewhere must not contradict the one in the credential.
 */
function checkLogged(credential: Credential, options: VerifyOptions): CheckResult {
  const entry = fromBase64(credential.entry);
  const salt = fromBase64(credential.salt);
  if (entry === null || salt === null || salt.length !== SALT_BYTES) return "fail";
  if (!entryHoldsAward(entry, credential.award, salt)) return "fail";
  if (options.keys.length === 0) return "unknown";
  const leaf = hashLeaf(entry);
  const own = checkOwnPlace(credential, leaf, options.keys);
  if (own.result === "fail" || options.checkpoint === undefined) return own.result;
  const other = openCheckpoint(options.checkpoint.note, options.keys);
  if (!other.ok || contradict(own.checkpoint, other.value)) return "fail";
  const place = options.checkpoint.place;
  if (place === undefined) return own.result;
  if (credential.logged !== null && credential.logged.index !== place.index) return "fail";
  return verifyInclusion(place.proof, place.index, other.value.size, leaf, other.value.root) ? "pass" : "fail";
}

function checkOwnPlace(
  credential: Credential,
  leaf: Uint8Array,
  keys: readonly NoteVerifier[],
): { result: CheckResult; checkpoint: Checkpoint | null } {
  if (credential.logged === null) return { result: "unknown", checkpoint: null };
  const { index, proof, checkpoint } = credential.logged;
  const opened = openCheckpoint(checkpoint, keys);
  const hashes = proof.map(fromBase64).filter((hash) => hash !== null);
  if (!opened.ok || hashes.length !== proof.length) return { result: "fail", checkpoint: null };
  const holds = verifyInclusion(hashes, index, opened.value.size, leaf, opened.value.root);
  return { result: holds ? "pass" : "fail", checkpoint: opened.value };
}

/** Two checkpoints of one log with one size must have one root; otherwise the log has been forked. */
function contradict(a: Checkpoint | null, b: Checkpoint): boolean {
  return a !== null && a.origin === b.origin && a.size === b.size && !equalBytes(a.root, b.root);
}
