// The rooms of src/ in the order of ARCHITECTURE.md: each imports only from those before it.
const rooms = [
  "diagnostics",
  "model",
  "config",
  "content",
  "markdown",
  "interview",
  "importers",
  "site",
  "assets",
  "render",
  "outputs",
  "graph",
  "io",
  "build",
  "preview",
  "cli",
];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one file, or three.",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true },
    },
    ...rooms.map((room, index) => ({
      name: `order-${room}`,
      comment: `${room}/ imports only from the rooms above it.`,
      severity: "error",
      from: { path: `^src/${room}/` },
      to: {
        path: `^src/(?:${[...rooms.slice(index + 1), "[^/]+[.]ts$"].join("|")})(?:/|$)|^src/[^/]+[.]ts$`,
      },
    })),
    {
      name: "known-rooms",
      comment: "A new room has to be given its place in the order.",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/(?:(?:${rooms.join("|")})/|index[.]ts$)` },
      to: {},
    },
    {
      name: "disk-in-io",
      comment: "All of node:fs lives in io/, behind the file-system port.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/io/" },
      to: { path: "^(?:node:)?fs(?:/promises)?$", dependencyTypes: ["core"] },
    },
    {
      name: "process-in-cli",
      comment: "Only cli/ reads the process; io/ asks which processes hold a lock, and which Node runs.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/|^src/io/(?:running-process|program-identity)[.]ts$" },
      to: { path: "^(?:node:)?(?:process|child_process)$", dependencyTypes: ["core"] },
    },
    {
      name: "no-tests",
      comment: "Nothing that is published depends on tests or on packages for development.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^tests/" },
    },
    {
      name: "no-development-packages",
      comment: "A package that only development installs is missing where colloquy is used.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
