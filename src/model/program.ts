/** As in `package.json`, which a test holds this to; reading that file would slow down every start. */
export const version = "0.1.0";

/** The program and its version, as pages name what made them. */
export const programName = `Colloquy ${version}`;
