#!/usr/bin/env node
// Writes migrations/hashes.json: the SHA-256 of every migration, by its name. Run by hand when a
// migration is added; a migration that a database somewhere went through is never edited.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../migrations");
const names = readdirSync(folder).filter((name) => name.endsWith(".sql")).sort();
const hashes = Object.fromEntries(names.map((name) => [name, createHash("sha256").update(readFileSync(join(folder, name))).digest("hex")]));
writeFileSync(join(folder, "hashes.json"), `${JSON.stringify(hashes, null, 2)}\n`);
process.stdout.write(`migrations/hashes.json: ${names.length}\n`);
