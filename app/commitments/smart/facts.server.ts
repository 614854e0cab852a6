import type { Reader } from '#app/platform/database.server';
import type { LockedCommitment } from '../lock.server';
import type { SubmissionFacts } from './model';

/** What the rules of submission look at, as it stands in the database. */
export async function submissionFacts(db: Reader, row: Pick<LockedCommitment, 'id' | 'language' | 'type' | 'learner_data' | 'starts_on' | 'ends_on'>): Promise<SubmissionFacts> {
  const counted = await db.selectNoFrom((eb) => [
    eb.selectFrom('commitment_texts').select('action').where('commitment_id', '=', row.id).where('language', '=', row.language).as('action'),
    eb.selectFrom('commitment_beneficiaries').select((e) => e.fn.countAll<string>().as('n')).where('commitment_id', '=', row.id).as('beneficiaries'),
    eb.selectFrom('commitment_nodes as c').innerJoin('framework_nodes as n', 'n.id', 'c.node_id').innerJoin('framework_versions as v', 'v.id', 'n.version_id')
      .select((e) => e.fn.countAll<string>().as('n')).where('c.commitment_id', '=', row.id).where('v.status', '<>', 'draft').as('clauses'),
    eb.selectFrom('pledges').select((e) => e.fn.countAll<string>().as('n')).where('commitment_id', '=', row.id).where('status', '<>', 'cancelled').as('pledges'),
  ]).executeTakeFirstOrThrow();
  const goals = await db.selectFrom('goals').select(['target_value', 'unit', 'target_on', 'method', 'baseline_value', 'target_words', 'scale']).where('commitment_id', '=', row.id).orderBy('position').execute();
  const countries = await db.selectFrom('commitment_countries').select('share').where('commitment_id', '=', row.id).execute();
  return {
    action: counted.action, beneficiaries: Number(counted.beneficiaries), clauses: Number(counted.clauses), pledges: Number(counted.pledges),
    type: row.type, learner_data: row.learner_data, starts_on: row.starts_on, ends_on: row.ends_on, goals, shares: countries.map((one) => one.share),
  };
}
