import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { Forbidden, may, permit } from '#app/access/permit';
import { updateCoalition } from '#app/coalitions/operations.server';
import { coalitionPolicy } from '#app/coalitions/policy';
import { launchByClock } from '#app/following/launches/sending.server';
import { chooseRhythm, follow } from '#app/following/operations.server';
import { followPolicy } from '#app/following/policy';
import { database } from '#app/platform/database.server';
import { publishedTo } from '#app/reporting/publication/published.server';
import { addErratum, correctReport } from '#app/reporting/reports/errata/operations.server';
import { editionsOf } from '#app/reporting/reports/errata/queries.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { findReport, findReportDesk } from '#app/reporting/reports/queries.server';
import { acceptUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { personActor } from '#app/accounts/viewer.server';
import { person, valueOf } from './accounts-world';
import { codesOf, freeze, openReporting, planned, publish, published, reported, reportOf, signed, subjectOf, write, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
let ref: string;
let commitments: string[];
let readers: string[];
/** Nine o’clock in Nairobi. */
const out = new Date('2026-10-20T06:00:00Z');
const before = new Date(out.getTime() - 1);
const after = new Date('2026-11-10T09:00:00Z');
const rows = async () => database().selectFrom('reports').select(['id', 'edition', 'status', 'snapshot_of', 'embargo_until', 'corrects_id']).where('ref', '=', ref).orderBy('edition').execute();
const wrong = { position: 2, figure_key: null, words: 'Two schools were counted twice; there are 138 and not 140.', language: 'en' as const };
const correct = async (more: Partial<typeof wrong> & { figures_change?: boolean; counts_later?: boolean } = {}, seen?: number, now = after) =>
  correctReport(permit(reportPolicy.correct, world.officer, await reportOf(ref)), { now }, seen, { figures_change: false, ...wrong, ...more });
/** Somebody who follows the coalition. */
async function follower(name: string, language: 'en' | 'fr', rhythm?: 'none'): Promise<string> {
  const id = await person(name, world.now, { mail: `${name.toLowerCase()}@portal.example`, language });
  const granted = permit(followPolicy.change, await personActor(id, world.now), { person_id: id, kind: 'coalition' as const, id: world.coalition });
  valueOf(await follow(granted, { now: world.now }));
  if (rhythm !== undefined) valueOf(await chooseRhythm(granted, { now: world.now }, rhythm));
  return id;
}
const launched = async () => (await database().selectFrom('outbox_mails').select(['person_id', 'props']).where('idempotency_key', 'like', 'launch:%').orderBy('created_at').execute())
  .map(({ person_id, props }) => ({ person_id, ...(props as { subject: string; action: { url: string }; stop: { url: string } }) }));
/** How far what was said of each is, in the order of their commitments. */
const updates = async () => (await database().selectFrom('progress_updates as u').innerJoin('commitments as c', 'c.id', 'u.commitment_id').select(['u.status', 'c.ref']).where('c.ref', 'in', commitments).orderBy('c.ref').execute()).map(({ status }) => status);
const editions = () => editionsOf(anyone, ref, publishedTo(after));

beforeAll(async () => {
  world = await openReporting();
  commitments = [await published(world), await published(world)];
  // Sent in time, and read too late.
  valueOf(await reported(world, commitments[0] ?? '', '40'));
  ref = (await planned(world)).ref;
  const coalition = await database().selectFrom('coalitions').selectAll().where('id', '=', world.coalition).executeTakeFirstOrThrow();
  valueOf(await updateCoalition(permit(coalitionPolicy.edit, world.lead, coalition), { now: world.now }, coalition.version, { language: 'en', name: 'Coalition', mandate: null, parent_id: coalition.parent_id, time_zone: 'Africa/Nairobi' }));
  valueOf(await freeze(world, ref));
  await signed(world, ref);
  const late = new Date('2026-10-06T09:00:00Z');
  valueOf(await reported(world, commitments[1] ?? '', '50', {}, world.focal, late));
  valueOf(await acceptUpdate(permit(updatePolicy.accept, world.officer, await subjectOf(world, commitments[1] ?? '')), { now: late }));
});
afterAll(() => world.close());

describe('publishing at an instant', () => {
  const cycle = () => database().selectFrom('cycles').select('published_at').where('id', '=', world.cycle.id).executeTakeFirstOrThrow();
  const standing = async (now: Date) => (await findReport(anyone, ref, { language: 'en', now }))?.edition;

  it('is that of the coalition’s clock, and not one that has passed', async () => {
    // Noon in Nairobi is nine in UTC: the instant of asking itself.
    expect(codesOf(await publish(world, ref, '2026-10-05T12:00'))).toEqual(['reporting:problems.embargo_past']);
    valueOf(await publish(world, ref, '2026-10-20T09:00'));
    expect(await rows()).toMatchObject([{ status: 'published', embargo_until: out }]);
    expect(await database().selectFrom('jobs').select('run_at').where('kind', '=', 'reporting.launch').execute()).toEqual([{ run_at: out }]);
  });

  it('tells nothing before it, and everything from it on: the report, and that its cycle is published', async () => {
    const { id } = await reportOf(ref);
    readers = [await follower('Salma', 'fr'), await follower('Quiet', 'en', 'none')];
    await launchByClock({ report: id }, before);
    expect(await launched()).toEqual([]);
    expect([await standing(before), (await cycle()).published_at]).toEqual([undefined, null]);
    expect(await standing(out)).toBe(1);
    // Whenever the clock is heard: once, and as of the instant.
    await launchByClock({ report: id }, new Date('2026-10-20T08:00:00Z'));
    await launchByClock({ report: id }, after);
    expect((await cycle()).published_at).toEqual(out);
  });

  it('publishes the updates that it counts, and none that was accepted after the freeze', async () => {
    expect(await updates()).toEqual(['submitted', 'accepted']);
  });

  it('is told once to who follows the coalition, in their language, and not to who has stopped these mails', async () => {
    expect(await launched()).toMatchObject([{ person_id: readers[0], subject: 'Paru : Rapport annuel 2026', action: { url: expect.stringContaining(`/fr/reports/${ref}`) as unknown }, stop: { url: expect.stringContaining('/following/stop/') as unknown } }]);
  });
});

describe('RP-3 a correction', () => {
  it('is of what is published, begins the next edition once, and leaves the standing one where it is', async () => {
    expect(() => permit(reportPolicy.addErratum, world.officer, { ...({ id: '', coalition_id: world.coalition, status: 'published', edition: 1 }) })).toThrow(Forbidden);
    expect(codesOf(await correct({ position: 99 }))).toEqual(['reporting:problems.passage_needed']);
    const { version } = await reportOf(ref);
    const granted = permit(reportPolicy.correct, world.officer, await reportOf(ref));
    expect(codesOf(await correct({}, version - 1))).toEqual(['form:problems.changed_meanwhile']);
    valueOf(await correct({}, version));
    expect(codesOf(await correctReport(granted, { now: after }, version, { figures_change: false, ...wrong }))).toEqual(['form:problems.changed_meanwhile']);
    const [first, second] = await rows();
    expect(second).toMatchObject({ edition: 2, status: 'review', corrects_id: first?.id, snapshot_of: first?.id });
    expect(await findReport(anyone, ref, { language: 'en', now: after })).toMatchObject({ edition: 1, corrected_by: null, errata: [] });
    expect(await editions()).toHaveLength(1);
  });

  it('signs off again what it names, and asks and approves as before', async () => {
    const desk = await findReportDesk(world.officer, ref, { language: 'en', now: after });
    expect(desk).toMatchObject({ edition: 2, snapshot: { id: expect.any(String) as unknown } });
    expect(desk?.figures.length).toBeGreaterThan(0);
    expect(desk?.sections.map((one) => one.status === 'signed_off')).toEqual([true, false, true, true, true, true, true]);
    expect(codesOf(await publish(world, ref, null, after))).toEqual(['reporting:gaps.not_signed_off']);
    expect(codesOf(await freeze(world, ref))).toEqual(['reporting:problems.frozen_already']);
    valueOf(await addErratum(permit(reportPolicy.addErratum, world.officer, await reportOf(ref)), { now: after }, { ...wrong, position: null, words: 'The subtitle named another year.' }));
    valueOf(await write(world, ref, 2, 'How the promises stand, corrected.\n\n{{figure:standing}}'));
    await signed(world, ref);
    valueOf(await publish(world, ref, null, after));
    expect((await rows()).map((one) => one.status)).toEqual(['corrected', 'published']);
    for (const { id } of await rows()) await launchByClock({ report: id }, after);
    expect((await launched()).map((one) => [one.person_id, one.subject])).toEqual([[readers[0], 'Paru : Rapport annuel 2026'], [readers[0], 'Corrigé : Rapport annuel 2026, version 2']]);
  });

  it('keeps both editions in public, each with what became of it, on the same figures', async () => {
    const [latest, first] = await editions();
    expect(latest).toMatchObject({ edition: 2, figures: [], errata: [{ position: null, words: 'The subtitle named another year.' }, { position: 2, words: wrong.words }] });
    expect(first).toMatchObject({ edition: 1, errata: [] });
    const reading = (edition: number, now = after) => findReport(anyone, ref, { language: 'en', now }, edition);
    expect(await reading(1)).toMatchObject({ edition: 1, corrected_by: 2, errata: [], sections: expect.arrayContaining([expect.objectContaining({ position: 2, body: expect.not.stringContaining('corrected') as unknown })]) as unknown });
    expect(await reading(2)).toMatchObject({ edition: 2, corrected_by: null, errata: [{}, {}] });
    expect([await reading(3), await reading(1, before)]).toEqual([undefined, undefined]);
    expect((await findReport(anyone, ref, { language: 'en', now: after }))?.figures.length).toBeGreaterThan(0);
    expect(await database().selectFrom('snapshots').select('id').execute()).toHaveLength(1);
  });

  it('is frozen anew for the same day where figures change, and shows each number that is another', async () => {
    valueOf(await acceptUpdate(permit(updatePolicy.accept, world.officer, await subjectOf(world, commitments[0] ?? '')), { now: after }));
    valueOf(await correct({ figures_change: true, counts_later: true, words: 'An update that had come in time was not counted.' }));
    expect((await rows())[2]).toMatchObject({ edition: 3, status: 'drafting' });
    expect(codesOf(await publish(world, ref, null, after))).toEqual(['reporting:gaps.not_frozen', 'reporting:gaps.not_signed_off']);
    valueOf(await freeze({ ...world, later: after }, ref));
    await signed(world, ref);
    valueOf(await publish(world, ref, null, after));
    const days = await database().selectFrom('snapshots').select('as_of').execute();
    expect(days).toEqual([{ as_of: '2026-10-05' }, { as_of: '2026-10-05' }]);
    const [third] = await editions();
    const rungs = third?.figures.find((one) => one.figure.key === 'rungs');
    expect(rungs).toMatchObject({ parts: [{ part: 'self_reported', before: null, after: '2', difference: '2' }], coverage: { before: [0, 2], after: [2, 2] } });
    expect(await updates()).toEqual(['published', 'published']);
  });

  it('is not for everybody', async () => {
    for (const who of [world.focal, world.reviewer, world.stranger, anyone]) expect(may(reportPolicy.correct, who, await reportOf(ref)).allowed).toBe(false);
  });
});
