import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReturnedBook } from '#app/open-data/imports/source/returned-book';
import { unzipped } from '#app/platform/zip';
import { databaseOf, startPortal, type Portal } from '#tests/harness/portal';
import { ownTracesOf, type Subject } from '#tests/harness/own-tracing';
import { extractTracesOf, tracesOf, untraced, wordsOfPage, wordsOfWord } from '#tests/harness/tracing';

/** Two processes that agree about nothing but the data: where they are, which language their machine speaks, and what time it is. */
let here: Portal;
let elsewhere: Portal;
let sql: postgres.Sql;
let ref: string;
/** The country and the member of which the report says most. */
let subjects: readonly Subject[];
const languages = ['en', 'fr', 'ar'] as const;
const year = 366 * 86_400_000;

beforeAll(async () => {
  const address = { PUBLIC_URL: 'https://reports.example', WORKER: '0' };
  here = await startPortal({ ...address, TZ: 'Pacific/Kiritimati', LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8' }, { clock: true });
  elsewhere = await here.another({ ...address, TZ: 'America/St_Johns', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8', UV_THREADPOOL_SIZE: '1' });
  await elsewhere.goAhead(year);
  sql = await databaseOf(here);
  // What changed since the freeze is counted once a day: it is no figure, and says so.
  await sql.begin(async (tx) => {
    await tx`select set_config('concord.actor', '{"kind":"system","name":"clock"}', true)`;
    await tx`delete from snapshot_changes`;
  });
  ref = (await sql`select ref from reports where status = 'published' and edition > 1 limit 1`)[0]?.['ref'] as string;
  subjects = await sql<Subject[]>`
    with c as (select r.facts from snapshot_rows r join snapshots s on s.id = r.snapshot_id join reports p on p.snapshot_of = s.report_id where p.ref = ${ref} and p.edition > 1 and r.kind = 'commitment')
    (select 'country' as kind, n.code from c, jsonb_array_elements_text(facts -> 'countries') n (code) group by n.code order by count(*) desc, n.code limit 1)
    union all (select 'member', facts ->> 'lead' from c where length(facts ->> 'lead') > 2 group by 2 order by count(*) desc, 2 limit 1)`;
}, 300_000);
afterAll(async () => {
  await sql?.end();
  await elsewhere?.stop();
  await here?.stop();
});

async function read(portal: Portal, path: string): Promise<Buffer> {
  const answer = await fetch(portal.url + path);
  expect(answer.status, path).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}
async function paperOf(bytes: Uint8Array): Promise<{ words: string; pages: number }> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, at) => (await (await pdf.getPage(at + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('\n')));
  return { words: pages.join('\n'), pages: pdf.numPages };
}
const ownPath = ({ kind, code }: Subject) => `${kind === 'country' ? 'countries' : 'members'}/${code}`;
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const chapters = async () => Number((await sql`select count(*) as all from report_sections s join reports r on r.id = s.report_id where r.ref = ${ref} and r.edition = 1`)[0]?.['all']);

describe.each(languages)('RP-5 the same snapshot gives the same bytes in %s', (language) => {
  it.each(['docx', 'xlsx', 'csv', 'zip'])('as .%s', async (kind) => {
    for (const at of ['', '/editions/1']) {
      const path = `/${language}/reports/${ref}${at}.${kind}`;
      expect(digest(await read(elsewhere, path)), path).toBe(digest(await read(here, path)));
    }
  });

  it('as .pdf, set twice', async () => {
    const path = `/${language}/reports/${ref}.pdf`;
    const first = await read(here, path);
    await sql`delete from report_files`;
    expect(digest(await read(elsewhere, path))).toBe(digest(first));
  });

  it('as extracts', async () => {
    for (const at of ['', '/editions/1']) {
      for (const extract of ['summary', 'summary.pdf', 'principles', 'principles.pdf', 'principles.csv']) {
        const path = `/${language}/reports/${ref}${at}/${extract}`;
        expect(digest(await read(elsewhere, path)), path).toBe(digest(await read(here, path)));
      }
    }
  });

  it('as own reports', async () => {
    for (const own of subjects.map(ownPath)) {
      for (const kind of ['', '.pdf', '.csv']) {
        const path = `/${language}/reports/${ref}/${own}${kind}`;
        expect(digest(await read(elsewhere, path)), path).toBe(digest(await read(here, path)));
      }
    }
  });

  it('as pages', async () => {
    for (const at of ['', '/editions/1']) {
      for (const page of ['', ...Array.from({ length: await chapters() }, (_, number) => `/chapters/${number + 1}`), '/figures/standing', '/figures/ladder']) {
        const path = `/${language}/reports/${ref}${at}${page}`;
        expect(String(await read(elsewhere, path)), path).toBe(String(await read(here, path)));
      }
    }
  });
});

describe.each(languages)('every number of the report is one of a figure, in %s', (language) => {
  it('on its pages', async () => {
    const traces = await tracesOf(sql, ref, language);
    for (const page of ['', ...traces.chapters.map(({ position }) => `/chapters/${position}`)]) {
      const words = wordsOfPage(String(await read(here, `/${language}/reports/${ref}${page}`)));
      expect(untraced(words, language, traces), page).toEqual([]);
    }
  });

  it('in its Word file', async () => {
    const traces = await tracesOf(sql, ref, language);
    const words = wordsOfWord(String(unzipped(await read(here, `/${language}/reports/${ref}.docx`)).get('word/document.xml')));
    expect(untraced(words, language, traces)).toEqual([]);
  });

  it('on paper', async () => {
    const traces = await tracesOf(sql, ref, language);
    const { words, pages } = await paperOf(await read(here, `/${language}/reports/${ref}.pdf`));
    expect(untraced(words, language, traces, pages)).toEqual([]);
  });

  it('in its extracts, on pages, on paper and as rows', async () => {
    const traces = await extractTracesOf(sql, ref, language);
    for (const extract of ['summary', 'principles']) {
      const at = `/${language}/reports/${ref}/${extract}`;
      expect(untraced(wordsOfPage(String(await read(here, at))), language, traces), at).toEqual([]);
      const { words, pages } = await paperOf(await read(here, `${at}.pdf`));
      expect(untraced(words, language, traces, pages), `${at}.pdf`).toEqual([]);
    }
    // Cells of a row are no thousands of one number.
    const rows = String(await read(here, `/${language}/reports/${ref}/principles.csv`)).replaceAll(/,(?=[\d,])/g, ', ');
    expect(untraced(rows, 'en', traces)).toEqual([]);
  });

  it('in its own reports, on pages, on paper and as rows', async () => {
    expect(subjects.map(({ kind }) => kind)).toEqual(['country', 'member']);
    for (const subject of subjects) {
      const traces = await ownTracesOf(sql, ref, language, subject);
      const at = `/${language}/reports/${ref}/${ownPath(subject)}`;
      expect(untraced(wordsOfPage(String(await read(here, at))), language, traces), at).toEqual([]);
      const { words, pages } = await paperOf(await read(here, `${at}.pdf`));
      expect(untraced(words, language, traces, pages), `${at}.pdf`).toEqual([]);
      expect(untraced(String(await read(here, `${at}.csv`)).replaceAll(/,(?=[\d,])/g, ', '), 'en', traces), `${at}.csv`).toEqual([]);
    }
  });

  it('in its spreadsheet', async () => {
    const traces = await tracesOf(sql, ref, language);
    const book = await readReturnedBook(await read(here, `/${language}/reports/${ref}.xlsx`));
    const sheets = book.ok ? book.value.slice(0, 2) : [];
    const [about = '', figures = ''] = sheets.map(({ table }) => (table.ok ? table.value.records.flatMap(({ cells }) => Object.values(cells)).join('\n') : ''));
    expect(figures.length).toBeGreaterThan(1000);
    // What the report is stands in its language; figures have their decimals as programs read them.
    expect([...untraced(about, language, traces), ...untraced(figures, 'en', traces)]).toEqual([]);
  });
});

it('a number that was typed by hand is found', async () => {
  const traces = await tracesOf(sql, ref, 'en');
  const page = String(await read(here, `/en/reports/${ref}/chapters/2`));
  expect(untraced(wordsOfPage(page.replace('</article>', ' We connected 4,711 schools.</article>')), 'en', traces)).toEqual(['4711']);
});

it('a number that was typed by hand into an extract is found', async () => {
  const traces = await extractTracesOf(sql, ref, 'en');
  const page = String(await read(here, `/en/reports/${ref}/summary`));
  expect(untraced(wordsOfPage(page.replace('</article>', ' We connected 4,711 schools.</article>')), 'en', traces)).toEqual(['4711']);
});

it('a number that was typed by hand into an own report is found', async () => {
  const [subject] = subjects;
  if (subject === undefined) throw new Error('the report counts nobody');
  const traces = await ownTracesOf(sql, ref, 'en', subject);
  const page = String(await read(here, `/en/reports/${ref}/${ownPath(subject)}`));
  expect(untraced(wordsOfPage(page.replace('</article>', ' We connected 4,711 schools.</article>')), 'en', traces)).toEqual(['4711']);
});

it.each(['en', 'fr', 'es', 'ar', 'ru', 'zh'])('EX-4 the summary of the demo report has at most two pages in %s', async (language) => {
  const { words, pages } = await paperOf(await read(here, `/${language}/reports/${ref}/summary.pdf`));
  expect(words.length).toBeGreaterThan(1000);
  expect(pages).toBeLessThanOrEqual(2);
});

const pdfinfo = spawnSync('pdfinfo', ['-v']).error === undefined;
it.skipIf(!pdfinfo)('the paper of extracts is tagged (skipped where poppler-utils is not installed)', async () => {
  const [summary, principles] = await Promise.all(['summary', 'principles'].map((extract) => read(here, `/ar/reports/${ref}/${extract}.pdf`)));
  for (const [pdf, tags] of [[summary, ['L', 'Link']], [principles, ['Table', 'TH', 'Figure', 'Caption']]] as const) {
    const said = spawnSync('pdfinfo', ['-struct-text', '-'], { input: pdf, encoding: 'utf8' }).stdout;
    for (const tag of ['Document', 'H1', 'P', ...tags]) expect(said).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
    expect(spawnSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' }).stdout).toMatch(/Tagged:\s+yes/);
  }
});
