import { defineConfig } from "vitest/config";

// The suites that need more than Node: a browser, web servers, the corpora, the package registry.
export default defineConfig({
  test: {
    include: ["tests/{browser,corpora,hosts,package}/**/*.test.ts"],
    globalSetup: ["tests/compile.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    passWithNoTests: true,
    // Two browsers at once on a small machine make each other late.
    fileParallelism: false,
  },
});
