import { formatDate } from '#app/languages/format';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Tag, type Tone } from '#app/ui/tag';
import { amountOf } from '../marks';
import { type Milestone, milestoneStanding } from './model';

interface MilestoneTableProps {
  readonly milestones: readonly Milestone[];
  /** Of what they are called. */
  readonly language: string;
  readonly today: string;
  /** For those who may say what became of them, or take them away: the commitment, and the act. */
  readonly act?: { readonly commitment: string; readonly name: 'report' | 'removal' } | undefined;
}
type Row = Milestone & Pick<MilestoneTableProps, 'today' | 'act'> & { readonly spoken: string };

/** The milestones by their day: what was to be there, and what became of it. */
export function MilestoneTable({ milestones, language, today, act }: MilestoneTableProps) {
  const t = useText('commitments');
  const rows = milestones.map((one) => ({ ...one, today, act, spoken: language }));
  return <ListTable caption={t('milestones.title')} columns={act === undefined ? columns : [...columns, acting]} rows={rows} keyOf={(one) => one.id} t={t} />;
}

const tones: Readonly<Record<ReturnType<typeof milestoneStanding>, Tone>> = { planned: 'draft', in_progress: 'prog', achieved: 'ok', missed: 'off', dropped: 'none', overdue: 'late' };
const columns: readonly Column<Row>[] = [
  { id: 'due', header: (t) => t('milestones.due'), unbroken: true, cell: ({ due_on }, { language }) => formatDate(language, due_on, 'short') },
  { id: 'title', header: (t) => t('milestones.what'), cell: ({ title, note, spoken }) => <><span lang={spoken} dir="auto">{title}</span>{note !== null && <span className="block small muted" dir="auto">{note}</span>}</> },
  { id: 'value', header: (t) => t('milestones.value'), numeric: true, cell: ({ value, unit }, { t, language }) => (value === null ? t('nothing') : amountOf(value, unit, t, language)) },
  {
    id: 'state', header: (t) => t('list.status'), unnamed: true, cell: (one, { t, language }) => {
      const standing = milestoneStanding(one, one.today);
      return <Tag tone={tones[standing]} icon={standing === 'planned' ? null : tones[standing]}>{one.achieved_on === null ? t(`milestones.state.${standing}`) : t('milestones.achieved_on', { on: formatDate(language, one.achieved_on, 'short') })}</Tag>;
    },
  },
];
const acting: Column<Row> = {
  id: 'act', header: (t) => t('partners.acts'), unnamed: true,
  cell: ({ id, title, act }, { t }) => (act === undefined ? '' : <a className="btn btn--text" href={paths.milestoneAct(act.commitment, id, act.name)}>{t(`milestones.act.${act.name}`)}<span className="vh"> {title}</span></a>),
};
