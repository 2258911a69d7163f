import { createRequire } from "node:module";

const read = createRequire(import.meta.url);

/** The product's version, as package.json says it. */
export const VERSION: string = (() => {
  for (const path of ["../package.json", "../../package.json", "../../../package.json"]) {
    try {
      const found = read(path) as { name?: string; version?: string };
      if (found.name === "thidua" && found.version) return found.version;
    } catch {
      // The build lies at another depth than the sources: try the next.
    }
  }
  return "0.0.0";
})();
