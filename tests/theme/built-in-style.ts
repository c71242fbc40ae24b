import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { styleSheet } from "../../src/assets/style-sheet.js";
import { settings } from "../render/site-builder.js";

const folder = fileURLToPath(new URL("../../templates/", import.meta.url));

/** The style sheet that a site has which asks for nothing else. */
export const builtInStyle = styleSheet(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".css"))
    .map((path) => ({ path: path.replaceAll("\\", "/"), bytes: readFileSync(folder + path), own: false })),
  settings(),
);
