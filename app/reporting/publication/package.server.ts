import { createHash } from 'node:crypto';
import { licences } from '#app/coalitions/licences';
import { zipped, type Entry } from '#app/platform/zip';
import { csvOf } from '#app/table/files/csv';
import { gathered } from '#app/table/files/gathered';
import { aboutEdition, type Telling } from './about';
import type { EditionModel } from './edition';
import { kindsOf, sealedLines } from './records.server';
import { fileTableOf, jsonRowsOf, type EditionTable } from './tables';
import { tablesOf, type CountedTable } from './tables.server';

/**
 * An edition as data: a Frictionless Data Package. Its tables as CSV and JSON, the lines whose SHA-256 is the seal, what it is in words,
 * and at the end its descriptor, which knows the size and SHA-256 of all that was written before it.
 */
export async function* editionPackage(edition: EditionModel, telling: Telling): AsyncGenerator<Uint8Array> {
  const kinds = await kindsOf(edition);
  const tables = tablesOf(edition, kinds, telling.t);
  const resources: object[] = [];
  const written = (resource: Resource, content: AsyncIterable<string>): Entry => ({ name: resource.path, content: measured(content, (size) => resources.push({ ...resource, ...size })) });
  yield* zipped([
    written({ name: 'readme', path: 'README.md', title: telling.t('files.about'), format: 'md', mediatype: 'text/markdown', encoding: 'utf-8' }, readme(edition, tables, telling)),
    ...tables.flatMap((table) => [
      written(tabular(table, 'csv', 'text/csv'), gathered(csvOf(fileTableOf(table)))),
      written(tabular(table, 'json', 'application/json'), gathered(jsonRowsOf(table))),
    ]),
    written({ name: 'snapshot', path: 'snapshot.txt', title: telling.t('files.seal'), format: 'txt', mediatype: 'text/plain', encoding: 'utf-8' }, gathered(sealedLines(edition, kinds))),
    { name: 'datapackage.json', content: descriptor(edition, resources) },
  ]);
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly format: string;
  readonly mediatype: string;
  readonly encoding: 'utf-8';
  readonly [more: string]: unknown;
}

const tabular = ({ name, title, fields }: EditionTable, format: 'csv' | 'json', mediatype: string): Resource => ({
  name: format === 'csv' ? name : `${name}-${format}`, path: `${name}.${format}`, type: 'table', title, format, mediatype, encoding: 'utf-8',
  ...(format === 'csv' ? { dialect: { header: true, delimiter: ',', lineTerminator: '\r\n' } } : {}),
  schema: { fields, missingValues: [''], ...(fields[0]?.name === 'id' ? { primaryKey: ['id'] } : {}) },
});

/** Passes text on; at its end it is known how long it was, and its hash. */
async function* measured(content: AsyncIterable<string>, known: (size: { bytes: number; hash: string }) => void): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const text of content) {
    hash.update(text);
    bytes += Buffer.byteLength(text);
    yield text;
  }
  known({ bytes, hash: `sha256:${hash.digest('hex')}` });
}

/** Read when everything before it is written. */
async function* descriptor(edition: EditionModel, resources: readonly object[]): AsyncGenerator<string> {
  const { ref, number, title, summary, publisher, address, publishedOn, year, licence } = edition;
  yield `${JSON.stringify({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `${ref.toLowerCase()}-${number}`, id: address, title, ...(summary === null ? {} : { description: summary }), homepage: address, version: `${number}.0.0`, created: `${publishedOn}T00:00:00Z`,
    keywords: [publisher, String(year)], ...(licence === null ? {} : { licenses: [{ name: licence, title: licences[licence].title, path: licences[licence].path }] }), contributors: [{ title: publisher, roles: ['publisher'] }], sources: [{ title: `SHA-256 ${edition.snapshot.sha256}` }],
    resources,
  }, null, 2)}\n`;
}

async function* readme(edition: EditionModel, tables: readonly CountedTable[], telling: Telling): AsyncGenerator<string> {
  const { t } = telling;
  const [[, title] = ['', ''], ...facts] = aboutEdition(edition, telling);
  const lines = [
    `# ${title}`, '', ...facts.map(([label, value]) => `- ${label}: ${value}`),
    '', `## ${t('files.inside')}`, '',
    ...tables.map(({ name, title: called, count }) => `- \`${name}.csv\`, \`${name}.json\`: ${t('files.rows', { title: called, count })}`),
    `- \`snapshot.txt\`: ${t('files.snapshot_note')}`, `- \`datapackage.json\`: ${t('files.descriptor_note')}`,
    '', `## ${t('files.values')}`, '', t('files.values_note'),
    '', `## ${t('files.check')}`, '', t('files.check_note'), '', '    sha256sum snapshot.txt', `    ${edition.snapshot.sha256}`,
  ];
  yield `${lines.join('\n')}\n`;
}
