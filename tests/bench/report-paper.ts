import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { exampleReport } from '#app/document/example';
import { renderPdf } from '#app/document/pdf.server';
import { renderWord } from '#app/document/word/word.server';

/** A report of fifty pages as PDF and as Word: the middle of some tries. */
export async function setPaper(tries: number): Promise<Record<string, { ms: number; kib: number; of: string }>> {
  const report = exampleReport('en', 1190);
  const measured = async (make: () => Promise<Uint8Array>): Promise<{ ms: number; bytes: Uint8Array }> => {
    const took: number[] = [];
    let bytes = new Uint8Array();
    for (let one = 0; one < tries; one += 1) {
      const begun = performance.now();
      bytes = Uint8Array.from(await make());
      took.push(performance.now() - begun);
    }
    return { ms: took.toSorted((a, b) => a - b)[Math.floor(tries / 2)] ?? Number.NaN, bytes };
  };
  const pdf = await measured(() => renderPdf(report));
  const word = await measured(() => renderWord(report));
  const { numPages } = await getDocument({ data: Uint8Array.from(pdf.bytes), verbosity: 0 }).promise;
  return { 'PDF': { ms: pdf.ms, kib: pdf.bytes.length / 1024, of: `${numPages} pages` }, 'Word': { ms: word.ms, kib: word.bytes.length / 1024, of: 'the same' } };
}
