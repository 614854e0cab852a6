// A published report: each page of it uncached, its files, and paper of more than fifty pages. What a report shows was counted when it was
// frozen, so its pages cost the same however many records there are.
import { middle } from './asking.js';
import { timed } from './turns.js';
import { loadSource } from '../../db/load.js';

const tries = 7;

export async function benchReport() {
  const [harness, paper] = await Promise.all(['/tests/harness/portal.ts', '/tests/bench/report-paper.ts'].map(loadSource));
  const portal = await harness?.module['startPortal']({ WORKER: '0' });
  try {
    const listed = await text(`${portal.url}/en/reports`);
    const at = /\/en\/reports\/[A-Z]+-[A-Z0-9-]+/.exec(listed)?.[0];
    if (at === undefined) throw new Error('the demo world has no report');
    const chapters = [...new Set((await text(portal.url + at)).match(new RegExp(`${at}/chapters/\\d+`, 'g')) ?? [])];
    console.log('\nA report, middle of %d answers, nothing kept (target: 1,000 ms for a chapter)', tries);
    for (const path of [at, ...chapters, `${at}.csv`, `${at}.xlsx`, `${at}.zip`, `${at}.docx`, `${at}.pdf`]) {
      const took = [];
      let bytes = 0;
      // A cookie makes a visitor somebody, for whom no page is kept.
      for (let one = 0; one < tries; one += 1) took.push(await timed(async () => { bytes = (await fetch(portal.url + path, { headers: { cookie: 'bench=1' } }).then((answer) => answer.arrayBuffer())).byteLength; }));
      console.log(`${path.padEnd(34)} ${middle(took).toFixed(0).padStart(6)} ms ${(bytes / 1024).toFixed(0).padStart(6)} KiB, first ${took[0]?.toFixed(0)} ms`);
    }
  } finally {
    await portal.stop();
  }
  const pages = await paper?.module['setPaper'](tries);
  for (const [form, { ms, kib, of }] of Object.entries(pages)) console.log(`${form.padEnd(34)} ${ms.toFixed(0).padStart(6)} ms ${kib.toFixed(0).padStart(6)} KiB, ${of} (target: 3,000 ms for 50 pages)`);
  await Promise.all([harness?.close(), paper?.close()]);
}

/** @param {string} address */
const text = async (address) => (await fetch(address)).text();
