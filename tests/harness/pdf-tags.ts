import { spawnSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as readers of tagged files see it: by two readers that know nothing of what wrote it. */
export const openPdf = (pdf: Uint8Array): Promise<PDFDocumentProxy> => getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;

interface Tag { readonly role?: string; readonly alt?: string; readonly id?: string; readonly children?: readonly Tag[] }

export interface Tagged { readonly role: string; readonly alt: string | undefined; readonly page: number }

/** Every tag of the document in reading order, with the page it begins on. */
export async function tagsOf(document: PDFDocumentProxy): Promise<Tagged[]> {
  const walk = (tag: Tag, page: number): Tagged[] => [
    ...(tag.role === undefined ? [] : [{ role: tag.role, alt: tag.alt, page }]), ...(tag.children ?? []).flatMap((child) => walk(child, page)),
  ];
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, index) => {
    const tree: Tag = await (await document.getPage(index + 1)).getStructTree();
    return walk(tree, index + 1);
  }));
  return pages.flat();
}

export async function wordsOfPdf(document: PDFDocumentProxy): Promise<string> {
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  }));
  return pages.join('\n');
}

/** Whether this machine has poppler's reader beside it. */
export const hasPdfinfo = spawnSync('pdfinfo', ['-v']).error === undefined;

/** What poppler prints of the structure: one line for each tag or attribute, indented by its depth. */
export const structOf = (pdf: Uint8Array): string[] => spawnSync('pdfinfo', ['-struct', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1 << 28 }).stdout.split('\n');

/** The languages that a file says of itself and of passages in it, wherever it says so. */
export function languagesOfPdf(pdf: Uint8Array): Set<string> {
  const bytes = Buffer.from(pdf);
  const whole = bytes.toString('latin1');
  const parts = [...whole.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      return inflateSync(bytes.subarray(index + length)).toString('latin1');
    } catch {
      return ''; // a picture or a font, packed otherwise
    }
  });
  return new Set([whole, ...parts].flatMap((text) => [...text.matchAll(/\/Lang ?\(([^)]*)\)/g)].map((found) => found[1] ?? '')));
}
