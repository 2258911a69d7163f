import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    pool: "forks",
    maxWorkers: 2,
    reporters: ["default"],
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["src/kernel/**/*.test.ts", "src/engines/**/*.test.ts", "src/platform/**/*.test.{ts,tsx}", "src/modules/**/core/**/*.test.ts", "src/app/cli/**/*.test.ts", "tests/tidy/**/*.test.ts"], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: "store",
          include: ["src/modules/**/*.store.test.{ts,tsx}", "src/app/**/*.store.test.{ts,tsx}", "tests/store/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/support/global-database.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        // Needs Debian's poppler-utils and qpdf: run by `npm run test:papers`, not by `npm test`.
        test: { name: "papers", include: ["tests/papers/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000 },
      },
      {
        extends: true,
        test: { name: "e2e", include: ["tests/e2e/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 300_000, fileParallelism: false },
      },
    ],
  },
});
