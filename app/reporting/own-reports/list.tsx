import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { EditionPage } from '#app/reporting/publication/edition-page';
import type { EditionModel } from '#app/reporting/publication/edition';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Empty } from '#app/ui/empty';
import { Pager } from '#app/ui/pager';
import type { Subject } from './model';
import type { SubjectPage, SubjectRow } from './subjects.server';

interface SubjectListProps {
  readonly edition: EditionModel;
  readonly named: number | undefined;
  readonly kind: Subject['kind'];
  readonly page: SubjectPage;
  readonly after: string | null;
}

/** Everybody whom an edition has an own report of, with n of N of the commitments that they lead. */
export function SubjectList({ edition, named, kind, page: { rows, total, next }, after }: SubjectListProps) {
  const t = useText('reporting');
  const to = paths.in(useLocale().language);
  const at = to.ownReports(edition.ref, kind, named);
  const linked = rows.map((row) => ({ ...row, href: to.ownReport(edition.ref, kind, row.code, named) }));
  return (
    <EditionPage edition={edition} named={named} here={t(`own.list.${kind}`)}>
      <p className="kick" lang={edition.titleLanguage}>{edition.title}</p>
      <h1>{t(`own.list.${kind}`)}</h1>
      <p className="lede">{t('own.list.lede')}</p>
      {rows.length === 0 ? <Empty title={t('records.empty')} /> : <ListTable caption={t(`own.list.${kind}`)} columns={columns[kind]} rows={linked} keyOf={(row) => row.code} t={t} />}
      <Pager shown={rows.length} total={{ count: total, exact: true }} first={after === null ? undefined : at} next={next === null ? undefined : to.ownReports(edition.ref, kind, named, { after: next })} />
    </EditionPage>
  );
}

type Linked = SubjectRow & { readonly href: string };

const columnsOf = (kind: Subject['kind']): readonly Column<Linked>[] => [
  { id: 'name', header: (t) => t(`own.subject.${kind}`), cell: ({ name, href }) => <a href={href}><bdi>{name}</bdi></a> },
  { id: 'by', header: (t) => t('own.led'), numeric: true, cell: (row, { language }) => formatNumber(language, row.by, 0) },
  { id: 'beside', header: (t) => t(`own.beside.${kind}`), numeric: true, cell: (row, { language }) => formatNumber(language, row.beside, 0) },
  { id: 'reported', header: (t) => t('extracts.reported'), numeric: true, cell: (row, { t, language }) => t('extracts.of', { part: formatNumber(language, row.reporting, 0), whole: formatNumber(language, row.expected, 0) }) },
];
const columns = { country: columnsOf('country'), member: columnsOf('member') } as const;
