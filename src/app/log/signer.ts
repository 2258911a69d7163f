import { type NoteSigner, noteSigner } from "../../engines/transparency/index.ts";
import type { Secrets } from "../installation.ts";

/** Takes the installation's secrets; gives the key that signs checkpoints and certificates, named after the log. */
export function signerOf(secrets: Secrets): NoteSigner {
  return noteSigner(secrets.origin, new Uint8Array(Buffer.from(secrets.signing_seed, "base64")));
}
