import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { seatName } from '#app/working-groups/marks';
import { countsOf } from './model';
import type { InvitedRow } from './queries.server';

const columns: readonly Column<InvitedRow>[] = [
  { id: 'name', header: (t) => t('invitation.who'), cell: (row, { t, language }) => <><bdi>{row.name}</bdi><span className="ref"><bdi>{seatName(row, t, language)}</bdi></span></> },
  { id: 'answer', header: (t) => t('invitation.answer'), cell: (row, { t }) => <>{t(`invitation.answers.${row.answer ?? 'open'}`)}{row.instead !== null && <span className="ref">{t('invitation.instead_of', { name: row.instead })}</span>}</> },
];

/** Who comes to a session, as far as they have said it. */
export function InvitationsPanel({ invited }: { readonly invited: readonly InvitedRow[] }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const counts = countsOf(invited);
  return (
    <section className="panel" aria-labelledby="invited">
      <h2 id="invited">{t('invitation.who_comes')}</h2>
      <dl className="kv">
        {(['in_person', 'remote', 'not_coming', 'open'] as const).flatMap((key) => [<dt key={key}>{t(`invitation.answers.${key}`)}</dt>, <dd key={`${key} count`} className="num">{formatNumber(language, counts[key])}</dd>])}
      </dl>
      <details>
        <summary>{t('invitation.each')}</summary>
        <ListTable caption={t('invitation.who_comes')} columns={columns} rows={invited} keyOf={(row) => row.id} t={t} />
      </details>
    </section>
  );
}
