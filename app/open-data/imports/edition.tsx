import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Pager } from '#app/ui/pager';
import { Section } from '#app/ui/section';
import type { Departure } from './model';
import { recordLink } from './links';
import type { Counts, Outcome, PartCounts } from './outcome';
import type { ImportRecord } from './queries.server';
import { departureText } from './words';

const countColumn = (id: keyof Counts, key: string): Column<PartCounts> => ({ id, header: (t) => t(key), numeric: true, cell: (one, { language }) => formatNumber(language, one[id]) });

const partColumns: readonly Column<PartCounts>[] = [
  { id: 'part', header: (t) => t('imports.page.kind'), cell: (one, { t }) => t(`imports.kinds.${one.part}`) },
  countColumn('read', 'imports.page.read'), countColumn('new', 'imports.counts.new'), countColumn('changed', 'imports.counts.changed'),
  countColumn('unchanged', 'imports.counts.unchanged'), countColumn('inError', 'imports.counts.error'),
];

/** The counts by kind of a file that holds several. */
export function PartsSection({ record: { outcome } }: { readonly record: ImportRecord }) {
  const t = useText('open-data');
  const { parts = [] } = outcome;
  if (parts.length === 0) return null;
  return (
    <Section id="parts" title={t('imports.page.parts')} note={t('imports.page.parts_note')}>
      <ListTable caption={t('imports.page.parts')} columns={partColumns} rows={parts} keyOf={(one) => one.part} t={t} />
    </Section>
  );
}

const departureColumns: readonly Column<Departure>[] = [
  { id: 'line', header: (t) => t('imports.page.line'), cell: (one, { language }) => <b>{formatNumber(language, one.row)}</b> },
  { id: 'element', header: (t) => t('imports.page.element'), cell: (one) => <code dir="ltr">{one.column}</code> },
  { id: 'departure', header: (t) => t('imports.page.departure'), cell: (one, { t }) => departureText(t, one) },
];

interface DeparturesProps {
  readonly record: ImportRecord;
  readonly departures: readonly Departure[];
  /** How many stand on the pages before. */
  readonly after: number;
}

/** In what the file departs from its standard, by line and element, page by page. */
export function DeparturesSection({ record, departures, after }: DeparturesProps) {
  const t = useText('open-data');
  const { language } = useLocale();
  const { departures: all = 0 } = record.outcome;
  if (all === 0) return null;
  const total = { count: all, shown: formatNumber(language, all) };
  const end = after + departures.length;
  return (
    <Section id="departures" title={t('imports.page.departures')} note={t('imports.page.departures_note', total)}>
      <ListTable caption={t('imports.page.departures_caption')} columns={departureColumns} rows={departures} keyOf={(one) => `${one.row} ${one.column} ${one.code}`} t={t} />
      <Pager shown={departures.length} total={{ count: all, exact: true }} first={after === 0 ? undefined : `${paths.import(record.id)}#departures`} next={end < all ? `${paths.import(record.id)}?after=${end}#departures` : undefined} />
      <ul className="links"><li><a href={paths.importDepartures(record.id)}>{t('imports.page.departures_file', total)}</a></li></ul>
    </Section>
  );
}

type VanishedRow = NonNullable<Outcome['vanished']>[number];

const vanishedColumns: readonly Column<VanishedRow>[] = [
  { id: 'record', header: (t) => t('imports.page.record'), cell: (one, { language }) => recordLink(language, one.record) },
  { id: 'kind', header: (t) => t('imports.page.kind'), cell: (one, { t }) => t(`imports.vanished.${one.part}`) },
  { id: 'said', header: (t) => t('imports.page.said'), cell: ({ said }) => <bdi>{said ?? ''}</bdi> },
];

/** What the same source said before and says no longer: it stays, and a person decides. */
export function VanishedSection({ record: { outcome } }: { readonly record: ImportRecord }) {
  const t = useText('open-data');
  const { language } = useLocale();
  const { vanished = [], vanishedInAll = 0 } = outcome;
  if (vanished.length === 0) return null;
  return (
    <Section id="vanished" title={t('imports.page.vanished')} note={t('imports.page.vanished_note', { count: vanishedInAll, shown: formatNumber(language, vanishedInAll) })}>
      <ListTable caption={t('imports.page.vanished_caption')} columns={vanishedColumns} rows={vanished} keyOf={(one) => `${one.record.ref} ${one.part} ${one.said ?? ''}`} t={t} />
    </Section>
  );
}
