import { expect, it } from "vitest";
import { addressOfFolder } from "../../src/site/routes.js";

it("has one address for a folder, however it is typed", () => {
  expect(["/old", "/old/", "/old/index.html", "/old.html", "/index.html"].map(addressOfFolder)).toEqual([
    "/old/",
    "/old/",
    "/old/",
    "/old.html",
    "/",
  ]);
});
