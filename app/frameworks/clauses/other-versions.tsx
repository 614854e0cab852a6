import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Section } from '#app/ui/section';
import type { ClausePage } from './page.server';
import type { OtherVersion } from './versions.server';

const columns: readonly Column<OtherVersion>[] = [
  {
    id: 'version', header: (t) => t('versions.version'),
    cell: (row, { t, language }) => <a href={paths.in(language).clause(row.code, { version: row.number })}>{t('versions.named', { number: row.number })}: <bdi>{row.code}</bdi> {row.title}</a>,
  },
  { id: 'commitments', numeric: true, header: (t) => t('others.commitments'), cell: (row, { language }) => formatNumber(language, row.commitments) },
  { id: 'endorsements', numeric: true, header: (t) => t('others.endorsements'), cell: (row, { language }) => formatNumber(language, row.endorsements) },
];

/** What the same clause carries in other versions: named as theirs, and added to nothing here. */
export function OtherVersions({ page: { clause, others } }: { readonly page: ClausePage }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  if (others.length === 0) return null;
  const last = others.at(-1)?.number ?? clause.version;
  const [from, to] = clause.version < last ? [clause.version, last] : [others[0]?.number ?? clause.version, clause.version];
  return (
    <Section id="versions" title={t('others.title')} note={t('others.note')}>
      <ListTable caption={t('others.title')} columns={columns} rows={others} keyOf={(row) => String(row.number)} t={t} />
      <p className="small"><a href={paths.in(language).compare(clause.framework, { from, to })}>{t('others.compare', { from, to })}</a></p>
    </Section>
  );
}
