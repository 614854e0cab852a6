import { formatNumber } from '#app/languages/format';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Section } from '#app/ui/section';
import { stages, type Involvement, type Stage } from './model';

interface TeacherSectionProps {
  readonly commitmentRef: string;
  readonly involvements: readonly Involvement[];
  readonly working: boolean;
}
type Row = Partial<Omit<Involvement, 'stage'>> & { readonly stage: Stage };

/** How teachers take part, stage by stage: what is not said and that nobody was asked are told apart. */
export function TeacherSection({ commitmentRef, involvements, working }: TeacherSectionProps) {
  const t = useText('commitments');
  if (involvements.length === 0 && !working) return null;
  const rows: readonly Row[] = stages.map((stage) => involvements.find((one) => one.stage === stage) ?? { stage });
  return (
    <Section id="teachers" title={t('teachers.title')} note={t('teachers.note')}>
      {involvements.length === 0 ? <p className="muted">{t('not_said')}</p> : <ListTable caption={t('teachers.title')} columns={columns} rows={rows} keyOf={({ stage }) => stage} t={t} />}
      {working && <p className="pt-16"><ButtonLink weight="second" href={paths.teachers(commitmentRef)}>{t('teachers.work')}</ButtonLink></p>}
    </Section>
  );
}

const columns: readonly Column<Row>[] = [
  { id: 'stage', header: (t) => t('teachers.stage_label'), cell: ({ stage }, { t }) => t(`teachers.stage.${stage}`) },
  { id: 'many', header: (t) => t('teachers.how_many'), numeric: true, cell: ({ nobody, how_many }, { t, language }) => (nobody === undefined ? t('not_said') : how_many == null ? t('teachers.nobody') : formatNumber(language, how_many)) },
  { id: 'chosen', header: (t) => t('teachers.how_chosen'), cell: ({ how_chosen }, { t }) => <span dir="auto">{how_chosen ?? t('nothing')}</span> },
  {
    id: 'changed', header: (t) => t('teachers.what_changed'),
    cell: ({ what_changed, evidence_url }, { t }) => <><span dir="auto">{what_changed ?? t('nothing')}</span>{evidence_url != null && <span className="block small"><a href={evidence_url} rel="nofollow noopener">{t('teachers.evidence')}</a></span>}</>,
  },
];
