/** Problems between files: addresses, references, languages. */
export const siteCodes = {};
