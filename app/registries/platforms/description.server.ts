import { sql } from 'kysely';
import { problem, type Problem } from '#app/access/result';
import type { Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { claims, gapsInClaims, noStage, type Description } from './model';

/** Everything that is wrong with a description at once. */
export function problemsOf(said: Description, today: Day): Problem[] {
  const problems = gapsInClaims(said).map((field) => problem('registries:problems.claim', field));
  for (const claim of claims) {
    const on = said[`${claim}_on`];
    if (on !== null && on > today) problems.push(problem('registries:problems.claim_later', `${claim}_on`));
  }
  if (said.teacher_stages !== null && said.teacher_stages.includes(noStage) && said.teacher_stages.length > 1) problems.push(problem('registries:problems.none_alone', 'teacher_stages'));
  if (said.learner_data === true && said.safeguard === null) problems.push(problem('registries:problems.safeguard', 'safeguard'));
  return problems;
}

/** The columns of an edition that a description fills. */
export function columnsOf({ name: _name, description: _description, levels, subjects, languages, devices, standards, teacher_stages, charter, ...facts }: Description) {
  return {
    ...facts, levels: levels.toSorted(), subjects: [...subjects], languages: [...languages], devices: [...devices], standards: [...standards],
    teacher_stages: teacher_stages === null ? null : [...teacher_stages], charter: charter === null ? null : sql<number[]>`${charter.map((mark) => (mark === null ? null : String(mark)))}::smallint[]`,
  };
}

/** The organisation of the portal that is called so, by its name, its short name or its reference; null where none or several are. */
export async function memberCalled(tx: Tx, name: string | null): Promise<string | null> {
  if (name === null) return null;
  const found = await sql<{ id: string }>`
    select o.id from organisations o where o.status <> 'merged' and (lower(o.name) = lower(${name}) or lower(o.short_name) = lower(${name}) or o.ref = upper(${name})) limit 2`.execute(tx);
  return found.rows.length === 1 ? (found.rows[0]?.id ?? null) : null;
}
