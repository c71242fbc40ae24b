export default {
  layout: "feature.njk",
  tags: "feature",
  permalink: (data) => `features/${data.page.fileSlug}/index.html`,
};
