import { formatDate } from '#app/languages/format';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Tag, type Tone } from '#app/ui/tag';
import type { Gap, GapState } from './model';

export type GapAct = 'plan' | 'closure' | 'acceptance';
interface GapTableProps {
  readonly gaps: readonly Gap[];
  /** For those who work on it: the commitment, what can be done with each, and who looks after it. */
  readonly desk?: { readonly commitment: string; readonly acts: Readonly<Record<string, readonly GapAct[]>>; readonly owners: Readonly<Record<string, string>> } | undefined;
}
type Row = Gap & Pick<GapTableProps, 'desk'>;

/** What is missing, what is done about it, and by when. */
export function GapTable({ gaps, desk }: GapTableProps) {
  const t = useText('commitments');
  return <ListTable caption={t('gaps.title')} columns={desk === undefined ? columns : [...columns, owner, acting]} rows={gaps.map((gap) => ({ ...gap, desk }))} keyOf={({ id }) => id} t={t} />;
}

const tones: Readonly<Record<GapState, Tone>> = { open: 'late', planned: 'prog', closed: 'ok', accepted: 'none' };
const columns: readonly Column<Row>[] = [
  { id: 'what', header: (t) => t('gaps.what'), cell: ({ what, goal }, { t }) => (what === null ? t('gaps.baseline', { number: goal ?? 1 }) : <span dir="auto">{what}</span>) },
  { id: 'state', header: (t) => t('list.status'), unnamed: true, cell: ({ status }, { t }) => <Tag tone={tones[status]}>{t(`gaps.state.${status}`)}</Tag> },
  { id: 'plan', header: (t) => t('gaps.plan'), cell: ({ plan, answer }, { t }) => <span dir="auto">{answer ?? plan ?? t('gaps.no_plan')}</span> },
  { id: 'due', header: (t) => t('gaps.by'), unbroken: true, cell: ({ due_on, ended_on }, { t, language }) => (ended_on ?? due_on) === null ? t('list.no_date') : formatDate(language, ended_on ?? due_on ?? '', 'short') },
];
const owner: Column<Row> = { id: 'owner', header: (t) => t('gaps.owner'), cell: ({ owner_id, desk }, { t }) => desk?.owners[owner_id ?? ''] ?? t('gaps.nobody') };
const acting: Column<Row> = {
  id: 'act', header: (t) => t('partners.acts'), unnamed: true,
  cell: ({ id, desk }, { t }) => <span className="row">{(desk?.acts[id] ?? []).map((act) => <a key={act} className="btn btn--text" href={paths.gapAct(desk?.commitment ?? '', id, act)}>{t(`gaps.act.${act}`)}</a>)}</span>,
};
