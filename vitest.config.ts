import { defineConfig } from "vitest/config";

const common = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // One worker for each processor: what stands beside them only hands out the files.
  maxWorkers: "100%",
};

// What needs nothing but Node. The suites that need a browser, a web server or the corpora are in vitest.all.config.ts.
export default defineConfig({
  test: {
    coverage: { include: ["src/**"], reporter: ["text-summary", "html"] },
    projects: [
      {
        test: {
          name: "in-process",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/{process,browser,corpora,hosts,package}/**"],
          // Loading the program for each file anew was a third of the time.
          isolate: false,
          ...common,
        },
      },
      {
        test: {
          name: "process",
          include: ["tests/process/**/*.test.ts"],
          globalSetup: ["tests/compile.ts"],
          ...common,
        },
      },
    ],
  },
});
