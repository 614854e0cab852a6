import type { ReactNode } from 'react';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { clauseHref } from '../addresses';
import { spellVersion } from '../coverage/question';
import { relations } from '../model';
import type { Carried } from './carried.server';
import { carriesTo, type Through } from './model';
import type { Crossing } from './queries.server';
import { carriedCount, carriedMoney, type Numbers } from './table';
import { crossingLabel } from './words';

/** A clause with what was promised on itself. */
export interface Reached extends Numbers {
  readonly id: string;
  readonly code: string;
}

interface MappedProps {
  readonly version: { readonly framework: string; readonly number: number };
  readonly clause: Reached;
  /** Of all clauses of the version. */
  readonly crossings: readonly Crossing[];
  readonly carried: readonly Carried[];
}

/** What reaches a clause in one way. Without numbers nothing is carried. */
interface Line {
  readonly label: string;
  readonly clauses: ReactNode;
  readonly numbers: Numbers | undefined;
  /** Undefined for what names the clause itself. */
  readonly through: Through | undefined;
  /** The list of what names it. */
  readonly own?: string;
}

const columns: readonly Column<Line>[] = [
  { id: 'relation', header: (t) => t('crosswalk.relation'), cell: ({ label }) => label },
  { id: 'clauses', header: (t) => t('crosswalk.clauses'), cell: ({ clauses }) => clauses },
  {
    id: 'commitments', numeric: true, header: (t) => t('crosswalk.promises'),
    cell: ({ numbers, through, own }, { language }) => (own !== undefined && numbers !== undefined && numbers.commitments > 0 ? <a href={own}>{formatNumber(language, numbers.commitments)}</a> : carriedCount(numbers, through, language)),
  },
  ...(['pledged', 'disbursed'] as const).map((rung): Column<Line> => ({ id: rung, numeric: true, header: (t) => t(`money.${rung}`), cell: ({ numbers, through }, { language }) => carriedMoney(numbers, rung, through, language) })),
];

/**
 * What reaches a clause, by relation: promises that name it, and those carried across from clauses of other frameworks.
 * A promise on a clause that contributes to this one is not a promise on this one, so the numbers stand apart and have no sum.
 */
export function Mapped({ version, clause, crossings, carried }: MappedProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const crossed = crossings.filter((one) => one.node_id === clause.id);
  const linked = (some: readonly Crossing[]) => <>{some.map((one, at) => <span key={`${one.framework} ${one.code}`}>{at > 0 && ', '}<a href={clauseHref(one.framework, one.code, undefined, language)}>{crossingLabel(one)}</a></span>)}</>;
  const across = relations.flatMap((relation): Line[] => {
    const from = crossed.filter((one) => one.relation === relation && carriesTo(relation, one.outward));
    const numbers = carried.find((one) => one.node_id === clause.id && one.relation === relation);
    return from.length === 0 ? [] : [{ label: t(`crosswalk.${relation}_from`), clauses: linked(from), numbers, through: { version: spellVersion(version), code: clause.code, relation } }];
  });
  const towards = crossed.filter((one) => !carriesTo(one.relation, one.outward));
  const rows: Line[] = [
    { label: t('crosswalk.named'), clauses: <bdi>{clause.code}</bdi>, numbers: clause, through: undefined, own: paths.in(language).commitments({ version: spellVersion(version), node: clause.code, status: 'counted' }) },
    ...across,
    ...(towards.length === 0 ? [] : [{ label: t('crosswalk.contributes_to'), clauses: linked(towards), numbers: undefined, through: undefined }]),
  ];
  return (
    <>
      <ListTable caption={t('crosswalk.caption', { code: clause.code })} columns={columns} rows={rows} keyOf={({ label }) => label} t={t} />
      {towards.length > 0 && <p className="meta">{t('crosswalk.one_way')}</p>}
    </>
  );
}
