/** How the tests run: files in parallel on two workers, each in its own process, since some start servers, browsers and the model. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globals: false,
    pool: "forks",
    // Two cores are what a small server has; more workers would only make timings lie.
    maxWorkers: 2,
    // Loading the model or a browser takes seconds on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
  },
});
