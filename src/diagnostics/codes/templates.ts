/** Problems of templates and locales. */
export const templateCodes = {};
