import type { ReactNode } from 'react';
import { formatMoney, formatNumber } from '#app/languages/format';
import type { Text } from '#app/languages/catalogue';
import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import type { Column, Words } from '#app/table/column';
import { clauseHref } from '../addresses';
import { spellVersion } from '../coverage/question';
import { relations, type Relation } from '../model';
import type { Carried } from './carried.server';
import { carriedHref, carriedMoneyHref } from './list';
import type { Through } from './model';
import type { CrosswalkRow, Mapped } from './page.server';
import { wayOf } from './words';

/** A count with the money behind it. */
export type Numbers = Pick<Carried, 'commitments' | 'pledges' | 'pledged' | 'disbursed'>;

/** How many commitments a relation carries across, with the way to their list; a dash where nothing is mapped by it. */
export function carriedCount(carried: Numbers | undefined, through: Through | undefined, language: Language): ReactNode {
  if (carried === undefined) return <span className="muted">–</span>;
  const shown = formatNumber(language, carried.commitments);
  return through === undefined || carried.commitments === 0 ? shown : <a href={carriedHref(through, language)}>{shown}</a>;
}

/** The money behind them on one rung, with the way to the pledges that are in the sum. */
export function carriedMoney(carried: Numbers | undefined, rung: 'pledged' | 'disbursed', through: Through | undefined, language: Language): ReactNode {
  if (carried === undefined) return <span className="muted">–</span>;
  const shown = formatMoney(language, carried[rung], 'USD');
  return through === undefined || carried.pledges === 0 ? shown : <a href={carriedMoneyHref(through, language)}>{shown}</a>;
}

/** A draft has no lists: nobody can have promised on it. */
const throughOf = ({ here, there, clause }: CrosswalkRow, relation: Relation): Through | undefined =>
  here.status === 'draft' || there.status === 'draft' ? undefined : { version: spellVersion(here), code: clause.code, relation, other: spellVersion(there) };

const across = (relation: Relation): Column<CrosswalkRow> => ({
  id: relation, numeric: true, header: (t) => t(`crosswalk.column.${relation}`),
  cell: (row, { t, language }) => {
    const carried = row.carried[relation];
    const through = throughOf(row, relation);
    return (
      <>
        {carriedCount(carried, through, language)}
        {carried !== undefined && carried.pledges > 0 && (
          <div className="tiny muted">
            {carriedMoney(carried, 'pledged', through, language)} {t('crosswalk.of_pledged')}<br />{formatMoney(language, carried.disbursed, 'USD')} {t('crosswalk.of_disbursed')}
          </div>
        )}
      </>
    );
  },
});

const clauseCell = ({ here, clause }: CrosswalkRow, { language }: Words) => {
  const name = <><bdi>{clause.code}</bdi> {clause.title}</>;
  return here.status === 'draft' ? name : <a href={clauseHref(here.framework, clause.code, here.status === 'superseded' ? here.number : undefined, language)}>{name}</a>;
};

/** The codes of what a clause is mapped to, under how it relates to them. */
function byWay(mapped: readonly Mapped[], t: Text): [string, string[]][] {
  const ways = new Map<string, string[]>();
  for (const one of mapped) ways.set(wayOf(one, t), [...(ways.get(wayOf(one, t)) ?? []), one.code]);
  return [...ways];
}

/** One side of the crosswalk: each relation in a column of its own, because what they carry is never added up. */
export const crosswalkColumns: readonly Column<CrosswalkRow>[] = [
  { id: 'clause', header: (t) => t('crosswalk.clause'), cell: clauseCell },
  {
    id: 'mapped', header: (t) => t('crosswalk.mapped_to'),
    cell: ({ mapped }, { t }) => (mapped.length === 0 ? <span className="muted">{t('crosswalk.unmapped')}</span> : (
      <>{byWay(mapped, t).map(([way, codes]) => <div key={way}><span className="small muted">{way}</span> <bdi>{codes.join(', ')}</bdi></div>)}</>
    )),
  },
  {
    id: 'named', numeric: true, header: (t) => t('crosswalk.named'),
    cell: ({ here, clause }, { language }) => (clause.commitments === 0 ? formatNumber(language, 0)
      : <a href={paths.in(language).commitments({ version: spellVersion(here), node: clause.code, status: 'counted' })}>{formatNumber(language, clause.commitments)}</a>),
  },
  ...relations.map(across),
];
