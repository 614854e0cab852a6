import { formatDate, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { partLabel } from '#app/reporting/figures/labels';
import { figureTitle } from '#app/reporting/figures/title';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';
import type { ChangedPart, FigureChange } from './differences';
import { ErratumWords } from './notes';
import type { Edition } from './queries.server';

interface ErrataPageProps {
  readonly report: { readonly ref: string; readonly title: string; readonly title_language: Language };
  readonly editions: readonly Edition[];
}

/** Every edition of a report, the latest first: what was wrong, what is right, and each number that is another. */
export function ErrataPage({ report, editions }: ErrataPageProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <>
      <Crumbs above={[{ href: to.reports(), label: t('list.title') }, { href: to.report(report.ref), label: report.title }]} here={t('errata.page')} />
      <Head title={t('errata.page')} kick={<bdi lang={report.title_language}>{report.title}</bdi>} lede={t('errata.lede')} />
      {editions.map((edition) => (
        <Section key={edition.edition} id={`edition-${edition.edition}`} title={t('errata.edition', { edition: edition.edition })} note={formatDate(language, edition.out_on)} wide>
          <EditionWords edition={edition} href={to.report(report.ref, edition.edition)} />
        </Section>
      ))}
    </>
  );
}

function EditionWords({ edition: { edition, errata, figures }, href }: { readonly edition: Edition; readonly href: string }) {
  const t = useText('reporting');
  return (
    <div className="flow">
      <p><a href={href}>{t('errata.open', { edition })}</a></p>
      {edition === 1 && <p className="muted">{t('errata.first')}</p>}
      {errata.length > 0 && <ul>{errata.map((one) => <li key={one.id}><ErratumWords erratum={one} /></li>)}</ul>}
      {edition > 1 && figures.length === 0 && <p>{t('errata.same_figures', { edition: edition - 1 })}</p>}
      {figures.map((change) => <ChangeTable key={change.figure.name} change={change} edition={edition} />)}
    </div>
  );
}

type Row = ChangedPart & { readonly label: string; readonly digits: number };

/** What a figure said, what it says now, and the difference. */
function ChangeTable({ change: { figure, parts, coverage }, edition }: { readonly change: FigureChange; readonly edition: number }) {
  const t = useText('reporting');
  const { language } = useLocale();
  const digits = figure.key === 'currencies' ? 2 : 0;
  const rows = parts.map((part) => ({ ...part, digits, label: [partLabel(figure, part.part, { t, language }), part.currency].filter(Boolean).join(' · ') }));
  const covered = (of: readonly [number, number] | null) => (of === null ? t('errata.unknown') : t('errata.of', { known: formatNumber(language, of[0], 0), total: formatNumber(language, of[1], 0) }));
  return (
    <>
      <h3>{t('figures.label', { number: figure.number })} {figureTitle(figure.name, t)}</h3>
      {rows.length > 0 && <ListTable caption={t('errata.caption', { number: figure.number })} columns={columnsFor(edition)} rows={rows} keyOf={(row) => `${row.part} ${row.currency ?? ''}`} t={t} />}
      {coverage !== null && <p className="small">{t('errata.coverage', { before: covered(coverage.before), after: covered(coverage.after) })}</p>}
    </>
  );
}

const columnsFor = (edition: number): readonly Column<Row>[] => [
  { id: 'part', header: (t) => t('errata.part'), cell: (row) => row.label },
  { id: 'before', header: (t) => t('errata.edition', { edition: edition - 1 }), numeric: true, cell: (row, { t, language }) => (row.before === null ? t('errata.unknown') : formatNumber(language, row.before, row.digits)) },
  { id: 'after', header: (t) => t('errata.edition', { edition }), numeric: true, cell: (row, { t, language }) => (row.after === null ? t('errata.unknown') : formatNumber(language, row.after, row.digits)) },
  { id: 'difference', header: (t) => t('errata.difference'), numeric: true, cell: (row, { language }) => `${row.difference.startsWith('-') ? '' : '+'}${formatNumber(language, row.difference, row.digits)}` },
];
