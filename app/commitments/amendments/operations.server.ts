import { isDeepStrictEqual } from 'node:util';
import { personOf, type Actor } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { JsonObject } from '#db/schema';
import { baselineNotKnown, endOf } from '../drafting/model';
import { countries, text, writeParts } from '../drafting/parts.server';
import { keepGapsIn } from '../gaps/operations.server';
import { lockCommitment, type LockedCommitment } from '../lock.server';
import { tellLead, tellSecretariat } from '../notices.server';
import { healthDatesIn } from '../progress/goals.server';
import type { AmendmentForm } from './input.server';
import { ascends, type AmendmentRef, type AmendmentState, type Promised } from './model';
import type { amendmentPolicy } from './policy';
import { leadByRef, promisedIn } from './promised.server';

type Policy = typeof amendmentPolicy;
type Asked = { readonly id: string; readonly ref: string; readonly number: number };

/** A promise is plain data, as the column takes it. */
const jsonOf = (promised: Promised): JsonObject => ({ ...promised }) as unknown as JsonObject;

/** Asks for a change of what was promised in public. Nothing changes before somebody else approves it. `seen`: the version the form was filled in from. */
export function askAmendment(granted: PermitFor<Policy['ask']>, occasion: Occasion, seen: number | undefined, form: AmendmentForm): Promise<Result<Asked>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockCommitment(tx, granted.subject.id);
    granted.again(row);
    if (seen !== undefined && seen !== row.version) return refused(problem('form:problems.changed_meanwhile'));
    const before = await promisedIn(tx, row.id);
    const lead = form.lead === before.lead.ref ? before.lead : await leadByRef(tx, form.lead, before.language);
    if (lead === undefined) return refused(problem('commitments:problems.lead_unknown', 'lead'));
    const after = proposed(before, form, lead);
    if (after.starts_on !== null && after.ends_on !== null && after.ends_on <= after.starts_on) return refused(problem('commitments:problems.end_before_start', 'starts_on'));
    if (isDeepStrictEqual(after, before)) return refused(problem('commitments:problems.nothing_amended', 'reason'));
    const said = await tx.selectFrom('amendments').select(['number', 'status']).where('commitment_id', '=', row.id).orderBy('number', 'desc').execute();
    if (said.some(({ status }) => status === 'asked')) return refused(problem('commitments:problems.amendment_open'));
    const [id, number] = [newId(), (said[0]?.number ?? 0) + 1];
    await tx.insertInto('amendments').values({
      id, commitment_id: row.id, number, before: jsonOf(before), after: jsonOf(after), reason: form.reason, asked_by: personOf(granted.actor), asked_at: occasion.now,
    }).execute();
    await tellSecretariat(tx, row, { words: 'amendment_asked', version: number, now: occasion.now, reason: form.reason, path: paths.amendment(row.ref, number) });
    return done({ id, ref: row.ref, number });
  });
}

/** What would stand there: the form over what stands. A country alone has the whole; the end is that of the last goal. */
function proposed(before: Promised, form: AmendmentForm, lead: Promised['lead']): Promised {
  const goals = before.goals.map((goal, at) => ({ ...goal, ...form.goals[at] }));
  const countries = form.countries.toSorted((one, other) => (one.country_iso2 < other.country_iso2 ? -1 : 1)).map(({ country_iso2, share }) => ({ country_iso2, share: form.countries.length === 1 ? '100' : share }));
  return { language: before.language, title: form.title, action: form.action, lead, starts_on: form.starts_on, ends_on: endOf(goals) ?? before.ends_on, countries, goals };
}

/** Lets an amendment count: what was promised is written over, the former words stay in it. Another person than who asked, without a tie to the lead. */
export function approveAmendment(granted: PermitFor<Policy['approve']>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { row, amendment } = await lockBoth(tx, granted.subject);
    granted.again({ ...granted.subject, ...row, amendment: amendment.status as AmendmentState, asked_by: amendment.asked_by });
    const [before, after] = [amendment.before as unknown as Promised, amendment.after as unknown as Promised];
    // What it was asked about must still stand, but for a name that has changed.
    if (!isDeepStrictEqual(named(await promisedIn(tx, row.id)), named(before))) return refused(problem('commitments:problems.amendment_stale'));
    await decide(tx, granted, occasion, amendment, 'approved', null);
    await write(tx, row, after);
    await keepGapsIn(tx, granted, occasion, row.id);
    await tellLead(tx, { ...row, lead_organisation_id: after.lead.organisation_id, lead_country_iso2: after.lead.country_iso2 }, { words: 'amended', version: row.version + 1, now: occasion.now, reason: amendment.reason });
    return done({ ref: row.ref });
  });
}

const named = (promised: Promised) => ({ ...promised, lead: { ...promised.lead, name: '' } });

async function write(tx: Tx, row: LockedCommitment, after: Promised): Promise<void> {
  const { problem: why } = await tx.selectFrom('commitment_texts').select('problem').where('commitment_id', '=', row.id).where('language', '=', row.language).executeTakeFirstOrThrow();
  await writeParts(tx, text(row.id, { language: after.language, title: after.title, action: after.action, problem: why }), countries(row.id, after.countries));
  for (const { id, ...goal } of after.goals) {
    await tx.updateTable('goals').set({
      ...goal, ...(goal.target_words == null ? { measure: goal.unit === 'percent' ? 'percentage' : 'unit', ascending: ascends(goal) } : {}), baseline_missing: goal.baseline_value === null ? baselineNotKnown : null,
    }).where('id', '=', id).where('commitment_id', '=', row.id).execute();
  }
  const { starts_on, ends_on, lead } = after;
  await tx.updateTable('commitments').set({
    starts_on, ends_on, lead_organisation_id: lead.organisation_id, lead_country_iso2: lead.country_iso2, ...(await healthDatesIn(tx, { id: row.id, starts_on })), version: row.version + 1,
  }).where('id', '=', row.id).execute();
}

/** Says no, and why. The promise stays as it is. */
export function declineAmendment(granted: PermitFor<Policy['decline']>, occasion: Occasion, answer: string): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { row, amendment } = await lockBoth(tx, granted.subject);
    granted.again({ ...granted.subject, ...row, amendment: amendment.status as AmendmentState, asked_by: amendment.asked_by });
    if (answer.trim() === '') return refused(problem('commitments:problems.why_declined', 'answer'));
    await decide(tx, granted, occasion, amendment, 'declined', answer);
    await tellLead(tx, row, { words: 'amendment_declined', version: amendment.number, now: occasion.now, reason: answer, path: paths.amendment(row.ref, amendment.number) });
    return done({ ref: row.ref });
  });
}

/** Takes the question back before it is decided. */
export function withdrawAmendment(granted: PermitFor<Policy['withdraw']>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { row, amendment } = await lockBoth(tx, granted.subject);
    granted.again({ ...granted.subject, ...row, amendment: amendment.status as AmendmentState, asked_by: amendment.asked_by });
    await decide(tx, granted, occasion, amendment, 'withdrawn', null);
    return done({ ref: row.ref });
  });
}

/** The commitment first, then what is asked about it: every write locks in this order. */
async function lockBoth(tx: Tx, { id, amendment_id }: AmendmentRef) {
  const row = await lockCommitment(tx, id);
  const amendment = await tx.selectFrom('amendments').selectAll().where('id', '=', amendment_id).where('commitment_id', '=', id).forUpdate().executeTakeFirstOrThrow();
  return { row, amendment };
}

async function decide(tx: Tx, granted: { readonly actor: Actor }, { now }: Occasion, amendment: { readonly id: string; readonly version: number }, status: AmendmentState, answer: string | null): Promise<void> {
  await tx.updateTable('amendments').set({ status, answer, decided_by: personOf(granted.actor), decided_at: now, version: amendment.version + 1 }).where('id', '=', amendment.id).execute();
}
