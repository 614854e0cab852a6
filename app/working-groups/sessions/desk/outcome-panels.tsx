import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { List } from '#app/ui/list';
import { TextArea } from '#app/form/field';
import { ListTable } from '#app/table/table';
import { ownerOf } from '#app/working-groups/actions/table';
import { NotedBy } from '#app/working-groups/agenda/noted-by';
import { notesOf } from '#app/working-groups/agenda/model';
import { decisionTag } from '#app/working-groups/marks';
import type { Column } from '#app/table/column';
import { quorumOf } from '#app/working-groups/sessions/model';
import { ActForm, useReply, type Desk } from './act-form';

interface Captured {
  readonly key: string;
  readonly item: number | null;
  readonly record: ReturnType<NonNullable<Column<never>['cell']>>;
  readonly text: string;
  readonly more: ReturnType<NonNullable<Column<never>['cell']>>;
}

const columns: readonly Column<Captured>[] = [
  { id: 'record', header: (t) => t('desk.record'), unbroken: true, cell: (row) => row.record },
  { id: 'item', header: (t) => t('agenda.item'), numeric: true, cell: (row, { language }) => (row.item === null ? '' : formatNumber(language, row.item)) },
  { id: 'text', header: (t) => t('decision.text'), unnamed: true, cell: (row) => <bdi>{row.text}</bdi> },
  { id: 'more', header: (t) => t('status'), unnamed: true, cell: (row) => row.more },
];

/** What was written down so far; and while it meets, how the session ends. */
export function SoFarPanel({ desk }: { readonly desk: Desk }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const words = { t, language };
  const rows: Captured[] = [
    ...desk.decisions.map((one) => ({ key: one.ref, item: one.item, record: <a className="nw" href={paths.in(language).decision(one.ref)}>{one.ref}</a>, text: one.text, more: decisionTag(one.status, t) })),
    ...desk.actions.map((one) => ({ key: one.id, item: one.item, record: <a href={paths.in(language).action(one.ref)}>{one.ref}</a>, text: one.text, more: <span>{ownerOf(one, words)} · {formatDate(language, one.due_on, 'short')}</span> })),
    ...notesOf(desk.agenda).map((note) => ({ ...note, record: t('desk.note'), more: <NotedBy note={note} zone={desk.session.time_zone} /> })),
  ].toSorted((a, b) => (a.item ?? 999) - (b.item ?? 999));
  return (
    <section className="panel" aria-labelledby="so-far">
      <h2 id="so-far">{t('desk.so_far')}</h2>
      {rows.length === 0 ? <p className="muted">{t('desk.nothing_yet')}</p> : <ListTable caption={t('desk.so_far')} columns={columns} rows={rows} keyOf={(row) => row.key} t={t} />}
      {desk.session.status === 'in_progress' && <Closing desk={desk} />}
    </section>
  );
}

/** Closing asks once more, by being folded away. */
function Closing({ desk }: { readonly desk: Desk }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const { field, sent } = useReply<{ summary: string }>(desk, 'adjournment');
  const open = desk.agenda.filter((item) => item.outcome === null).length;
  return (
    <details open={sent}>
      <summary>{t('desk.close')}</summary>
      <ActForm desk={desk} act="adjournment" className="flow cap">
        <TextArea {...field('summary')} label={t('desk.summary')} hint={t('desk.summary_hint')} maxLength={4000} optional />
        {open > 0 && <p className="small">{t('desk.would_defer', { count: open, shown: formatNumber(language, open) })}</p>}
        <Button weight="second">{t('desk.close')}</Button>
      </ActForm>
    </details>
  );
}

/** WG-4: what was decided without quorum waits for a session that has one. */
export function ProvisionalPanel({ desk }: { readonly desk: Desk }) {
  const t = useText('working-groups');
  const met = quorumOf(desk.room).met;
  return (
    <section className="panel" aria-labelledby="provisional">
      <h2 id="provisional">{t('desk.provisional')}</h2>
      <List>
        {desk.provisional.map((one) => (
          <li key={one.id}>
            <p><b><bdi>{one.ref}</bdi></b> <bdi>{one.text}</bdi></p>
            <ActForm desk={desk} act="confirmation" className="row">
              <input type="hidden" name="decision" value={one.id} />
              <Button weight="second" why={met ? undefined : t('problems.no_quorum')}>{t('desk.confirm', { ref: one.ref })}</Button>
            </ActForm>
          </li>
        ))}
      </List>
    </section>
  );
}
