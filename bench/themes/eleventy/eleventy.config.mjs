import { existsSync, readdirSync, readFileSync } from "node:fs";

let guests = new Map();

export default function (config) {
  // Guests are looked up; as global data all of them would be copied for each page.
  config.addWatchTarget("./guests/");
  config.on("eleventy.before", () => {
    guests = new Map(
      (existsSync("guests") ? readdirSync("guests") : []).map((name) => {
        const guest = JSON.parse(readFileSync(`guests/${name}`, "utf8"));
        return [guest.id, guest];
      }),
    );
  });
  config.addFilter("guest", (id) => guests.get(id));
  config.addFilter("day", (date) => new Date(date).toISOString().slice(0, 10));
  config.addFilter("mailDate", (date) => new Date(date).toUTCString());
  config.addFilter("first", (items, count) => items.slice(0, count));
  config.addCollection("features", (api) => api.getFilteredByTag("feature").reverse());
  config.addPassthroughCopy({ "content/style.css": "style.css" });
  config.amendLibrary("md", (markdown) => markdown.set({ html: false }));
  return { dir: { input: "content", includes: "../_includes" }, markdownTemplateEngine: false };
}
