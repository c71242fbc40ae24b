import { defineConfig } from "vitest/config";

const common = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // Two browsers at once on a small machine make each other late.
  fileParallelism: false,
};

// The suites that need more than Node: a browser, web servers, the corpora, the package registry.
export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: ["tests/browser/shared.ts"],
          ...common,
        },
      },
      {
        test: {
          name: "outside",
          include: ["tests/{corpora,hosts,package}/**/*.test.ts"],
          globalSetup: ["tests/compile.ts"],
          sequence: { groupOrder: 1 },
          ...common,
        },
      },
    ],
  },
});
