import type { Text } from '#app/languages/catalogue';
import { languages } from '#app/languages/language';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Tag, type Tone } from '#app/ui/tag';
import type { ReportSection } from './queries.server';

/** `href` leads to the desk of the section, for those who may go there. */
type Listed = Omit<ReportSection, 'body'> & { readonly href: string | undefined };

const nameOf = (row: Listed, t: Text): string => `${row.position} ${row.heading === '' ? t(`outline.${row.kind}`) : row.heading}`;

const tones: Readonly<Record<string, Tone>> = { assigned: 'none', drafting: 'draft', in_review: 'prog', signed_off: 'ok' };

/** How far a section is. */
export const sectionTag = (status: string, t: Text) => <Tag tone={tones[status] ?? 'draft'}>{t(`sections.states.${status}`)}</Tag>;

const columns: readonly Column<Listed>[] = [
  { id: 'section', header: (t) => t('sections.section'), cell: (row, { t }) => (row.href === undefined ? nameOf(row, t) : <a href={row.href}>{nameOf(row, t)}</a>) },
  { id: 'owner', header: (t) => t('sections.owner'), cell: (row, { t }) => row.owner ?? t('sections.secretariat') },
  { id: 'state', header: (t) => t('sections.state'), unnamed: true, cell: (row, { t }) => sectionTag(row.status, t) },
  { id: 'languages', header: (t) => t('sections.languages'), numeric: true, cell: (row, { t }) => t('sections.of', { written: row.languages.length, all: languages.length }) },
];

/** The sections of a report with who writes them and how far they are. */
export function SectionsTable({ report, sections, opens = true }: { readonly report: string; readonly sections: readonly Omit<ReportSection, 'body'>[]; readonly opens?: boolean }) {
  const t = useText('reporting');
  const hrefOf = (position: number) => (opens ? paths.reportSection(report, position) : undefined);
  return <ListTable caption={t('sections.caption')} columns={columns} rows={sections.map((section) => ({ ...section, href: hrefOf(section.position) }))} keyOf={(row) => row.id} t={t} />;
}
