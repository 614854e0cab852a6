import type { ReactNode } from 'react';
import { formatMoney, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { FigureTable } from '#app/ui/figure-table';
import { clauseHref } from '../addresses';
import { spellVersion } from '../coverage/question';
import { relations } from '../model';
import type { Carried } from './carried.server';
import { carriesTo } from './model';
import type { Crossing } from './queries.server';
import { carriedCount, carriedMoney } from './table';
import { crossingLabel } from './words';

/** A clause with what was promised on itself. */
export interface Reached {
  readonly id: string;
  readonly code: string;
  readonly commitments: number;
  readonly pledged: string;
  readonly disbursed: string;
}

interface MappedProps {
  readonly version: { readonly framework: string; readonly number: number };
  readonly clause: Reached;
  /** Of all clauses of the version. */
  readonly crossings: readonly Crossing[];
  readonly carried: readonly Carried[];
}

/**
 * What reaches a clause, by relation: promises that name it, and those carried across from clauses of other frameworks.
 * A promise on a clause that contributes to this one is not a promise on this one, so the numbers stand apart and have no sum.
 */
export function Mapped({ version, clause, crossings, carried }: MappedProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const linked = (one: Crossing, at: number) => <span key={`${one.framework} ${one.code}`}>{at > 0 && ', '}<a href={clauseHref(one.framework, one.code, undefined, language)}>{crossingLabel(one)}</a></span>;
  const own = crossings.filter((one) => one.node_id === clause.id);
  const across = relations.flatMap((relation): ReactNode[][] => {
    const from = own.filter((one) => one.relation === relation && carriesTo(relation, one.outward));
    const numbers = carried.find((one) => one.node_id === clause.id && one.relation === relation);
    const through = { version: spellVersion(version), code: clause.code, relation };
    return from.length === 0 ? [] : [[t(`crosswalk.${relation}_from`), <>{from.map(linked)}</>, carriedCount(numbers, through, language), carriedMoney(numbers, 'pledged', through, language), carriedMoney(numbers, 'disbursed', through, language)]];
  });
  const towards = own.filter((one) => !carriesTo(one.relation, one.outward));
  const nothing = <span className="muted">–</span>;
  const money = (amount: string) => formatMoney(language, amount, 'USD');
  const count = formatNumber(language, clause.commitments);
  const promises = clause.commitments === 0 ? count : <a href={paths.in(language).commitments({ version: spellVersion(version), node: clause.code, status: 'counted' })}>{count}</a>;
  return (
    <>
      <FigureTable
        caption={t('crosswalk.caption', { code: clause.code })}
        columns={[{ label: t('crosswalk.relation') }, { label: t('crosswalk.clauses'), words: true }, { label: t('crosswalk.promises') }, { label: t('money.pledged') }, { label: t('money.disbursed') }]}
        rows={[
          [t('crosswalk.named'), clause.code, promises, money(clause.pledged), money(clause.disbursed)],
          ...across,
          ...(towards.length === 0 ? [] : [[t('crosswalk.contributes_to'), <>{towards.map(linked)}</>, nothing, nothing, nothing]]),
        ]}
      />
      {towards.length > 0 && <p className="meta">{t('crosswalk.one_way')}</p>}
    </>
  );
}
