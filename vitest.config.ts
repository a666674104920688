import { defineConfig } from "vitest/config";

/**
 * `unit`: everything that needs no browser, files side by side. `browser`: stories in a real browser, one after
 * another. Both may ask for the PostgreSQL of the run.
 */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    pool: "forks",
    environment: "node",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // One worker less than processors is the default, which on two processors is one.
          maxWorkers: "100%",
          include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
          exclude: ["**/*.browser.test.ts"],
          globalSetup: ["test/support/postgres.global.ts"],
          testTimeout: 20_000,
          // The first test that asks for PostgreSQL waits until it has started.
          hookTimeout: 90_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["src/**/*.browser.test.ts", "test/**/*.browser.test.ts"],
          globalSetup: ["test/support/postgres.global.ts"],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
