import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { exampleReport } from './example';
import { renderPdf } from './pdf.server';

/** Signs that a reader of PDF finds, in the order of the file; a break inside of a chain is none of them. */
async function signsOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, at) => (await (await document.getPage(at + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')));
  return pages.join('').replaceAll(/\s|\u{200B}/gu, '');
}

// Where a chain may break behind a sign, no reader may lose that sign, there or elsewhere in the file.
test.each(['7', '9', '0', 'b'])('a hash that may break behind %s is read whole, as is all else', async (sign) => {
  const hash = `${'a1'.repeat(14)}c${sign}${'d2'.repeat(14)}e${sign}f3a4`;
  const { sections: _, ...report } = exampleReport('en');
  const said = 'Of 27 439 600 and 1 429 678 800 and 14 067 909 000 a bank absorbs 790 bulbs.';
  const found = await signsOf(await renderPdf({ ...report, notices: [hash], sections: [{ number: '1', heading: 'Numbers', blocks: [{ kind: 'paragraph', runs: [{ text: said }] }] }] }));
  expect(found).toContain(hash);
  expect(found).toContain(said.replaceAll(' ', ''));
});
