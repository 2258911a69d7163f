import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import { LAW } from "./law.ts";
import type { RegimeId } from "./law-types.ts";
import type { LocalLayer } from "./local.ts";
import { STANDARDS } from "./standards/index.ts";

/** Raised whenever the meaning of a rule changes without a change of its value. */
export const ENGINE_VERSION = "1.0.0";

/** A rulebook (bộ quy tắc): everything that can change a finding, and the hash that names it. */
export type Rulebook = { readonly hash: string; readonly content: Json };

const NO_LOCAL_LAYER = {};

/** Hashing the whole law takes milliseconds; a layer is hashed once for as long as its value lives. */
const made = new WeakMap<object, Map<RegimeId, Rulebook>>();

/**
 * Takes a regime and, where there is one, the local layer; gives the rulebook: law, standards, local layer and
 * engine version as JSON, and `sha256:` with the hash of its canonical text. Keep it by its hash to judge again.
 */
export function rulebookOf(regime: RegimeId, local?: LocalLayer): Rulebook {
  const layer = made.get(local ?? NO_LOCAL_LAYER) ?? new Map<RegimeId, Rulebook>();
  made.set(local ?? NO_LOCAL_LAYER, layer);
  const known = layer.get(regime);
  if (known !== undefined) return known;
  const content = JSON.parse(JSON.stringify({ engine: ENGINE_VERSION, regime, law: LAW, standards: STANDARDS, local: local ?? null })) as Json;
  const rulebook = { hash: `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalJson(content))))}`, content };
  layer.set(regime, rulebook);
  return rulebook;
}
