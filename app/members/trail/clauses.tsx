import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { type ClauseRow, type Trail, unserved } from './model';

interface ClausesSectionProps {
  readonly trail: Trail;
  /** Heads of the two counts: "By Kenya", "For Kenya". */
  readonly by: string;
  readonly beside: string;
}

/** Every action line of the Declaration, those that nothing serves first. */
export function ClausesSection({ trail: { clauses, declaration }, by, beside }: ClausesSectionProps) {
  const t = useText('members');
  const { language } = useLocale();
  const gaps = unserved(clauses);
  const note = declaration === undefined ? undefined : t(declaration.working ? 'trail.clauses_note_working' : 'trail.clauses_note', { framework: declaration.name, version: declaration.number });
  const columns = [clauseColumn, countColumn('by', by), countColumn('beside', beside)];
  return (
    <Section id="clauses" title={t('trail.clauses')} note={note}>
      {clauses.length === 0 ? (
        <Notice tone="none" small title={t('trail.gap')}>{t('trail.no_declaration')}</Notice>
      ) : (
        <>
          <ListTable caption={t('trail.clauses_caption')} columns={columns} rows={clauses.toSorted((a, b) => a.by + a.beside - (b.by + b.beside))} keyOf={(row) => row.code} t={t} />
          <p className="small muted">{gaps.length === 0 ? t('trail.all_served') : t('trail.unserved', { count: gaps.length, shown: formatNumber(language, gaps.length), of: formatNumber(language, clauses.length) })}</p>
        </>
      )}
    </Section>
  );
}

const clauseColumn: Column<ClauseRow> = {
  id: 'clause', header: (t) => t('trail.clause'),
  cell: (row, { language }) => <a href={paths.in(language).clause(row.code)} lang={row.title_language === language ? undefined : row.title_language}><bdi>{row.code}</bdi> {row.title}</a>,
};

const countColumn = (which: 'by' | 'beside', label: string): Column<ClauseRow> => ({
  id: which, header: () => label, numeric: true, cell: (row, { t, language }) => (row[which] === 0 ? <span className="muted">{t('trail.none')}</span> : formatNumber(language, row[which])),
});
