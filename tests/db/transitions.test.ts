import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/access/actor';
import { Forbidden, may, permit, type Rule } from '#app/access/permit';
import type { Result } from '#app/access/result';
import { approveAmendment, askAmendment, declineAmendment, withdrawAmendment } from '#app/commitments/amendments/operations.server';
import { amendmentPolicy } from '#app/commitments/amendments/policy';
import { promisedIn } from '#app/commitments/amendments/promised.server';
import { deleteDraft, finishCommitment, publishCommitment, returnCommitment, saveMeasure, submitCommitment, verifyCommitment, withdrawCommitment } from '#app/commitments/operations.server';
import { statuses, type Status } from '#app/commitments/model';
import { commitmentPolicy } from '#app/commitments/policy';
import { writeSafeguard } from '#app/commitments/safeguards/operations.server';
import { safeguardPolicy } from '#app/commitments/safeguards/policy';
import { startSuccessor } from '#app/commitments/succession/operations.server';
import { successionPolicy } from '#app/commitments/succession/policy';
import { database } from '#app/platform/database.server';
import { type CommitmentsWorld, measure, openCommitments } from './commitments-world';
import { actNames, roles, table, type ActName, type Role } from './transitions-table';
import { castOf, commitmentIn, today, type Wanted } from './transitions-world';

let world: CommitmentsWorld;
let cast: Readonly<Record<Role, Actor>>;
beforeAll(async () => {
  world = await openCommitments();
  cast = await castOf(world);
});
afterAll(() => world.close());

/** The row as an act decides on it, with its amendment where it has one. */
type Subject = Awaited<ReturnType<typeof subjectOf>>;
async function subjectOf(id: string) {
  const row = await database().selectFrom('commitments').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const amendment = await database().selectFrom('amendments').select(['id', 'status', 'asked_by']).where('commitment_id', '=', id).executeTakeFirst();
  return { ...row, status: row.status as Status, amendment_id: amendment?.id ?? '', amendment: (amendment?.status ?? 'asked') as 'asked' | 'withdrawn', asked_by: amendment?.asked_by ?? null };
}

interface Act {
  readonly rule: Rule<string, never>;
  /** What it needs besides a commitment in a state. */
  readonly given?: Partial<Wanted>;
  /** Its operation, with a permit for the subject as it is told. */
  readonly run: (actor: Actor, subject: Subject) => Promise<Result<unknown>>;
}
const at = { now: today };
const said = { reason: 'The tender gave fewer schools.', title: 'Connect 120 schools', action: 'It connects 120 primary schools.', starts_on: '2026-03-02', countries: [{ country_iso2: 'KE', share: '100' }] };
const safeguard = {
  purpose: 'p', categories: 'c', subjects: 's', lawful_basis: 'l', retention: 'r', processors: 'p', cross_border: 'c', impact_assessment: 'i', no_advertising: true, no_profiling: true, access_and_deletion: 'a', service_until: '2028-01-01',
};
const finishing = (given: Partial<Wanted>, reached_on: string | null): Act => ({ rule: commitmentPolicy.finish, given, run: (actor, subject) => finishCommitment(permit(commitmentPolicy.finish, actor, subject), at, { reached_on }) });

/** Every act with its rule and its operation. Another act is one line here and its rows in the table. */
const acts: Readonly<Record<ActName, Act>> = {
  edit: { rule: commitmentPolicy.edit, run: (actor, subject) => saveMeasure(permit(commitmentPolicy.edit, actor, subject), at, undefined, measure()) },
  delete: { rule: commitmentPolicy.delete, run: (actor, subject) => deleteDraft(permit(commitmentPolicy.delete, actor, subject), at) },
  submit: { rule: commitmentPolicy.submit, run: (actor, subject) => submitCommitment(permit(commitmentPolicy.submit, actor, subject), at) },
  return: { rule: commitmentPolicy.return, run: (actor, subject) => returnCommitment(permit(commitmentPolicy.return, actor, subject), at, 'Say which counties.') },
  verify: { rule: commitmentPolicy.verify, run: (actor, subject) => verifyCommitment(permit(commitmentPolicy.verify, actor, subject), at) },
  publish: { rule: commitmentPolicy.publish, run: (actor, subject) => publishCommitment(permit(commitmentPolicy.publish, actor, subject), at) },
  withdraw: { rule: commitmentPolicy.withdraw, run: (actor, subject) => withdrawCommitment(permit(commitmentPolicy.withdraw, actor, subject), at, 'No money came.') },
  finish_on_time: finishing({ reached: 'on_time' }, '2026-08-20'),
  finish_late: finishing({ reached: 'late' }, '2026-08-20'),
  finish_not_reached: finishing({ reached: 'no' }, null),
  ask_amendment: {
    rule: amendmentPolicy.ask,
    run: async (actor, subject) => {
      const { lead, goals } = await promisedIn(database(), subject.id);
      return askAmendment(permit(amendmentPolicy.ask, actor, subject), at, undefined, { ...said, lead: lead.ref, goals: goals.map(({ id: _, ...goal }) => ({ ...goal, target_value: '120' })) });
    },
  },
  approve_amendment: { rule: amendmentPolicy.approve, given: { amended: true }, run: (actor, subject) => approveAmendment(permit(amendmentPolicy.approve, actor, subject), at) },
  decline_amendment: { rule: amendmentPolicy.decline, given: { amended: true }, run: (actor, subject) => declineAmendment(permit(amendmentPolicy.decline, actor, subject), at, 'The promise stands.') },
  withdraw_amendment: { rule: amendmentPolicy.withdraw, given: { amended: true }, run: (actor, subject) => withdrawAmendment(permit(amendmentPolicy.withdraw, actor, subject), at) },
  write_safeguard: { rule: safeguardPolicy.write, run: (actor, subject) => writeSafeguard(permit(safeguardPolicy.write, actor, subject), at, undefined, safeguard, 'en') },
  start_successor: { rule: successionPolicy.start, run: (actor, subject) => startSuccessor(permit(successionPolicy.start, actor, subject), at) },
};

const columns = ['may', 'not_now', 'not_your_own', 'not_independent', 'not_your_role', 'not_theirs', 'secretariat_only'] as const;
/** What the table says of a role in a state: it may, or the reason why not. */
function expected(name: ActName, status: Status, role: Role): { answer: string; to: string | undefined } {
  const row = table[name].find(({ states }) => states.includes(status));
  const column = columns.filter((one) => row?.[one]?.includes(role));
  if (row === undefined || column.length !== 1) throw new Error(`the table says ${column.length} things of ${role}: ${name}, ${status}`);
  const word = column[0] === 'not_theirs' ? (role === 'coordinator' ? 'not_your_country' : 'not_your_organisation') : (column[0] ?? '');
  return { answer: word === 'may' ? 'may' : `access:reasons.${word}`, to: row.to };
}

/** A subject that a policy would let pass, as somebody may have read it before the row changed. */
const stale = (name: ActName, subject: Subject): Subject => ({ ...subject, status: table[name].find(({ may: allowed }) => allowed !== undefined)?.states[0] ?? subject.status, amendment: 'asked' });

async function tried(name: ActName, actor: Actor, subject: Subject): Promise<string> {
  const decision = may(acts[name].rule as Rule<string, Subject>, actor, subject);
  const earlier = stale(name, subject);
  if (!decision.allowed && (decision.reason !== 'access:reasons.not_now' || !may(acts[name].rule as Rule<string, Subject>, actor, earlier).allowed)) return decision.reason;
  // Whoever comes too late still holds the permit of before: the operation decides again on the locked row.
  const result = await acts[name].run(actor, decision.allowed ? subject : earlier).catch((error: unknown) => {
    if (error instanceof Forbidden) return error.reason;
    throw error;
  });
  return typeof result === 'string' ? result : result.ok ? 'may' : result.problems.map(({ code }) => code).join(' ');
}

const cases = actNames.flatMap((name) => table[name].flatMap(({ states }) => states).map((status) => ({ name, status })));

describe('every act in every state by everybody', () => {
  it('has one row for each state that it can meet', () => {
    for (const name of actNames) {
      const states = table[name].flatMap((row) => row.states);
      expect(new Set(states).size, name).toBe(states.length);
      if (!name.includes('amendment') || name === 'ask_amendment') expect(states.toSorted(), name).toEqual(statuses.toSorted());
    }
  });

  it.each(cases)('$name, $status', async ({ name, status }) => {
    const submitter = cast.submitter.kind === 'person' ? cast.submitter.id : '';
    const fresh = (byCountry: boolean) => commitmentIn(world, { status, submitter, byCountry, reached: 'no', amended: false, ...acts[name].given });
    const kept = new Map<boolean, string>();
    const said = new Map<Role, string>();
    for (const role of roles) {
      // A country is led by its coordinator; a refusal leaves the commitment as it was, so the next one may try it.
      const byCountry = role === 'coordinator';
      const id = kept.get(byCountry) ?? (await fresh(byCountry));
      const before = await subjectOf(id);
      const answer = await tried(name, cast[role], before);
      if (answer === 'may') kept.delete(byCountry);
      else kept.set(byCountry, id);
      const after = await database().selectFrom('commitments').select(['status', 'version']).where('id', '=', id).executeTakeFirst();
      const { to } = expected(name, status, role);
      said.set(role, answer === 'may' ? `may -> ${after?.status ?? 'gone'}` : after?.version === before.version ? answer : `${answer}, and yet it changed`);
      expect(said.get(role), role).toBe(expected(name, status, role).answer === 'may' ? `may -> ${to ?? ''}` : expected(name, status, role).answer);
    }
  });
});
