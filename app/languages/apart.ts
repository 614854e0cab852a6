/** A name within a sentence that may run the other way: kept apart, so that neither turns the direction of the other (FSI, PDI). */
export const apart = (text: string): string => `\u2068${text}\u2069`;

/** What is read from left to right whatever stands around it and wherever a line ends, such as an address (LRI, PDI). */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`;
