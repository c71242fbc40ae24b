import type { SiteSettings } from "../model/settings.js";
export const slugOfName = (name: string, _settings: SiteSettings): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-");
