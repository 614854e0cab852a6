import type { ReactNode } from 'react';
import { formatDate, formatMoneyExact } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { PledgeRow } from '#app/financing/pledges/queries.server';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';

interface Line {
  readonly key: string;
  readonly label: string;
  readonly one: ReactNode;
  readonly other: ReactNode;
  readonly differs: boolean;
}

/** Both pledges side by side, line by line; what differs is said in bold. */
export function LinkComparison({ pledge, countedIn }: { readonly pledge: PledgeRow; readonly countedIn: PledgeRow }) {
  const t = useText('financing');
  const { language } = useLocale();
  const to = paths.in(language);
  const line = (key: string, label: string, plain: (row: PledgeRow) => string, shown: (row: PledgeRow) => ReactNode = plain): Line =>
    ({ key, label, one: shown(pledge), other: shown(countedIn), differs: plain(pledge) !== plain(countedIn) });
  const money = (row: PledgeRow, amount: string) => formatMoneyExact(language, amount, row.currency);
  const lines: readonly Line[] = [
    line('title', t('pledges.pledge'), ({ title }) => title, ({ ref, title }) => <><a href={to.pledge(ref)} dir="auto">{title}</a> <span className="ref">{ref}</span></>),
    line('provider', t('pledge.provider'), ({ provider }) => provider.name),
    line('recipients', t('pledge.recipients'), ({ recipients }) => recipients.map(({ name }) => name).join(' · ') || t('pledge.no_recipients')),
    line('announced', t('rung.announced'), (row) => money(row, row.ladder.announced)), line('pledged', t('rung.pledged'), (row) => money(row, row.ladder.pledged)),
    line('committed', t('rung.committed'), (row) => money(row, row.ladder.committed)), line('disbursed', t('rung.disbursed'), (row) => money(row, row.ladder.disbursed)),
    line('on', t('pledges.announced'), ({ announced_on }) => formatDate(language, announced_on)),
    line('kind', t('pledge.kind'), ({ kind }) => t(`kind.${kind}`)), line('status', t('pledges.status'), ({ status }) => t(`status.${status}`)),
    line('iati', t('pledge.iati'), ({ iati_identifier }) => iati_identifier ?? t('none'), ({ iati_identifier }) => (iati_identifier === null ? t('none') : <bdi>{iati_identifier}</bdi>)),
  ];
  const columns: readonly Column<Line>[] = [
    { id: 'what', header: () => t('links.line'), cell: ({ label, differs }) => (differs ? <strong>{label}</strong> : label) },
    { id: 'one', header: () => t('links.pledge'), cell: (row) => row.one },
    { id: 'other', header: () => t('links.counted_in'), cell: (row) => row.other },
  ];
  return <ListTable caption={t('links.side_by_side')} columns={columns} rows={lines} keyOf={({ key }) => key} t={t} />;
}
