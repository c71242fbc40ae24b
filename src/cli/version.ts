/** As in `package.json`, which a test holds this to; reading that file would slow down every start. */
export const version = "0.1.0";
