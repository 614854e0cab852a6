import { formatDate } from '#app/languages/format';
import { useText } from '#app/languages/text';
import { daysBetween } from '#app/platform/clock';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Fresh } from '#app/ui/fresh';
import { Written } from '#app/ui/written';
import type { Due } from './model';

interface DueTableProps {
  readonly items: readonly Due[];
  /** `YYYY-MM-DD` */
  readonly today: string;
}
type Waiting = Due & { readonly left: number | null };
const soonDays = 7;

/** What is due, soonest first; of each, what one can do. */
export function DueTable({ items, today }: DueTableProps) {
  const t = useText('records');
  const rows = items.map((item) => ({ ...item, left: item.due_on === null ? null : daysBetween(today, item.due_on) }));
  return <ListTable caption={t('due.caption')} columns={columns} rows={rows} keyOf={(item) => item.key} t={t} />;
}

const columns: readonly Column<Waiting>[] = [
  { id: 'what', header: (t) => t('due.what'), cell: (item, { language }) => <><a href={item.href}><Written in={item.language ?? language}>{item.title}</Written></a><span className="ref">{item.ref}</span></> },
  { id: 'why', header: (t) => t('due.why'), worded: true, cell: (item) => item.why },
  {
    id: 'due', header: (t) => t('due.due'), unnamed: true,
    cell: ({ due_on, left }, { t, language }) => <Fresh age={ageOf(left)}>{due_on === null ? t('due.now') : formatDate(language, due_on)}</Fresh>,
  },
  { id: 'act', header: (t) => t('due.act'), unnamed: true, cell: (item) => <a className="btn btn--2" href={item.href}>{item.act}<span className="vh"> {item.title}</span></a> },
];

function ageOf(left: number | null): 'old' | 'due' | undefined {
  if (left === null) return 'due';
  if (left < 0) return 'old';
  return left <= soonDays ? 'due' : undefined;
}
