const scripts = [0x660, 0x6f0];

/** Digits as people write them in their script, as those that numbers are read from. */
export const latinDigits = (text: string): string =>
  scripts.reduce((plain, nought) => plain.replace(new RegExp(`[${String.fromCodePoint(nought)}-${String.fromCodePoint(nought + 9)}]`, 'g'), (digit) => String(digit.charCodeAt(0) - nought)), text);
