import {
  createInclusionProof,
  type NoteVerifier,
  openCheckpoint,
  readCredential,
  tileHashReader,
  tilePath,
  verifyCertificate,
  type VerifyOptions as VerifyKnowledge,
} from "../../../engines/transparency/index.ts";
import { parsePlainDate } from "../../../kernel/plain-date.ts";
import { err, ok } from "../../../kernel/result.ts";
import { say, type Text } from "../../../kernel/text.ts";
import { fetchBytes, siteReader } from "./log-reader.ts";
import { parseKeys, readBytes, readKeys, readNote, type VerifyAnswer, type VerifyOptions } from "./options.ts";

/** `thidua verify certificate`: gives `{genuine, checks, award}`; a site that does not answer leaves checks unknown. */
export async function verifyCertificateFile({ target, given }: VerifyOptions): Promise<VerifyAnswer> {
  const notes: Text[] = [];
  const refuse = (error: Text): VerifyAnswer => ({ ...err(error), notes });
  const file = readBytes(target);
  if (!file.ok) return refuse(file.error);
  const ownKeys = readKeys(given["key"]);
  if (!ownKeys.ok) return refuse(ownKeys.error);
  const checkpoint = readNote("checkpoint", given["checkpoint"]);
  if (!checkpoint.ok) return refuse(checkpoint.error);
  const read = readCredential(file.value);
  if (read.kind === "foreign") return refuse(notCertificate(target));

  let keys = ownKeys.value;
  let known: Omit<VerifyKnowledge, "keys"> = {};
  if (checkpoint.value !== undefined) known = { checkpoint: { note: checkpoint.value } };
  if (given["site"] !== undefined) {
    const site = given["site"].replace(/\/+$/, "");
    if (!/^https?:\/\/./.test(site)) {
      return refuse(say(`--site: “${site}” không phải là địa chỉ http(s).`, `--site: “${site}” is no http(s) address.`));
    }
    if (keys.length === 0) keys = await tryIt(() => fetchKeys(site), notes, []);
    if (read.kind === "credential") {
      const { award, logged } = read.credential;
      const status = await tryIt(() => fetchStatus(site, award.code), notes, null);
      if (status !== null) known = { ...known, revocation: status.revocation };
      const index = logged?.index ?? status?.log_index ?? null;
      const newest = await tryIt(() => fetchCheckpoint(site, keys, index), notes, undefined);
      // A checkpoint given by hand is the caller's own measure; the site's does not replace it.
      if (newest !== undefined && checkpoint.value === undefined) known = { ...known, checkpoint: newest };
    }
  }
  if (keys.length === 0) notes.push(NO_KEY);
  const verdict = verifyCertificate(file.value, { keys, ...known });
  return verdict === null ? refuse(notCertificate(target)) : { ...ok(verdict), notes };
}

/** What the site says of a code: `{"code", "status": "valid" | "revoked", "revoked_on", "log_index"?}`; null when it knows none. */
async function fetchStatus(site: string, code: string) {
  const bytes = await fetchBytes(`${site}/verify/${encodeURIComponent(code)}.json`);
  if (bytes === null) return null;
  const value = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  if (value["code"] !== code || (value["status"] !== "valid" && value["status"] !== "revoked")) {
    throw new Error(`${site}/verify/${code}.json: no status of this code`);
  }
  const revoked_on = typeof value["revoked_on"] === "string" ? parsePlainDate(value["revoked_on"]) : null;
  const log_index = typeof value["log_index"] === "number" ? value["log_index"] : null;
  return { revocation: { revoked: value["status"] === "revoked", revoked_on }, log_index };
}

/** The newest checkpoint, with the proof that the entry at `index` stands in its tree, made from the published tiles. */
async function fetchCheckpoint(site: string, keys: readonly NoteVerifier[], index: number | null) {
  const reader = siteReader(`${site}/log`);
  const bytes = await reader.read("checkpoint");
  if (bytes === null) return undefined;
  const note = new TextDecoder().decode(bytes);
  const opened = openCheckpoint(note, keys);
  if (!opened.ok || index === null || index >= opened.value.size) return { note };
  const { size } = opened.value;
  const hashes = tileHashReader(async (tile) => {
    const published = (await reader.read(tilePath(tile))) ?? (await reader.read(tilePath({ ...tile, width: 256 })));
    if (published === null) throw new Error(`${site}/log/${tilePath(tile)}: not published`);
    return published;
  }, size);
  return { note, place: { index, proof: await createInclusionProof(hashes, index, size) } };
}

/** The keys the site publishes at /log/key, for who has none from elsewhere. */
async function fetchKeys(site: string): Promise<readonly NoteVerifier[]> {
  const bytes = await fetchBytes(`${site}/log/key`);
  if (bytes === null) return [];
  const keys = parseKeys(new TextDecoder().decode(bytes), `${site}/log/key`);
  if (!keys.ok) throw new Error(keys.error.en);
  return keys.value;
}

/** Asking the site may fail: then a remark is left, and the certificate is judged without it. */
async function tryIt<T>(ask: () => Promise<T>, notes: Text[], otherwise: T): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    notes.push(say(`Không hỏi được trang web: ${why}.`, `The site could not be asked: ${why}.`));
    return otherwise;
  }
}

const NO_KEY = say(
  "Chưa kiểm tra được chữ ký vì không có khóa công khai: dùng --key hoặc --site.",
  "The signature could not be checked for want of a public key: use --key or --site.",
);

function notCertificate(target: string): Text {
  return say(
    `${target} không phải là tệp PDF, cũng không phải là chứng thực dạng JSON.`,
    `${target} is neither a PDF nor a JSON credential.`,
  );
}
