import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type PersonActor } from '#app/access/actor';
import { Forbidden, may, permit } from '#app/access/permit';
import { amendmentOf, type AmendmentForm } from '#app/commitments/amendments/input.server';
import { changesBetween, type Promised } from '#app/commitments/amendments/model';
import { approveAmendment, askAmendment, declineAmendment, withdrawAmendment } from '#app/commitments/amendments/operations.server';
import { amendmentPolicy } from '#app/commitments/amendments/policy';
import { promisedIn } from '#app/commitments/amendments/promised.server';
import { amendmentsOf, findAmendment, waitingAmendments } from '#app/commitments/amendments/queries.server';
import { allCommitments } from '#app/commitments/list/export.server';
import { finishCommitment, withdrawCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { findCommitment } from '#app/commitments/record/queries.server';
import { allGoals, allTexts } from '#app/commitments/sheets/rows.server';
import { translateCommitment } from '#app/commitments/translations/operations.server';
import { database } from '#app/platform/database.server';
import { openTestDatabase } from '#tests/harness/database';
import { give, person, valueOf } from './accounts-world';
import { brought, type CommitmentsWorld, draft, openCommitments, refOf } from './commitments-world';

let world: CommitmentsWorld;
let [reader, other, ownerUrl] = ['', '', ''];
beforeAll(async () => {
  // The same database of this worker: what is opened next finds it empty.
  ({ ownerUrl } = await openTestDatabase());
  world = await openCommitments();
  const reads = async (mail: string, organisation_id: string) => {
    const id = await person(mail, world.now, { mail, organisation_id });
    await give(id, 'focal_point', world.now, { organisation_id });
    return id;
  };
  [reader, other] = [await reads('reads@harbour.example', world.organisation), await reads('reads@shelf.example', world.other)];
});
const lettersTo = async (person_id: string, ref: string) =>
  (await database().selectFrom('outbox_mails').select('idempotency_key as key').where('thread', '=', `commitment:${await idOf(ref)}`).where('person_id', '=', person_id).orderBy('created_at').execute()).map(({ key }) => key.split(':')[2]);
afterAll(() => world.close());

const later = new Date('2026-09-01T09:00:00Z');
const view = { language: 'en' as const, now: later };
const codesOf = (result: { ok: boolean; problems?: readonly { code: string }[] }) => ('problems' in result ? result.problems?.map((one) => one.code) : undefined);
const published = async (): Promise<string> => {
  const ref = await draft(world);
  await brought(world, ref, 'published');
  return ref;
};
const idOf = async (ref: string) => (await refOf(ref)).id;

/** The form as it stands, with what is to change. */
async function form(ref: string, more: Partial<AmendmentForm> = {}, goal: Partial<AmendmentForm['goals'][number]> = {}): Promise<AmendmentForm> {
  const { title, action, lead, starts_on, countries, goals } = await promisedIn(database(), await idOf(ref));
  return { title, action, lead: lead.ref, starts_on, countries, goals: goals.map(({ id: _, ...one }, at) => ({ ...one, ...(at === 0 ? goal : {}) })), reason: 'The tender gave fewer schools.', ...more };
}
const ask = async (ref: string, said: AmendmentForm, who: PersonActor = world.focal, seen?: number) => askAmendment(permit(amendmentPolicy.ask, who, await refOf(ref)), { now: later }, seen, said);
const decided = async (ref: string, number = 1) => {
  const found = await findAmendment(world.auditor, ref, String(number), view);
  if (found === undefined) throw new Error('no such amendment');
  return found.decided;
};
const fewer = { target_value: '120', target_on: '2031-12-31' } as const;

describe('CO-5: what was promised in public', () => {
  it('changes by an amendment that another approves; the first promise stays beside it', async () => {
    const ref = await published();
    const { number } = valueOf(await ask(ref, await form(ref, {}, fewer)));
    expect(await findCommitment(anyone, ref, view)).toMatchObject({ ends_on: '2030-12-31', goals: [{ target_value: '140' }] });
    expect(may(amendmentPolicy.approve, world.focal, await decided(ref)).allowed).toBe(false);
    valueOf(await approveAmendment(permit(amendmentPolicy.approve, world.reviewer, await decided(ref)), { now: later }));
    const found = await findCommitment(anyone, ref, view);
    expect(found).toMatchObject({ ends_on: '2031-12-31', goals: [{ target_value: '120', target_on: '2031-12-31' }] });
    const [amendment] = await amendmentsOf(anyone, await refOf(ref));
    expect(amendment).toMatchObject({ number, status: 'approved', reason: 'The tender gave fewer schools.', asked_on: '2026-09-01', decided_on: '2026-09-01' });
    expect(changesBetween(amendment?.before as Promised, amendment?.after as Promised).map(({ field, before, after }) => [field, before, after])).toEqual([['ends_on', '2030-12-31', '2031-12-31'], ['target_value', '140', '120'], ['target_on', '2030-12-31', '2031-12-31']]);
    expect(amendment?.after).toEqual(await promisedIn(database(), await idOf(ref)));
    expect(await lettersTo(reader, ref)).toEqual(['submitted', 'verified', 'published', 'amended']);
    valueOf(await translateCommitment(permit(commitmentPolicy.translate, world.focal, await refOf(ref)), { now: later }, undefined, 'fr', { title: 'Raccorder 140 écoles', action: 'Nous les raccordons.', problem: null, origin: 'human' }));
    const inFrench = async () => (await findCommitment(anyone, ref, { ...view, language: 'fr' }))?.text;
    expect(await inFrench()).toMatchObject({ title: 'Raccorder 140 écoles', outdated: false });
    valueOf(await ask(ref, await form(ref, { title: 'Connect 120 schools' })));
    valueOf(await approveAmendment(permit(amendmentPolicy.approve, world.reviewer, await decided(ref, 2)), { now: later }));
    expect(await inFrench()).toMatchObject({ title: 'Raccorder 140 écoles', outdated: true });
    const untouched = await published();
    const waiting = await draft(world);
    const goals = new Map<string, unknown>();
    for await (const row of allGoals(world.officer, {}, view)) goals.set(row.ref, [row.target, row.target_on, row.first_goal, row.first_target, row.first_target_on, row.first_baseline]);
    expect([goals.get(ref), goals.get(untouched), goals.get(waiting)]).toEqual([
      ['120', '2031-12-31', null, '140', '2030-12-31', '12'], ['140', '2030-12-31', null, '140', '2030-12-31', '12'], ['140', '2030-12-31', null, null, null, null],
    ]);
    const texts = new Map<string, unknown>();
    for await (const row of allTexts(world.officer, {}, view)) texts.set(`${row.ref} ${row.language}`, [row.title, row.first_title]);
    expect([texts.get(`${ref} en`), texts.get(`${ref} fr`), texts.get(`${waiting} en`)]).toEqual([['Connect 120 schools', 'Connect 140 schools'], ['Raccorder 140 écoles', null], ['Connect 140 schools', null]]);
    const titles = new Map<string, unknown>();
    for await (const row of allCommitments(world.officer, {}, view)) titles.set(row.ref, [row.title, row.first_title]);
    expect([titles.get(ref), titles.get(waiting)]).toEqual([['Connect 120 schools', 'Connect 140 schools'], ['Connect 140 schools', null]]);
    const amended = new Map<string, string | null>();
    for await (const row of allCommitments(world.officer, {}, view)) amended.set(row.ref, row.amended);
    expect([amended.get(ref), amended.get(untouched), amended.get(waiting)]).toEqual([
      '2026-09-01 ends_on: 2030-12-31 > 2031-12-31; target_value 1: 140 > 120; target_on 1: 2030-12-31 > 2031-12-31 | 2026-09-01 title: Connect 140 schools > Connect 120 schools', null, null,
    ]);
    const filed = new Map<string, unknown>();
    for await (const row of allCommitments(world.officer, {}, view)) filed.set(row.ref, [row.target, row.target_on, row.first_target, row.first_target_on, row.first_countries, row.amendments]);
    expect([filed.get(ref), filed.get(untouched), filed.get(waiting)]).toEqual([
      ['120', '2031-12-31', '140', '2030-12-31', 'KE:100', '2026-09-01 The tender gave fewer schools. | 2026-09-01 The tender gave fewer schools.'], ['140', '2030-12-31', '140', '2030-12-31', 'KE:100', null], ['140', '2030-12-31', null, null, null, null],
    ]);
  });

  it.each([
    ['its end', 'update commitments set ends_on = ends_on + 1 where id = $'],
    ['its lead', "update commitments set lead_organisation_id = null, lead_country_iso2 = 'KE' where id = $"],
    ['a target', 'update goals set target_value = 1 where commitment_id = $'],
    ['a baseline', 'update goals set baseline_value = 1 where commitment_id = $'],
    ['a goal, by taking it away', 'delete from goals where commitment_id = $'],
    ['a goal, by adding one', "insert into goals (id, commitment_id, position, baseline_missing) values (gen_random_uuid(), $, 9, 'none')"],
    ['its countries', "update commitment_countries set country_iso2 = 'UG' where commitment_id = $"],
    ['its title', "update commitment_texts set title = 'Another' where commitment_id = $"],
    ['its text, by taking it away', 'delete from commitment_texts where commitment_id = $'],
    ['that it was published', 'update commitments set published_at = published_at - interval \'1 day\' where id = $'],
  ])('keeps %s whatever the code does', async (_, statement) => {
    const id = await idOf(await published());
    const write = database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await sql.raw(statement.replace('$', `'${id}'`)).execute(tx);
    });
    await expect(write).rejects.toMatchObject({ constraint_name: 'commitments_promise_stays' });
  });

  it('is asked for once at a time, with something to change, and from what stands', async () => {
    const ref = await published();
    expect(codesOf(await ask(ref, await form(ref)))).toEqual(['commitments:problems.nothing_amended']);
    expect(codesOf(await ask(ref, await form(ref, { lead: 'ORG-9999' })))).toEqual(['commitments:problems.lead_unknown']);
    expect(codesOf(await ask(ref, await form(ref, { starts_on: '2031-01-01' })))).toEqual(['commitments:problems.end_before_start']);
    expect(codesOf(await ask(ref, await form(ref, {}, fewer), world.focal, 1))).toEqual(['form:problems.changed_meanwhile']);
    const both = await Promise.all([ask(ref, await form(ref, {}, fewer)), ask(ref, await form(ref, { title: 'Connect 120 schools' }), world.deputy)]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(both.flatMap((one) => codesOf(one) ?? [])).toEqual(['commitments:problems.amendment_open']);
  });

  it('is approved once, of two at the same time, and not by who asked for it', async () => {
    const ref = await published();
    valueOf(await ask(ref, await form(ref, {}, fewer), world.officer));
    expect(may(amendmentPolicy.approve, world.officer, await decided(ref))).toEqual({ allowed: false, reason: 'access:reasons.not_your_own' });
    const subject = await decided(ref);
    const both = await Promise.allSettled([world.reviewer, world.lead].map((who) => approveAmendment(permit(amendmentPolicy.approve, who, subject), { now: later })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')?.reason).toBeInstanceOf(Forbidden);
    await expect(database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await sql`update amendments set reason = 'Something else altogether' where commitment_id = ${subject.id}`.execute(tx);
    })).rejects.toMatchObject({ constraint_name: 'amendments_stay' });
  });

  it('counts for what it was asked about alone', async () => {
    const ref = await published();
    valueOf(await ask(ref, await form(ref, {}, fewer)));
    // Nothing can change a public promise meanwhile but who owns the tables.
    const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
    await owner.begin(async (tx) => {
      await tx`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`;
      await tx`alter table goals disable trigger goals_promise_stays`;
      await tx`update goals set target_value = 141 where commitment_id = ${await idOf(ref)}`;
      await tx`alter table goals enable trigger goals_promise_stays`;
    });
    await owner.end();
    expect(codesOf(await approveAmendment(permit(amendmentPolicy.approve, world.reviewer, await decided(ref)), { now: later }))).toEqual(['commitments:problems.amendment_stale']);
    expect((await findCommitment(anyone, ref, view))?.goals).toMatchObject([{ target_value: '141' }]);
  });

  it('is declined with a reason, or taken back, and stays as it is', async () => {
    const ref = await published();
    valueOf(await ask(ref, await form(ref, {}, fewer)));
    expect(codesOf(await declineAmendment(permit(amendmentPolicy.decline, world.officer, await decided(ref)), { now: later }, ' '))).toEqual(['commitments:problems.why_declined']);
    valueOf(await declineAmendment(permit(amendmentPolicy.decline, world.officer, await decided(ref)), { now: later }, 'Say how the others are reached.'));
    expect(await lettersTo(reader, ref)).toContain('amendment_declined');
    valueOf(await ask(ref, await form(ref, {}, { target_value: '130' })));
    valueOf(await withdrawAmendment(permit(amendmentPolicy.withdraw, world.deputy, await decided(ref, 2)), { now: later }));
    expect((await findCommitment(anyone, ref, view))?.goals).toMatchObject([{ target_value: '140' }]);
    expect(await amendmentsOf(anyone, await refOf(ref))).toEqual([]);
    expect((await amendmentsOf(world.focal, await refOf(ref))).map(({ status }) => status)).toEqual(['declined', 'withdrawn']);
  });

  it('is seen while it waits by those who work on it alone, and on the desk of those who may decide', async () => {
    const ref = await published();
    valueOf(await ask(ref, await form(ref, {}, fewer)));
    for (const viewer of [world.stranger, world.coordinator]) expect(await findAmendment(viewer, ref, '1', view)).toBeUndefined();
    const sees = async (viewer: PersonActor) => (await waitingAmendments(viewer, view)).some((row) => row.ref === ref);
    expect([await sees(world.focal), await sees(world.officer), await sees(world.reviewer), await sees(world.stranger)]).toEqual([false, true, true, false]);
  });

  it('ends with the commitment, and a final state takes none', async () => {
    const ref = await published();
    valueOf(await ask(ref, await form(ref, {}, fewer)));
    valueOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(ref)), { now: later }, 'The money was not granted.'));
    expect((await amendmentsOf(world.auditor, await refOf(ref))).map(({ status }) => status)).toEqual(['withdrawn']);
    expect(may(amendmentPolicy.ask, world.focal, await refOf(ref)).allowed).toBe(false);
    const other = await published();
    valueOf(await ask(other, await form(other, {}, fewer)));
    valueOf(await finishCommitment(permit(commitmentPolicy.finish, world.officer, await refOf(other)), { now: later }, { reached_on: null }));
    expect((await amendmentsOf(world.auditor, await refOf(other))).map(({ status }) => status)).toEqual(['withdrawn']);
  });

  it('moves to another lead, who is told and speaks for it from then on', async () => {
    const ref = await published();
    const { ref: lead } = await database().selectFrom('organisations').select('ref').where('id', '=', world.other).executeTakeFirstOrThrow();
    valueOf(await ask(ref, await form(ref, { lead })));
    valueOf(await approveAmendment(permit(amendmentPolicy.approve, world.officer, await decided(ref)), { now: later }));
    const now = await refOf(ref);
    expect([may(commitmentPolicy.withdraw, world.stranger, now).allowed, may(commitmentPolicy.withdraw, world.focal, now).allowed]).toEqual([true, false]);
    expect(await lettersTo(other, ref)).toEqual(['amended']);
  });

  it('reads its form: one country has the whole, what is left empty is missing', () => {
    expect(amendmentOf({ title: 'Title', action: 'Action', lead: 'KE', starts_on: '2026-01-01', reason: 'Because of it all', goals: [{ unit: 'other', unit_other: 'boats', target_value: '4', target_on: '2030-01-01', baseline_year: 2020 }] })).toMatchObject({
      countries: [], goals: [{ unit: 'boats', statement: null, baseline_value: null, baseline_year: null, target_value: '4' }],
    });
  });
});
