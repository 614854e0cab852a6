import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { baselineNotKnown, type CountryShare, type GoalForm, type What } from './model';

/** One part of a commitment as it is to stand, as statements that stand beside each other in one. */
type Part = RawBuilder<unknown>;

/** Parts are written together, each as the difference to what stands there, so that the audit trail shows what a person changed and nothing else. */
export async function writeParts(tx: Tx, ...parts: readonly Part[]): Promise<void> {
  await sql`with ${sql.join(parts)} select`.execute(tx);
}

export const text = (id: string, { language, title, action, problem }: Pick<What, 'language' | 'title' | 'action' | 'problem'>): Part => sql`
  text_written as (insert into commitment_texts as t (commitment_id, language, title, action, problem) values (${id}, ${language}, ${title}, ${action}, ${problem})
    on conflict (commitment_id, language) do update set title = excluded.title, action = excluded.action, problem = excluded.problem, origin = 'human', source_version = t.source_version + 1
    where (t.title, t.action, t.problem) is distinct from (excluded.title, excluded.action, excluded.problem))`;

/** CO-1: only clauses of a version that is out count. */
const isOut = sql`v.status <> 'draft'`;

/** Whether each id names such a clause. */
export async function areClauses(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return true;
  const { rows } = await sql`select n.id from framework_nodes n join framework_versions v on v.id = n.version_id where n.id = any(${wanted}::uuid[]) and ${isOut}`.execute(tx);
  return rows.length === wanted.length;
}

export const nodes = (id: string, ids: readonly string[]): Part => sql`
  nodes_gone as (delete from commitment_nodes where commitment_id = ${id} and node_id <> all(${[...ids]}::uuid[])),
  nodes_written as (insert into commitment_nodes (commitment_id, node_id)
    select ${id}, n.id from framework_nodes n join framework_versions v on v.id = n.version_id where n.id = any(${[...ids]}::uuid[]) and ${isOut} on conflict do nothing)`;

/** Groups that stand in a commitment before it is submitted were designed in from the start. */
export const beneficiaries = (id: string, groups: readonly string[]): Part => sql`
  groups_gone as (delete from commitment_beneficiaries where commitment_id = ${id} and group_code <> all(${[...groups]}::text[])),
  groups_written as (insert into commitment_beneficiaries (commitment_id, group_code, designed_in) select ${id}, code, true from unnest(${[...groups]}::text[]) code on conflict do nothing)`;

/** A country that stands alone has the whole. */
export function countries(id: string, of: readonly CountryShare[]): Part {
  const codes = of.map((one) => one.country_iso2);
  const shares = of.map(({ share }) => (codes.length === 1 ? '100' : share));
  return sql`
    countries_gone as (delete from commitment_countries where commitment_id = ${id} and country_iso2 <> all(${codes}::text[])),
    countries_written as (insert into commitment_countries (commitment_id, country_iso2, share) select ${id}, x.iso2, x.share from unnest(${codes}::text[], ${shares}::numeric[]) as x (iso2, share)
      on conflict (commitment_id, country_iso2) do update set share = excluded.share)`;
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
