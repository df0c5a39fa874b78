/** The add-in's version, as in package.json (a test holds it to that). */
export const VERSION = "0.2.0";
