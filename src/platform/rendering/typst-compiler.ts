import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { unreachable } from "../../kernel/result.ts";
import { brocadeBorder } from "./brocade-border.ts";
import { qrCode } from "./qr-code.ts";
import type { RenderRequest, TemplateName } from "./render-request.ts";
import { CERTIFICATE } from "./templates/certificate.typ.ts";
import { DECISION_EXTRACT } from "./templates/decision-extract.typ.ts";

/** The four styles of Tinos, whose measures are those of Times New Roman. */
const FONT_FILES = [
  "400Regular/Tinos_400Regular.ttf",
  "400Regular_Italic/Tinos_400Regular_Italic.ttf",
  "700Bold/Tinos_700Bold.ttf",
  "700Bold_Italic/Tinos_700Bold_Italic.ttf",
];

/** Turns requests into PDF bytes, one after another, blocking the thread it runs in. */
export type TypstRenderer = (request: RenderRequest) => Uint8Array;

/** Loads compiler and fonts (some 30 ms and 60 MB, therefore on demand only); gives the renderer. Throws from it are bugs of a template. */
export function createTypstRenderer(): TypstRenderer {
  const require = createRequire(import.meta.url);
  const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler") as typeof import("@myriaddreamin/typst-ts-node-compiler");
  const fontBlobs = FONT_FILES.map((file) => readFileSync(require.resolve(`@expo-google-fonts/tinos/${file}`)));
  // Templates read no files; the workspace only has to exist.
  const compiler = NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontBlobs }] });
  const border = brocadeBorder();
  return ({ document, created_at_s }) => {
    const qr = document.verification === null ? null : qrCode(document.verification.text);
    const inputs = { content: JSON.stringify(document), qr: JSON.stringify(qr), border };
    const compiled = compiler.compile({ mainFileContent: templateOf(document.kind), inputs });
    try {
      if (compiled.result === null) {
        const error = compiled.takeError();
        throw new Error(`template ${document.kind}: ${JSON.stringify(error?.shortDiagnostics ?? null)}`);
      }
      const pdf = compiler.pdf(compiled.result, { pdfStandard: "a-2b", creationTimestamp: created_at_s });
      return new Uint8Array(pdf);
    } finally {
      // Without this the memory of a thousand certificates grows beyond a gigabyte.
      compiler.evictCache(0);
    }
  };
}

function templateOf(name: TemplateName): string {
  switch (name) {
    case "certificate":
      return CERTIFICATE;
    case "decision_extract":
      return DECISION_EXTRACT;
  }
  return unreachable(name);
}
