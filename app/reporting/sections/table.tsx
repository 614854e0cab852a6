import type { Text } from '#app/languages/catalogue';
import { formatNumber } from '#app/languages/format';
import { languages } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { subjectKinds, type SubjectKind } from '#app/reporting/figures/subjects';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { limitTag, sectionTag, wordsSaid } from './marks';
import type { SectionProgress } from './progress.server';
import type { ReportSection } from './queries.server';

/** `href` leads to the desk of the section, for those who may go there. */
type Listed = Omit<ReportSection, 'body'> & { readonly href: string | undefined; readonly progress: SectionProgress | undefined };

const nameOf = (row: Listed, t: Text): string => `${row.position} ${row.heading === '' ? t(`outline.${row.kind}`) : row.heading}`;
const own = (row: Listed) => row.progress?.languages[0];
const upToDate = (row: Listed): number => row.progress?.languages.filter(({ freshness }) => freshness !== 'missing' && freshness !== 'outdated').length ?? 0;
const behind = (row: Listed): number => row.progress?.languages.filter(({ freshness }) => freshness === 'outdated').length ?? 0;

const columns: readonly Column<Listed>[] = [
  { id: 'section', header: (t) => t('sections.section'), cell: (row, { t }) => (row.href === undefined ? nameOf(row, t) : <a href={row.href}>{nameOf(row, t)}</a>) },
  { id: 'owner', header: (t) => t('sections.owner'), cell: (row, { t }) => row.owner ?? t('sections.secretariat') },
  { id: 'state', header: (t) => t('sections.state'), unnamed: true, cell: (row, { t, language }) => {
    const open = row.progress?.open ?? 0;
    return <>{sectionTag(row, t)}{open > 0 && <div className="tiny">{t('sections.open', { count: open, shown: formatNumber(language, open, 0) })}</div>}</>;
  } },
  { id: 'words', header: (t) => t('sections.length'), cell: (row, { t, language }) => {
    const text = own(row);
    return text === undefined ? null : <>{wordsSaid(text, row.word_limit, t, language)} {limitTag(text, t)}</>;
  } },
  { id: 'languages', header: (t) => t('sections.languages'), numeric: true, cell: (row, { t, language }) => (
    <>{t('sections.of', { written: formatNumber(language, upToDate(row), 0), all: formatNumber(language, languages.length, 0) })}{behind(row) > 0 && <div className="tiny">{t('sections.behind', { count: behind(row), shown: formatNumber(language, behind(row), 0) })}</div>}</>
  ) },
];

interface TableProps {
  readonly report: string;
  readonly sections: readonly Omit<ReportSection, 'body'>[];
  readonly progress: Readonly<Record<string, SectionProgress>>;
  readonly opens?: boolean;
}

/** The sections of a report: who writes them, how far and how long they are, and in how many languages they say the same. Profiles stand together by kind, folded where they are many. */
export function SectionsTable({ report, sections, progress, opens = true }: TableProps) {
  const t = useText('reporting');
  const listed = (some: TableProps['sections']) => some.map((section) => ({ ...section, href: opens ? paths.reportSection(report, section.position) : undefined, progress: progress[section.id] }));
  const of = (kind: SubjectKind | null) => listed(sections.filter(({ subject }) => (subject?.kind ?? null) === kind));
  return (
    <>
      <ListTable caption={t('sections.caption')} columns={columns} rows={of(null)} keyOf={(row) => row.id} t={t} />
      <div id="profiles">{subjectKinds.map((kind) => <Profiles key={kind} kind={kind} rows={of(kind)} />)}</div>
    </>
  );
}

/** Above so many, profiles of a kind are told in a line, and open to a table. */
const atOnce = 12;

function Profiles({ kind, rows }: { readonly kind: SubjectKind; readonly rows: readonly Listed[] }) {
  const t = useText('reporting');
  const { language } = useLocale();
  if (rows.length === 0) return null;
  const shown = (some: readonly Listed[]) => formatNumber(language, some.length, 0);
  const told = t('profiles.summary', { count: rows.length, kind: t(`profiles.${kind}`), shown: shown(rows), review: shown(rows.filter(({ status }) => status === 'in_review')), signed: shown(rows.filter(({ status }) => status === 'signed_off')) });
  return (
    <details open={rows.length <= atOnce} className="pt-16">
      <summary>{told}</summary>
      <ListTable caption={told} columns={columns} rows={rows} keyOf={(row) => row.id} t={t} />
    </details>
  );
}
