/** Problems of Markdown that concern no speaker: links, pictures, headings. */
export const markdownCodes = {};
