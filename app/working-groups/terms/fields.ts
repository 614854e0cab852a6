/** How the fields of a version are called: of one part of society, in one language. */
export const leastName = <Key extends string>(constituency: Key) => `least_${constituency}` as const;
export const textName = <Key extends string>(language: Key) => `text_${language}` as const;
export const noteName = <Key extends string>(language: Key) => `note_${language}` as const;
