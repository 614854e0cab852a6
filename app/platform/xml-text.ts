// What XML cannot hold at all, not even as a reference.
const forbidden = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]', 'g');

/** A text without the signs that no XML file may hold. */
export const printableInXml = (text: string): string => text.toWellFormed().replace(forbidden, '');
