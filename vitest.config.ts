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
        // Whatever stands beside the code runs here, or with a database when its name says `store`: no test file is in neither.
        test: { name: "unit", include: ["src/**/*.test.{ts,tsx}", "tests/tidy/**/*.test.ts"], exclude: ["**/node_modules/**", "**/*.store.test.*"], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: "store",
          include: ["src/**/*.store.test.{ts,tsx}", "tests/store/**/*.test.{ts,tsx}"],
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
