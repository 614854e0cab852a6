import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { textFor } from '#app/languages/catalogues.server';
import { languages } from '#app/languages/language';
import { readReturnedBook } from '#app/open-data/imports/source/returned-book';
import { database } from '#app/platform/database.server';
import { unzipped } from '#app/platform/zip';
import { tellingOf } from '#app/reporting/publication/about.server';
import type { EditionModel } from '#app/reporting/publication/edition';
import { findEdition } from '#app/reporting/publication/edition.server';
import { editionPackage } from '#app/reporting/publication/package.server';
import { factsOf } from '#app/reporting/publication/records';
import { editionBook } from '#app/reporting/publication/spreadsheet.server';
import { acceptUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { valueOf } from './accounts-world';
import { freeze, openReporting, planned, publish, published, reported, signed, subjectOf, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
let edition: EditionModel;

const inLanguage = async (ref: string, language: (typeof languages)[number]) => {
  const found = await findEdition(anyone, ref, undefined, { language, now: world.later }, 'https://portal.example');
  if (found === undefined) throw new Error('no such edition');
  return found.edition;
};
const gatheredBytes = async (parts: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
};
const bookOf = (one: EditionModel) => gatheredBytes(editionBook(one, tellingOf(one, true)));
const packageOf = async (one: EditionModel) => unzipped(await gatheredBytes(editionPackage(one, tellingOf(one, true))));
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  world = await openReporting();
  const commitment = await published(world, { form: { title: '=cmd|run 40 schools, "and" more' } });
  valueOf(await reported(world, commitment, '20'));
  valueOf(await acceptUpdate(permit(updatePolicy.accept, world.officer, await subjectOf(world, commitment)), { now: world.later }));
  await published(world);
  const { ref } = await planned(world);
  valueOf(await freeze(world, ref));
  await signed(world, ref);
  valueOf(await publish(world, ref));
  edition = await inLanguage(ref, 'en');
});
afterAll(() => world.close());

describe('the data package of a report', () => {
  it('holds the very lines that the seal was made of', async () => {
    const files = await packageOf(edition);
    expect(digest(files.get('snapshot.txt') ?? Buffer.alloc(0))).toBe(edition.snapshot.sha256);
    expect(files.get('README.md')?.toString()).toContain(edition.snapshot.sha256);
  });

  it('is not handed out where the rows are not what was sealed', async () => {
    await expect(packageOf({ ...edition, snapshot: { ...edition.snapshot, sha256: '0'.repeat(64) } })).rejects.toThrow(/was sealed with 0000/);
  });

  it('ends with a descriptor that knows size and hash of every other file', async () => {
    const files = await packageOf(edition);
    const described = JSON.parse(files.get('datapackage.json')?.toString() ?? '') as { resources: { path: string; bytes: number; hash: string }[] };
    expect([...files.keys()].at(-1)).toBe('datapackage.json');
    expect(described.resources.map(({ path, bytes, hash }) => ({ path, bytes, hash })))
      .toEqual([...files].slice(0, -1).map(([path, content]) => ({ path, bytes: content.length, hash: `sha256:${digest(content)}` })));
  });

  it('says the same in CSV and JSON, under the names and types of the schema', async () => {
    const files = await packageOf(edition);
    const { resources } = JSON.parse(files.get('datapackage.json')?.toString() ?? '') as { resources: { path: string; format: string; schema?: { fields: { name: string; type: string }[] } }[] };
    for (const { path, schema } of resources.filter(({ format }) => format === 'csv')) {
      const fields = schema?.fields ?? [];
      const [header, ...rows] = parse(files.get(path)?.toString() ?? '') as string[][];
      const objects = JSON.parse(files.get(path.replace('.csv', '.json'))?.toString() ?? '') as Record<string, unknown>[];
      expect(header, path).toEqual(fields.map(({ name }) => name));
      expect(rows.map((row) => row.map((text, at) => typed(text, fields[at]?.type ?? ''))), path).toEqual(objects.map((one) => fields.map(({ name, type }) => (type === 'string' && typeof one[name] === 'string' ? guarded(one[name]) : one[name]))));
    }
    expect(files.get('commitments.csv')?.toString()).toContain(`"'=cmd|run 40 schools, ""and"" more"`);
  });

  it('names every fact that is frozen, and every kind in six languages', async () => {
    const facts = await sql<{ kind: string; fact: string }>`select distinct kind, jsonb_object_keys(facts) as fact from snapshot_rows`.execute(database());
    expect(facts.rows.filter(({ kind, fact }) => !factsOf(kind).some(({ name }) => name === fact))).toEqual([]);
    const kinds = await sql<{ said: string }>`select pg_get_constraintdef(oid) as said from pg_constraint where conname = 'snapshot_rows_kind'`.execute(database());
    const named = [...(kinds.rows[0]?.said ?? '').matchAll(/'([a-z_]+)'/g)].map((found) => found[1] ?? '');
    expect(named).toContain('commitment');
    expect(languages.flatMap((language) => named.filter((kind) => textFor(language, 'reporting')(`files.kinds.${kind}`) === `files.kinds.${kind}`).map((kind) => `${language} ${kind}`))).toEqual([]);
  });
});

/** As a reader of CSV takes a cell by its type; a decimal stays as it is written. */
function typed(text: string, type: string): unknown {
  if (text === '') return null;
  return ['integer', 'array', 'object', 'boolean'].includes(type) ? JSON.parse(text) : text;
}
/** A text as CSV has it. */
const guarded = (text: string) => (text.startsWith('=') ? `'${text}` : text);

describe('the spreadsheet of a report', () => {
  const sheetsOf = async (bytes: Uint8Array) => {
    const read = await readReturnedBook(bytes);
    return read.ok ? read.value.flatMap(({ name, table }) => (table.ok ? [{ name, header: table.value.header, rows: table.value.records.map(({ cells }) => cells) }] : [])) : [];
  };

  it('says what the report is, every figure, and every record by kind', async () => {
    const sheets = await sheetsOf(await bookOf(edition));
    expect(sheets.slice(0, 4).map(({ name }) => name)).toEqual(['About this report', 'All figures', 'Commitments', 'Updates that were expected']);
    expect(sheets[0]?.header).toEqual(['Title', edition.title]);
    const said = JSON.stringify(sheets[0]?.rows);
    for (const fact of [edition.citation, edition.snapshot.sha256, 'Not stated.', edition.publisher, 'Demonstration content']) expect(said).toContain(fact);
    const standing = sheets[1]?.rows.filter((row) => row['figure'] === 'standing') ?? [];
    expect(standing.map((row) => [row['number'], row['unit'], row['value'], row['reporting'], row['expected'], row['missing']])).toEqual(edition.figures.find(({ stored }) => stored.key === 'standing')?.stored.rows.map(({ value }) => ['2.1', 'Commitments', value, '1', '2', '1']));
    expect(sheets[1]?.header).toEqual(expect.arrayContaining(['not_reported', 'self_reported', 'independently_verified']));
    expect(sheets.find(({ name }) => name === 'Commitments')?.rows.map((row) => row['title'])).toContain('=cmd|run 40 schools, "and" more');
  });

  it('is read from right to left in Arabic', async () => {
    const arabic = await inLanguage(edition.ref, 'ar');
    expect(unzipped(await bookOf(arabic)).get('xl/worksheets/sheet2.xml')?.toString()).toContain('rightToLeft="1"');
    expect(unzipped(await bookOf(edition)).get('xl/worksheets/sheet2.xml')?.toString()).not.toContain('rightToLeft');
  });
});
