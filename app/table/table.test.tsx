import { describe, expect, test } from 'vitest';
import { markupOf } from '#tests/harness/markup';
import { type Column, csvColumns } from './column';
import { Filters, FilterSelect, ListSummary, NothingFound } from './filters';
import { ListTable } from './table';

interface School {
  readonly ref: string;
  readonly title: string;
  readonly connected: number | null;
}

const columns: readonly Column<School>[] = [
  { id: 'title', header: (t) => t('title'), sort: 'title', cell: ({ title }) => <a href="/x">{title}</a>, csv: ({ title }) => title },
  { id: 'status', header: () => 'Status', unnamed: true, cell: () => 'On track' },
  { id: 'connected', header: () => 'Connected', sort: 'connected', numeric: true, cell: ({ connected }) => connected ?? 'not known', csv: ({ connected }) => connected },
];
const rows: readonly School[] = [
  { ref: 'a', title: 'Rural', connected: 212 },
  { ref: 'b', title: 'Island', connected: null },
];
const t = (key: string) => `[${key}]`;

const table = (more: Partial<Parameters<typeof ListTable<School>>[0]> = {}) =>
  markupOf(<ListTable caption="Schools" columns={columns} rows={rows} keyOf={({ ref }) => ref} t={t} {...more} />);

describe('a list', () => {
  const sorted = table({
    sort: { by: 'connected', descending: false },
    hrefFor: ({ by, descending }) => `?sort=${descending ? '-' : ''}${by}`,
  });

  test('keeps the roles that the layout of the phone would take away', () => {
    expect(sorted).toContain('role="table"');
    expect(sorted.match(/role="rowheader"/g)).toHaveLength(2);
    expect(sorted.match(/role="columnheader"/g)).toHaveLength(3);
    expect(sorted.match(/role="cell"/g)).toHaveLength(4);
  });

  test('names each cell for the phone, but not tags', () => {
    expect(sorted).toContain('<td role="cell" class="n" data-l="Connected">212</td>');
    expect(sorted).toContain('<td role="cell" class="in-row">On track</td>');
  });

  test('keeps the pieces of a cell together beside its label', () => {
    const place: Column<School> = { id: 'place', header: () => 'Place', cell: () => <>Fiji<span>islands</span></> };
    expect(table({ columns: [...columns.slice(0, 1), place] })).toContain('data-l="Place"><div>Fiji<span>islands</span></div></td>');
  });

  test('the head that is sorted says so and turns round; the others begin rising', () => {
    expect(sorted).toContain('aria-sort="ascending"><a href="?sort=-connected">');
    expect(sorted).toContain('<a href="?sort=title">[title]</a>');
    expect(sorted.match(/aria-sort/g)).toHaveLength(1);
    expect(sorted).toContain('role="columnheader">Status</th>');
  });

  test('falling order turns back to rising', () => {
    const falling = table({ sort: { by: 'connected', descending: true }, hrefFor: ({ by, descending }) => `?${descending ? '-' : ''}${by}` });
    expect(falling).toContain('aria-sort="descending"><a href="?connected">');
  });

  test('without an address the heads are plain', () => {
    expect(table()).not.toContain('?sort');
  });

  test('hidden columns are left out of head, rows and foot', () => {
    const markup = table({ hidden: ['connected'], foot: { title: 'Together', connected: 212 } });
    expect(markup).not.toContain('212');
    expect(markup).toContain('>Together</th>');
  });
});

test('a file has the columns with a bare value, and missing stays empty', () => {
  const file = csvColumns(columns, t);
  expect(file.header).toEqual(['[title]', 'Connected']);
  expect(rows.map(file.values)).toEqual([
    ['Rural', 212],
    ['Island', null],
  ]);
});

test('filters are a form that is sent by GET', () => {
  const markup = markupOf(
    <Filters action="/c" label="Filter commitments" sort="-due" sorts={[{ value: 'due', label: 'Soonest' }, { value: '-due', label: 'Latest' }]}>
      <i />
    </Filters>,
  );
  expect(markup).toContain('method="get" action="/c" role="search" aria-label="Filter commitments"');
  expect(markup).toContain('<option value="-due" selected="">Latest</option>');
});

test('a summary is announced and each filter can be taken away', () => {
  const markup = markupOf(
    <ListSummary all="/c" set={[{ what: 'Africa', without: '/c?status=late' }]}>
      52 of 640
    </ListSummary>,
  );
  expect(markup).toContain('<p role="status">52 of 640</p>');
  expect(markup).toContain('<a href="/c?status=late">Remove Africa</a>');
});

test('a filter that is not set shows "Any" in the language of the page', () => {
  const markup = markupOf(<FilterSelect name="region" label="Region" value="" options={[{ value: 'AF', label: 'Africa' }]} />, 'es');
  expect(markup).toContain('<option value="" selected="">Cualquiera</option>');
});

test('where nothing is found, the way back to everything is', () => {
  expect(markupOf(<NothingFound all="/c" />)).toContain('<a href="/c">Clear all</a>');
});
