/** The moment that it is, in milliseconds since 1970. The default where a caller brings no clock of its own. */
export const currentTime = (): number => Date.now();
