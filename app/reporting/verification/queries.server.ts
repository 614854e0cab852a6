import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { answerWithinWorkingDays } from '#app/commitments/model';
import { readable, type View } from '#app/commitments/readable.server';
import { addWorkingDays } from '#app/commitments/review/model';
import { database, databaseByKey } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { Verification } from '#app/records/verification/model';
import { claimColumns } from './claims.server';
import type { ClaimRef, Outcome, Party } from './model';
import { claimPolicy } from './policy';

/** A value as an act on it shows it: a decimal string. */
export interface ClaimedValue {
  readonly goal_id: string;
  readonly statement: string | null;
  readonly unit: string | null;
  readonly value: string;
  readonly verification: Verification;
}

/** An accepted update with all that it says, for whoever acts on it. */
export interface Claim extends ClaimRef {
  readonly ref: string;
  readonly title: string;
  readonly title_language: string;
  readonly cycle: string;
  readonly year: number;
  readonly as_of: string | null;
  readonly narrative: string | null;
  readonly language: string;
  readonly values: readonly ClaimedValue[];
  readonly documents: readonly { readonly id: string; readonly title: string; readonly url: string | null }[];
}

/** What was accepted of a commitment in a cycle, where the viewer may read it. */
export async function findClaim(viewer: Actor, ref: string, cycle: string, view: View): Promise<Claim | undefined> {
  const found = await sql<Claim>`
    select ${claimColumns}, c.ref, coalesce(t.title, c.ref) as title, coalesce(t.language, c.language) as title_language,
      y.ref as cycle, y.year, u.as_of, u.narrative, u.language,
      coalesce((select jsonb_agg(jsonb_build_object('goal_id', g.id, 'statement', g.statement, 'unit', g.unit, 'value', trim_scale(v.value)::text, 'verification', v.verification) order by g.position)
        from goal_values v join goals g on g.id = v.goal_id where v.progress_update_id = u.id and v.value is not null), '[]') as values,
      coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'title', e.title, 'url', e.url) order by e.added_at) from evidence e where e.progress_update_id = u.id), '[]') as documents
    from commitments c join progress_updates u on u.commitment_id = c.id join cycles y on y.id = u.cycle_id
    left join lateral (select x.title, x.language from commitment_texts x where x.commitment_id = c.id order by x.language = ${view.language} desc, x.language = c.language desc limit 1) t on true
    where c.ref = ${ref} and y.ref = ${cycle} and u.status in ('accepted', 'published') and ${readable(viewer, view)}`.execute(database());
  return found.rows[0];
}

export const claimActs = ['verification', 'contest', 'reply', 'settlement'] as const;
export type ClaimAct = (typeof claimActs)[number];
export interface ClaimActs {
  readonly cycle: string;
  readonly year: number;
  readonly acts: readonly ClaimAct[];
}
const rules = { verification: claimPolicy.verify, contest: claimPolicy.contest, reply: claimPolicy.reply, settlement: claimPolicy.settle } as const;

/** What a viewer may do with the accepted updates of a commitment that they may read, the latest first. */
export async function claimActsOn(viewer: Actor, commitment_id: string): Promise<ClaimActs[]> {
  if (viewer.kind !== 'person') return [];
  const found = await sql<ClaimRef & { cycle: string; year: number }>`
    select ${claimColumns}, y.ref as cycle, y.year from commitments c join progress_updates u on u.commitment_id = c.id join cycles y on y.id = u.cycle_id
    where c.id = ${commitment_id}::uuid and u.status in ('accepted', 'published') order by y.year desc, u.accepted_at desc`.execute(database());
  return found.rows.map((claim) => ({ cycle: claim.cycle, year: claim.year, acts: claimActs.filter((act) => may(rules[act], viewer, claim).allowed) })).filter(({ acts }) => acts.length > 0);
}

/** A contest as everybody reads it who may read the commitment. Days are `YYYY-MM-DD`. */
export interface Contest extends Pick<Party, 'contested_as'> {
  readonly id: string;
  readonly update_id: string;
  readonly year: number;
  /** What is disputed: a goal, or all that was said. */
  readonly goal: { readonly statement: string | null; readonly unit: string | null; readonly value: string | null } | null;
  /** The country or the organisation for which somebody disputes it. */
  readonly party: string | null;
  readonly words: string;
  readonly language: string;
  readonly contested_on: string;
  readonly reply: string | null;
  readonly reply_language: string | null;
  readonly replied_on: string | null;
  /** Until when the lead may answer before it is settled without. */
  readonly reply_by: string;
  readonly outcome: Outcome | null;
  readonly settlement: string | null;
  readonly settlement_language: string | null;
  readonly settled_on: string | null;
}

/** The contest of an accepted update that nobody has settled yet: another year may have one of its own. */
export const openContest = async (claim: Pick<ClaimRef, 'id' | 'commitment_id'>, view: View): Promise<Contest | undefined> =>
  (await contestsOf(claim.commitment_id, view)).find(({ update_id, outcome }) => outcome === null && update_id === claim.id);

/** The contests of a commitment, the latest first. The record itself has been guarded before. */
export async function contestsOf(commitment_id: string, { language }: View): Promise<Contest[]> {
  if (!isId(commitment_id)) return [];
  const day = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD')`;
  const found = await sql<Omit<Contest, 'reply_by'>>`
    select x.id, u.id as update_id, y.year, case when g.id is not null then jsonb_build_object('statement', g.statement, 'unit', g.unit, 'value', trim_scale(v.value)::text) end as goal,
      x.contested_as, coalesce(o.name, n.name, x.country_iso2) as party, x.words, x.language, ${day('x.contested_at')} as contested_on,
      x.reply, x.reply_language, ${day('x.replied_at')} as replied_on, x.outcome, x.settlement, x.settlement_language, ${day('x.settled_at')} as settled_on
    from contests x join progress_updates u on u.id = x.progress_update_id join cycles y on y.id = u.cycle_id
    left join goals g on g.id = x.goal_id left join goal_values v on v.progress_update_id = u.id and v.goal_id = x.goal_id
    left join organisations o on o.id = x.organisation_id left join country_texts n on n.iso2 = x.country_iso2 and n.language = ${language}
    where u.commitment_id = ${commitment_id}::uuid order by x.contested_at desc, x.id`.execute(databaseByKey());
  return found.rows.map((row) => ({ ...row, reply_by: addWorkingDays(row.contested_on, answerWithinWorkingDays) }));
}
