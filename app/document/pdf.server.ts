import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { buffer, text } from 'node:stream/consumers';
import type { PrintedDocument } from './document';
import { fontCoverages, fontFamilies, fontFiles } from './fonts.server';
import { typstSource } from './typst-source';

/** By its name in `package.json`, so that it is found from the sources and from the built server. */
const compiler = createRequire(import.meta.url).resolve('#app/document/compile.js');
const longestRun = 60_000;

/**
 * A report as a tagged PDF (PDF/UA-1): title, language, bookmarks, headings, table headers and alternative texts are in
 * the structure. The same document gives the same bytes. A sign without a glyph in any of the fonts is printed as U+FFFD.
 *
 * Typst computes for a second and needs some hundred megabytes, so each report is set in a process of its own: requests go
 * on meanwhile, the memory returns at its end, and a fault of native code or a run over 60 s ends that process alone. One
 * runs at a time. Throws when the document cannot be set, which no text causes: only a drawing that is no SVG or a day
 * that is none.
 */
export function renderPdf(document: PrintedDocument): Promise<Uint8Array> {
  const turn = queue.then(() => compile(document));
  queue = turn.then(() => undefined, () => undefined);
  return turn;
}

let queue: Promise<void> = Promise.resolve();

async function compile(document: PrintedDocument): Promise<Uint8Array> {
  const coverages = await fontCoverages();
  const source = typstSource(document, fontFamilies(document.language), coverages);
  const job = JSON.stringify({ ...source, fonts: fontFiles });

  const child = spawn(process.execPath, [compiler], { stdio: ['pipe', 'pipe', 'pipe'], timeout: longestRun });
  child.stdin.on('error', () => undefined); // a process that ended early says why on standard error
  child.stdin.end(job);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  const [pdf, faults, end] = await Promise.all([buffer(child.stdout), text(child.stderr), ended]);
  if (end !== 0) throw new Error(`The PDF of ${document.ref} could not be set (${String(end)}): ${faults.slice(0, 2000)}`);
  return pdf;
}
