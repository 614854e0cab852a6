import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { FigureTable } from '#app/ui/figure-table';
import { declarationCode, relations } from './model';
import type { Carried, Clause, Crossing } from './queries.server';
import { crossingLabel } from './text';

interface MappedProps {
  readonly clause: Clause;
  readonly crossings: readonly Crossing[];
  readonly carried: readonly Carried[];
}

/**
 * What reaches a clause, by relation: promises that name it, and those carried across from clauses of other frameworks.
 * A promise on a clause that contributes to this one is not a promise on this one, so the numbers stand apart and have no sum.
 */
export function Mapped({ clause, crossings, carried }: MappedProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  const linked = (one: Crossing, at: number) => (
    <span key={`${one.framework} ${one.code}`}>{at > 0 && ', '}<a href={one.framework === declarationCode ? to.clause(one.code) : `${to.framework(one.framework)}#${one.code}`}>{crossingLabel(one)}</a></span>
  );
  const across = relations.flatMap((relation) => {
    const from = crossings.filter((one) => one.relation === relation);
    const count = carried.find((one) => one.relation === relation)?.commitments ?? 0;
    return from.length === 0 ? [] : [[t(`crosswalk.${relation}_from`), <>{from.map(linked)}</>, formatNumber(language, count)]];
  });
  return (
    <FigureTable
      caption={t('crosswalk.caption', { code: clause.code })}
      columns={[{ label: t('crosswalk.relation') }, { label: t('crosswalk.clauses'), words: true }, { label: t('crosswalk.promises') }]}
      rows={[[t('crosswalk.named'), clause.code, formatNumber(language, clause.commitments)], ...across]}
    />
  );
}
