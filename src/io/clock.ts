/** The moment that it is, in milliseconds since 1970. The default where a caller brings no clock of its own. */
export const currentTime = (): number => Date.now();

/** Milliseconds of the longest steps in which a disk counts time (those of FAT): a later change may bear the same time. */
export const coarsestClock = 2000;
