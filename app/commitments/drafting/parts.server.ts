import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { baselineNotKnown, type CountryShare, type GoalForm, type What } from './model';

/** Each part is written as the difference to what stands there, in one statement, so that the audit trail shows what a person changed and nothing else. */
export async function writeText(tx: Tx, id: string, what: Pick<What, 'language' | 'title' | 'action' | 'problem'>): Promise<void> {
  const { language, title, action, problem } = what;
  await tx.insertInto('commitment_texts').values({ commitment_id: id, language, title, action, problem })
    .onConflict((conflict) => conflict.columns(['commitment_id', 'language']).doUpdateSet((eb) => ({
      title, action, problem, origin: 'human', source_version: sql<number>`${eb.ref('commitment_texts.source_version')} + 1`,
    })).where((eb) => eb(sql`(commitment_texts.title, commitment_texts.action, commitment_texts.problem)`, 'is distinct from', sql`(${title}::text, ${action}::text, ${problem}::text)`)))
    .execute();
}

/** Takes away the text in the language that it turned out not to be in; answers which state of the words that was. */
export async function removeText(tx: Tx, row: { readonly id: string; readonly language: string }): Promise<number> {
  const { source_version } = await tx.deleteFrom('commitment_texts').where('commitment_id', '=', row.id).where('language', '=', row.language).returning('source_version').executeTakeFirstOrThrow();
  return source_version;
}

/** Makes the text in a language the authoritative one: no translation any more, and later than what every other one was made from. */
export async function authorText(tx: Tx, id: string, language: string, source_version: number): Promise<void> {
  await tx.updateTable('commitment_texts').set({ source_version, origin: 'human', translated_by: null, checked_by: null, checked_at: null })
    .where('commitment_id', '=', id).where('language', '=', language).execute();
}

/** CO-1: only clauses of a version that is out count; an id that names none is left out. */
export async function writeNodes(tx: Tx, id: string, nodes: readonly string[]): Promise<void> {
  if (nodes.length === 0) return void (await tx.deleteFrom('commitment_nodes').where('commitment_id', '=', id).execute());
  await tx.with('gone', (db) => db.deleteFrom('commitment_nodes').where('commitment_id', '=', id).where('node_id', 'not in', [...nodes])).insertInto('commitment_nodes').columns(['commitment_id', 'node_id'])
    .expression((eb) => eb.selectFrom('framework_nodes as n').innerJoin('framework_versions as v', 'v.id', 'n.version_id')
      .select([sql<string>`${id}::uuid`.as('commitment_id'), 'n.id as node_id']).where('n.id', 'in', [...nodes]).where('v.status', '<>', 'draft'))
    .onConflict((conflict) => conflict.doNothing()).execute();
}

/** Groups that stand in a commitment before it is submitted were designed in from the start. */
export async function writeBeneficiaries(tx: Tx, id: string, groups: readonly string[]): Promise<void> {
  if (groups.length === 0) return void (await tx.deleteFrom('commitment_beneficiaries').where('commitment_id', '=', id).execute());
  await tx.with('gone', (db) => db.deleteFrom('commitment_beneficiaries').where('commitment_id', '=', id).where('group_code', 'not in', [...groups])).insertInto('commitment_beneficiaries').values(groups.map((group_code) => ({ commitment_id: id, group_code, designed_in: true })))
    .onConflict((conflict) => conflict.doNothing()).execute();
}

/** A country that stands alone has the whole. */
export async function writeCountries(tx: Tx, id: string, countries: readonly CountryShare[]): Promise<void> {
  const codes = countries.map((one) => one.country_iso2);
  if (codes.length === 0) return void (await tx.deleteFrom('commitment_countries').where('commitment_id', '=', id).execute());
  const rows = countries.map(({ country_iso2, share }) => ({ commitment_id: id, country_iso2, share: codes.length === 1 ? '100' : share }));
  await tx.with('gone', (db) => db.deleteFrom('commitment_countries').where('commitment_id', '=', id).where('country_iso2', 'not in', codes)).insertInto('commitment_countries').values(rows)
    .onConflict((conflict) => conflict.columns(['commitment_id', 'country_iso2']).doUpdateSet((eb) => ({ share: eb.ref('excluded.share') }))).execute();
}

export async function writeGoals(tx: Tx, id: string, goals: readonly GoalForm[]): Promise<void> {
  const standing = await tx.selectFrom('goals').select(['id', 'position']).where('commitment_id', '=', id).execute();
  await tx.deleteFrom('goals').where('commitment_id', '=', id).where('position', '>', goals.length).execute();
  for (const [at, goal] of goals.entries()) {
    const facts = {
      statement: goal.statement, unit: goal.unit, ...detailOf(goal), method: goal.method, ascending: goal.ascending,
      baseline_value: goal.baseline_value, baseline_year: goal.baseline_value === null ? null : goal.baseline_year,
      baseline_missing: goal.baseline_value === null ? baselineNotKnown : null, target_value: goal.target_value, target_on: goal.target_on,
    };
    const before = standing.find((one) => one.position === at + 1);
    if (before === undefined) await tx.insertInto('goals').values({ id: newId(), commitment_id: id, position: at + 1, ...facts }).execute();
    else await tx.updateTable('goals').set(facts).where('id', '=', before.id).execute();
  }
}

function detailOf({ unit, detail }: GoalForm) {
  const number = unit === 'percent' ? 'percentage' : 'unit';
  if (detail === undefined) return { measure: number };
  const { measure, indicator, cumulative, baseline_source, target_words } = detail;
  return { measure: measure === 'number' ? number : measure, indicator, cumulative, baseline_source, target_words, scale: [...detail.scale], disaggregations: [...detail.disaggregations] };
}
