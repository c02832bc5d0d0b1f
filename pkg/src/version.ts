// Put in when the package is built.
declare const QIANFA_VERSION: string;

/** The version of the package. */
export const version: string = QIANFA_VERSION;
