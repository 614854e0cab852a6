import { open, type FileHandle } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Language } from '#app/languages/language';
import { coverageOf, inAll, type Coverage } from './font-coverage';

/**
 * The fonts of printed reports, all from npm packages and under the SIL Open Font License, so that every machine sets the
 * same pages. No family has faces for all six languages; each language begins with the one that suits its script.
 */
const resolve = createRequire(import.meta.url).resolve;
const packaged = (name: string, file: string): string => join(dirname(resolve(name)), '..', 'fonts', file);

const families = {
  'Noto Sans': ['Regular', 'Italic', 'Bold', 'BoldItalic'].map((face) => packaged('@embedpdf/fonts-latin', `NotoSans-${face}.ttf`)),
  'Vazirmatn': ['400Regular', '700Bold'].map((face) => resolve(`@expo-google-fonts/vazirmatn/${face}/Vazirmatn_${face}.ttf`)),
  'Noto Sans S Chinese': ['Regular', 'Bold'].map((face) => packaged('@embedpdf/fonts-sc', `NotoSansHans-${face}.otf`)),
  'Noto Naskh Arabic': ['Regular', 'Bold'].map((face) => packaged('@embedpdf/fonts-arabic', `NotoNaskhArabic-${face}.ttf`)),
} as const;
type Family = keyof typeof families;

const latinFirst: readonly Family[] = ['Noto Sans', 'Vazirmatn', 'Noto Sans S Chinese', 'Noto Naskh Arabic'];
const arabicFirst: readonly Family[] = ['Vazirmatn', 'Noto Sans', 'Noto Sans S Chinese', 'Noto Naskh Arabic'];

export const fontFiles: readonly string[] = Object.values(families).flat();
export const fontFamilies = (language: Language): readonly Family[] => (language === 'ar' ? arabicFirst : latinFirst);

let read: Promise<readonly Coverage[]> | undefined;

/** What each family can draw in all of its faces. Read once per process, about 20 ms. */
export function fontCoverages(): Promise<readonly Coverage[]> {
  read ??= Promise.all(Object.values(families).map(async (files) => inAll(await Promise.all(files.map(coverageOfFile)))));
  return read;
}

/** Reads the directory of the font and its `cmap` table alone: the Chinese faces weigh 8 MB each. */
async function coverageOfFile(path: string): Promise<Coverage> {
  const file = await open(path);
  try {
    return await coverageIn(file, path);
  } finally {
    await file.close();
  }
}

async function coverageIn(file: FileHandle, path: string): Promise<Coverage> {
  const part = async (start: number, length: number): Promise<DataView> => {
    const { buffer } = await file.read(new Uint8Array(length), 0, length, start);
    return new DataView(buffer.buffer);
  };
  const tables = (await part(4, 2)).getUint16(0);
  const directory = await part(12, tables * 16);
  for (let at = 0; at < tables * 16; at += 16) {
    if (directory.getUint32(at) === 0x63_6d_61_70) return coverageOf(await part(directory.getUint32(at + 8), directory.getUint32(at + 12)));
  }
  throw new Error(`${path} is no font: it has no cmap table`);
}
