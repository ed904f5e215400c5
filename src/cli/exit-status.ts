/** What the process tells its caller. */
export const DONE = 0;
/** Some input could not be read; the rest was. */
export const INCOMPLETE = 1;
/** The command was not understood, and nothing was done. */
export const WRONG_USE = 2;
