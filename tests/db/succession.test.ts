import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type PersonActor } from '#app/access/actor';
import { may, permit } from '#app/access/permit';
import { promisedIn } from '#app/commitments/amendments/promised.server';
import { allCommitments } from '#app/commitments/list/export.server';
import { finishCommitment, publishCommitment, saveWhat, withdrawCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { startSuccessor } from '#app/commitments/succession/operations.server';
import { successionPolicy } from '#app/commitments/succession/policy';
import { successionOf } from '#app/commitments/succession/queries.server';
import { database, type Tx } from '#app/platform/database.server';
import { give, person, valueOf } from './accounts-world';
import { askedAmendment, brought, type CommitmentsWorld, draft, openCommitments, refOf, what } from './commitments-world';

let world: CommitmentsWorld;
beforeAll(async () => {
  world = await openCommitments();
  await give(await person('reads@harbour.example', world.now, { mail: 'reads@harbour.example', organisation_id: world.organisation }), 'focal_point', world.now, { organisation_id: world.organisation });
});
afterAll(() => world.close());

const later = new Date('2026-09-01T09:00:00Z');
const view = { language: 'en' as const, now: later };
const published = async (): Promise<string> => {
  const ref = await draft(world);
  await brought(world, ref, 'published');
  return ref;
};
const start = async (ref: string, who: PersonActor = world.focal) => startSuccessor(permit(successionPolicy.start, who, await refOf(ref)), { now: later });
/** Past the operations, as the portal's own account in the database. */
const signedWrite = (work: (tx: Tx) => Promise<unknown>) => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
  await work(tx);
});
const statusOf = async (ref: string) => (await refOf(ref)).status;
const publish = async (ref: string) => publishCommitment(permit(commitmentPolicy.publish, world.lead, await refOf(ref)), { now: later });
const codesOf = (result: { ok: boolean; problems?: readonly { code: string }[] }) => ('problems' in result ? result.problems?.map((one) => one.code) : undefined);
const seen = async (viewer: Parameters<typeof successionOf>[0], ref: string) => {
  const { before, after } = await successionOf(viewer, await refOf(ref), view);
  return [before?.ref, after?.ref];
};
const file = async (ref: string) => {
  for await (const row of allCommitments(anyone, {}, view)) if (row.ref === ref) return [row.replaces, row.replaced_by];
  return undefined;
};

describe('CO-6: a promise that takes the place of another one', () => {
  it('begins as a draft with all that was promised, and changes nothing before it is out', async () => {
    const ref = await published();
    const next = valueOf(await start(ref));
    const [one, other] = [await promisedIn(database(), (await refOf(ref)).id), await promisedIn(database(), next.id)];
    const bare = ({ goals, ...rest }: typeof one) => ({ ...rest, goals: goals.map(({ id: _, ...goal }) => goal) });
    expect(bare({ ...other, starts_on: one.starts_on })).toEqual(bare(one));
    expect(await statusOf(ref)).toBe('published');
    expect(await seen(world.focal, ref)).toEqual([undefined, next.ref]);
    expect(await seen(anyone, ref)).toEqual([undefined, undefined]);
    expect(await file(ref)).toEqual([null, null]);
  });

  it('supersedes with its publication, tells the lead, and ends what was still asked', async () => {
    const ref = await published();
    const { id } = await refOf(ref);
    await askedAmendment(world, ref, { target_value: '90' }, later);
    const next = valueOf(await start(ref));
    await brought(world, next.ref, 'verified');
    valueOf(await publish(next.ref));
    expect([await statusOf(ref), await statusOf(next.ref)]).toEqual(['superseded', 'published']);
    expect(await seen(anyone, ref)).toEqual([undefined, next.ref]);
    expect(await seen(anyone, next.ref)).toEqual([ref, undefined]);
    expect([await file(ref), await file(next.ref)]).toEqual([[null, next.ref], [ref, null]]);
    const amendment = await database().selectFrom('amendments').select('status').where('commitment_id', '=', id).executeTakeFirstOrThrow();
    expect(amendment.status).toBe('withdrawn');
    const letters = await database().selectFrom('outbox_mails').select('idempotency_key').where('thread', '=', `commitment:${id}`).execute();
    expect(letters.some(({ idempotency_key }) => idempotency_key.includes(':superseded:'))).toBe(true);
    expect(may(successionPolicy.start, world.focal, await refOf(ref)).allowed).toBe(false);
  });

  it('is written once: the second one is refused, until the first is withdrawn or deleted', async () => {
    const ref = await published();
    const next = valueOf(await start(ref));
    expect(codesOf(await start(ref))).toEqual(['commitments:problems.has_successor']);
    await brought(world, next.ref, 'submitted');
    valueOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(next.ref)), { now: later }, 'We write it again.'));
    expect(await seen(world.focal, ref)).toEqual([undefined, undefined]);
    expect((await start(ref)).ok).toBe(true);
  });

  it('is named no longer once it is withdrawn: files say what the page says', async () => {
    const ref = await published();
    const next = valueOf(await start(ref));
    await brought(world, next.ref, 'verified');
    valueOf(await publish(next.ref));
    valueOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(next.ref)), { now: later }, 'The money was not granted.'));
    expect([(await seen(anyone, ref))[1] ?? null, (await file(ref))?.[1]]).toEqual([null, null]);
  });

  it('two who start at once start one', async () => {
    const ref = await published();
    const both = await Promise.all([start(ref), start(ref, world.deputy)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('may be read by as many as what it replaces', async () => {
    const ref = await published();
    const next = valueOf(await start(ref));
    valueOf(await saveWhat(permit(commitmentPolicy.edit, world.focal, await refOf(next.ref)), { now: later }, undefined, { ...what(world), visibility: 'members' }));
    await brought(world, next.ref, 'verified');
    expect(codesOf(await publish(next.ref))).toEqual(['commitments:problems.successor_hidden']);
    expect([await statusOf(ref), await statusOf(next.ref)]).toEqual(['published', 'verified']);
  });

  it('leaves alone what has ended otherwise meanwhile', async () => {
    const ref = await published();
    const next = valueOf(await start(ref));
    valueOf(await finishCommitment(permit(commitmentPolicy.finish, world.officer, await refOf(ref)), { now: later }, { reached_on: null }));
    await brought(world, next.ref, 'verified');
    valueOf(await publish(next.ref));
    expect([await statusOf(ref), await statusOf(next.ref)]).toEqual(['not_reached', 'published']);
    expect(await seen(anyone, next.ref)).toEqual([ref, undefined]);
  });

  it('is for those who speak for the lead, while it is published', async () => {
    const ref = await draft(world);
    expect(may(successionPolicy.start, world.focal, await refOf(ref)).allowed).toBe(false);
    const out = await refOf(await published());
    expect([world.focal, world.officer, world.stranger, world.reviewer, world.auditor].map((who) => may(successionPolicy.start, who, out).allowed)).toEqual([true, true, false, false, false]);
  });

  it('the database holds it', async () => {
    const [a, b] = [await published(), await published()];
    const [first, second] = [(await refOf(a)).id, (await refOf(b)).id];
    const set = (id: string, values: { status?: string; replaces_id?: string | null }) => signedWrite((tx) => tx.updateTable('commitments').set(values).where('id', '=', id).execute());
    await expect(set(first, { status: 'superseded' })).rejects.toMatchObject({ constraint_name: 'commitments_superseded_by_another' });
    await expect(set(first, { replaces_id: second })).rejects.toMatchObject({ constraint_name: 'commitments_replaces_stays' });
    const [c, d] = [valueOf(await start(a)), valueOf(await start(b))];
    await expect(signedWrite((tx) => sql`update commitments set replaces_id = case id when ${c.id} then ${d.id}::uuid else ${c.id}::uuid end where id in (${c.id}, ${d.id})`.execute(tx))).rejects.toMatchObject({ constraint_name: 'commitments_no_succession_cycle' });
    await expect(set(d.id, { replaces_id: first })).rejects.toMatchObject({ constraint_name: 'commitments_one_successor' });
    await expect(set(c.id, { replaces_id: c.id })).rejects.toMatchObject({ constraint_name: 'commitments_replaces_another' });
  });
});
