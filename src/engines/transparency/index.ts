export { appendLeaves, EMPTY_EDGE, type LogEdge, rootOfEdge } from "./append.ts";
export { type AwardFacts, commitToAward, entryHoldsAward, makeAwardEntry } from "./award.ts";
export { equalBytes, fromBase64, fromHex, toBase64, toHex, utf8 } from "./bytes.ts";
export { appendCredential, type ReadCredential, readCredential } from "./certificate-credential.ts";
export {
  type Checkpoint,
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  readCheckpointUnchecked,
  signCheckpoint,
} from "./checkpoint.ts";
export { commit, SALT_BYTES } from "./commitment.ts";
export { type Credential, type CredentialDraft, type LogPlace, parseCredential, signCredential } from "./credential.ts";
export { SEED_BYTES } from "./ed25519.ts";
export { EMPTY_ROOT, hashLeaf, sha256 } from "./hashing.ts";
export {
  createConsistencyProof,
  createInclusionProof,
  type HashReader,
  tileHashReader,
  verifyConsistency,
  verifyInclusion,
} from "./proofs.ts";
export { encodeQrCredential, QR_MAX_BYTES, type QrError, verifyQrCredential } from "./qr-credential.ts";
export type { QrAward } from "./qr-payload.ts";
export {
  encodeSigningKey,
  encodeVerifierKey,
  type NoteError,
  type NoteSigner,
  type NoteVerifier,
  noteSigner,
  openNote,
  parseSigningKey,
  parseVerifierKey,
  signNote,
} from "./signed-note.ts";
export {
  encodeEntryBundle,
  entriesPath,
  parseEntryBundle,
  parseTilePath,
  TILE_WIDTH,
  type Tile,
  type TileId,
  tilePath,
  tileWidthAt,
} from "./tiles.ts";
export {
  type CertificateVerdict,
  type CheckId,
  type CheckResult,
  type VerifyOptions,
  verifyCertificate,
} from "./verify-certificate.ts";
export { type LogProblem, type LogReader, type LogVerdict, type VerifyLogOptions, verifyLog } from "./verify-log.ts";
