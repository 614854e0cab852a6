import type { ReactNode } from 'react';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { constituencyName, typeOrReason } from '#app/members/organisations/words';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import type { Pair, Side } from './queries.server';

interface Line {
  readonly key: string;
  readonly one: ReactNode;
  readonly other: ReactNode;
  readonly differs: boolean;
}

/** Both records side by side, line by line; lines that differ are marked. */
export function Comparison({ pair: { one, other } }: { readonly pair: Pair }) {
  const t = useText('members');
  const { language } = useLocale();
  const line = (key: string, shown: (side: Side) => ReactNode, plain: (side: Side) => string): Line => ({ key, one: shown(one), other: shown(other), differs: plain(one) !== plain(other) });
  const text = (key: string, value: (side: Side) => string | null) => line(key, (side) => value(side) ?? <span className="muted">{t('list.not_known')}</span>, (side) => value(side) ?? '');
  const count = (key: string, value: (side: Side) => number) => line(key, (side) => formatNumber(language, value(side)), (side) => String(value(side)));
  const lines: readonly Line[] = [
    line('ref', (side) => <a href={paths.in(language).member(side.ref)}><bdi>{side.ref}</bdi></a>, () => ''),
    line('name', (side) => <span dir="auto">{side.name}</span>, ({ name }) => name), text('short_name', ({ short_name }) => short_name),
    text('type', (side) => typeOrReason(side, t, language)), text('constituency', ({ constituency }) => (constituency === null ? null : constituencyName(constituency, language))), text('country', ({ country }) => country),
    text('website', ({ website }) => website), text('identifiers', ({ identifiers }) => identifiers.join(', ') || null), text('former_names', ({ former_names }) => former_names.join(' · ') || null), text('source_note', ({ source_note }) => source_note),
    text('member', ({ member }) => t(member ? 'duplicates.is_member' : 'standing.not_a_member')), count('people', ({ people }) => people), count('commitments', ({ commitments }) => commitments), count('pledges', ({ pledges }) => pledges),
    count('endorsements', ({ endorsements }) => endorsements), count('seats', ({ seats }) => seats),
  ];
  const columns: readonly Column<Line>[] = [
    { id: 'what', header: () => t('duplicates.line'), cell: ({ key, differs }) => (differs ? <strong>{t(`duplicates.lines.${key}`)}</strong> : t(`duplicates.lines.${key}`)) },
    { id: 'one', header: () => one.name, cell: (row) => row.one },
    { id: 'other', header: () => other.name, cell: (row) => row.other },
  ];
  return <ListTable caption={t('duplicates.side_by_side')} columns={columns} rows={lines} keyOf={({ key }) => key} t={t} />;
}
