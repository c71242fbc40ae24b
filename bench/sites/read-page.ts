import { readFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";

/** Read pages from a server of this machine. */
export function fromServer(port: number): (page: string) => Promise<string> {
  return (page) =>
    new Promise((resolve) => {
      const path = `/${page.replace(/index\.html$/, "")}`;
      const request = get({ host: "127.0.0.1", port, path, timeout: 60_000 }, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (part: string) => (text += part));
        response.on("end", () => resolve(response.statusCode === 200 ? text : ""));
        response.on("error", () => resolve(""));
      });
      request.on("error", () => resolve(""));
      request.on("timeout", () => request.destroy());
    });
}

/** Read pages from the disk. */
export function fromFolder(folder: string): (page: string) => Promise<string> {
  return (page) => {
    try {
      return Promise.resolve(readFileSync(join(folder, page), "utf8"));
    } catch {
      return Promise.resolve(""); // Not there, or being replaced at this moment.
    }
  };
}
