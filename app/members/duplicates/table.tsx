import { paths } from '#app/paths';
import type { Column, Words } from '#app/table/column';
import type { Pair, Side } from './queries.server';

const named = (side: Side, { language, t }: Words) => (
  <div>
    <a href={paths.in(language).member(side.ref)} dir="auto">{side.name}</a>
    <span className="ref">{side.ref}{side.member && ` · ${t('duplicates.is_member')}`}{side.country !== null && ` · ${side.country}`}</span>
  </div>
);

/** The desk of duplicates: one line for each pair, to be chosen or opened. */
export const pairColumns: readonly Column<Pair>[] = [
  {
    id: 'one', header: (t) => t('duplicates.one'),
    cell: (row, words) => (
      <div className="row">
        <label className="choice"><input type="checkbox" name="pair" value={row.id} /> <span className="vh">{words.t('duplicates.choose_pair', { one: row.one.name, other: row.other.name })}</span></label>
        {named(row.one, words)}
      </div>
    ),
  },
  { id: 'other', header: (t) => t('duplicates.other'), cell: (row, words) => named(row.other, words) },
  { id: 'because', header: (t) => t('duplicates.because'), cell: (row, { t }) => <div>{row.reasons.map((reason) => t(`because.${reason}`)).join(' · ')}{row.claimed_identifiers.length > 0 && <><br /><bdi className="small muted">{row.claimed_identifiers.join(', ')}</bdi></>}</div> },
  { id: 'open', header: (t) => t('duplicates.decide'), unnamed: true, cell: (row, { t }) => <a className="btn btn--2" href={paths.duplicate(row.id)}>{t('duplicates.compare')}<span className="vh"> {row.one.name}, {row.other.name}</span></a> },
];
