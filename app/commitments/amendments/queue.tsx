import { formatDate } from '#app/languages/format';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Empty } from '#app/ui/empty';
import { Section } from '#app/ui/section';
import { Written } from '#app/ui/written';
import type { WaitingAmendment } from './queries.server';

/** Amendments that wait to be decided, oldest first; one's own never appear here. */
export function AmendmentQueue({ rows }: { readonly rows: readonly WaitingAmendment[] }) {
  const t = useText('commitments');
  return (
    <Section id="amendments" title={t('amendments.waiting')} note={t('amendments.waiting_note')}>
      {rows.length === 0 ? <Empty title={t('amendments.none')} /> : <ListTable caption={t('amendments.waiting')} columns={columns} rows={rows} keyOf={(row) => row.amendment_id} t={t} />}
    </Section>
  );
}

const columns: readonly Column<WaitingAmendment>[] = [
  { id: 'title', header: (t) => t('list.commitment'), cell: (row) => <><a href={paths.amendment(row.ref, row.number)}><Written in={row.title_language}>{row.title}</Written></a><span className="ref">{row.ref}</span></> },
  { id: 'lead', header: (t) => t('list.lead'), cell: (row) => row.lead },
  { id: 'why', header: (t) => t('amendments.asked_why'), worded: true, cell: (row) => <span dir="auto">{row.reason}</span> },
  { id: 'asked', header: (t) => t('amendments.asked_on'), unbroken: true, cell: (row, { language }) => formatDate(language, row.asked_on, 'short') },
];
