import { randomBytes } from "node:crypto";
import type { Random } from "../../kernel/prng.ts";

/** The machine's cryptographic randomness. */
export const systemRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) };
