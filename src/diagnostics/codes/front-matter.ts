/** Problems of front matter and of `site.yaml`. */
export const frontMatterCodes = {};
