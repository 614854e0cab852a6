import type { FileColumn } from '#app/table/files/column';
import { spellVersion } from '../coverage/question';
import { relations, type Relation } from '../model';
import type { CrosswalkRow } from './page.server';

const across = (relation: Relation): readonly FileColumn<CrosswalkRow>[] => [
  { header: `${relation}_clauses`, value: ({ mapped }) => mapped.filter((one) => one.relation === relation).map(({ code }) => code).join(';') || null },
  { header: `${relation}_commitments`, value: ({ carried }) => carried[relation]?.commitments ?? null },
  ...(['pledged', 'committed', 'disbursed'] as const).map((rung) => ({ header: `${relation}_${rung}_usd`, value: ({ carried }: CrosswalkRow) => carried[relation]?.[rung] ?? null })),
];

/** Their order is a promise to those who script against it: columns are only added, at the end. A relation that carries nothing over is missing, not 0. */
export const crosswalkFileColumns: readonly FileColumn<CrosswalkRow>[] = [
  { header: 'version', value: ({ here }) => spellVersion({ framework: here.framework, number: here.number }) },
  { header: 'clause', value: ({ clause }) => clause.code },
  { header: 'clause_title', value: ({ clause }) => clause.title },
  { header: 'other_version', value: ({ there }) => spellVersion({ framework: there.framework, number: there.number }) },
  { header: 'named_commitments', value: ({ clause }) => clause.commitments },
  ...relations.flatMap(across),
  { header: 'as_of_date', value: ({ asOf }) => asOf },
];
