import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone, type Actor, type PersonActor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { textFor } from '#app/languages/catalogues.server';
import { database } from '#app/platform/database.server';
import { outcomeChapters } from '#app/reporting/outcomes/chapters';
import { answerComment, commentOn } from '#app/reporting/outcomes/comments/operations.server';
import { commentsOn } from '#app/reporting/outcomes/comments/queries.server';
import { chapterParts } from '#app/reporting/outcomes/model';
import { approveOutcome, chooseRows, composeOutcome, consultOn, launchOutcome, publishOutcome, reviewOutcome, writePart } from '#app/reporting/outcomes/operations.server';
import { addOutput, removeOutput } from '#app/reporting/outcomes/outputs/operations.server';
import { outputsOf } from '#app/reporting/outcomes/outputs/queries.server';
import { outcomePolicy } from '#app/reporting/outcomes/policy';
import { findOutcome, launchPlaces, outcomesOn, publishedOutcomes } from '#app/reporting/outcomes/queries.server';
import { verifyOutcomes } from '#app/reporting/outcomes/console.server';
import { choosableRows } from '#app/reporting/outcomes/rows.server';
import type { AgendaForm } from '#app/working-groups/agenda/items.server';
import { reportsToLaunch } from '#app/working-groups/agenda/reports.server';
import { adjournSession, cancelSession, charterGroup, editAgendaItem, finaliseRecommendation, issueRecommendation, planSession, publishSession, recommend, takeToReport, recordDecision, reviseRecommendation } from '#app/working-groups/operations.server';
import { lifePolicy } from '#app/working-groups/life/policy';
import { proposalsFor } from '#app/working-groups/planning/queries.server';
import { groupPolicy, sessionPolicy } from '#app/working-groups/policy';
import { recommendationPolicy } from '#app/working-groups/recommendations/policy';
import { findRecommendation } from '#app/working-groups/recommendations/queries.server';
import { attempt, tamper } from './minutes-world';
import { charter, desk, give, meeting, minutesAfter, openGroup, person, personActor, planned, present, running, sessionRef, started, valueOf, itemsOf, type GroupWorld } from './working-groups-world';

let world: GroupWorld;
let lead: PersonActor;
let held: string;
let recommendation: string;
const on = (day: string) => ({ language: 'en', now: new Date(`${day}T09:00:00Z`) }) as const;
const view = on('2026-04-01');
const codes = (result: { readonly ok: boolean; readonly problems?: readonly { readonly code: string }[] }) => result.problems?.map((one) => one.code.split('.').at(-1));
const seen = (viewer: Actor, at = view) => findOutcome(viewer, world.group.ref, 1, at);
const found = async (viewer: Actor = world.chair, at = view) => (await seen(viewer, at))!;
const letters = async (like: string) => (await database().selectFrom('outbox_mails').select('recipient').where('idempotency_key', 'like', like).orderBy('recipient').execute()).map((one) => one.recipient);

beforeEach(async () => {
  await world?.close();
  world = await openGroup();
  const head = await person('Head of secretariat', world.now, { mail: 'head@coalition.example' });
  await give(head, 'secretariat_lead', world.now, { coalition_id: world.group.coalition_id });
  lead = await personActor(head, world.now);
  const session = await started(world);
  held = session.id;
  await present(world, session, world.seats.slice(0, 4));
  const decision = valueOf(await recordDecision(await running(world, session.id), { now: session.now }, { agenda_item_id: null, text: 'Adopt the template.', rule: 'consensus', votes: [], dissent: null })).id;
  valueOf(await adjournSession(permit(sessionPolicy.adjourn, world.chair, await sessionRef(session.id)), { now: session.now }, null));
  valueOf(await publishSession(permit(sessionPolicy.publish, world.chair, await sessionRef(session.id)), { now: minutesAfter(session.now, 90) }));
  const { ref } = valueOf(await recommend(permit(groupPolicy.recommend, world.chair, world.group), view, { title: 'Publish tariffs', text: 'Ministries publish them.', status: 'draft', decisions: [decision], nodes: [] }));
  const drafted = (await findRecommendation(world.chair, ref, view))!;
  recommendation = drafted.id;
  valueOf(await issueRecommendation(permit(recommendationPolicy.issue, world.chair, drafted), view, drafted.version));
});
afterAll(() => world.close());

async function composed(kind: 'interim' | 'final' = 'interim', by = world.chair) {
  const choice = await choosableRows(database(), world.group.id, kind, view);
  const chosen = { session: choice.session.map(({ id }) => id), decision: choice.decision.map(({ id }) => id), recommendation: choice.recommendation.map(({ id }) => id) };
  return composeOutcome(permit(outcomePolicy.compose, by, world.group), view, { kind, language: 'en', title: 'What came of it', chosen });
}
const write = async (part: 'summary' | (typeof chapterParts)[number], text: string, by = world.chair, seen?: number) => writePart(permit(outcomePolicy.write, by, await found()), view, { part, language: 'en', text, seen });
async function written(by = world.chair) {
  valueOf(await composed());
  for (const part of ['summary', ...chapterParts] as const) valueOf(await write(part, `Words on ${part}.`, by));
}
const consult = async (audience: 'group' | 'public' = 'group') => consultOn(permit(outcomePolicy.consult, world.chair, await found()), view, (await found()).version, { audience, until: '2026-04-10' });
async function reviewed(audience: 'group' | 'public' = 'group') {
  valueOf(await consult(audience));
  valueOf(await reviewOutcome(permit(outcomePolicy.review, world.chair, await found()), view, (await found()).version));
}
const approve = async (by: PersonActor) => approveOutcome(permit(outcomePolicy.approve, by, await found(by)), view, (await found()).version);
const launch = async (session = held) => launchOutcome(permit(outcomePolicy.launch, world.chair, await found()), view, (await found()).version, session);
const publish = async () => publishOutcome(permit(outcomePolicy.publish, world.chair, await found()), view, (await found()).version);

describe('OR-2 what it tells of', () => {
  it('is what anybody can read, and stays as it was chosen whatever comes after', async () => {
    await written(lead);
    const before = outcomeChapters(await found(), { t: textFor('en', 'reporting'), language: 'en', site: '' });
    expect((await found()).rows).toMatchObject({ session: [{ present: 4, seats: 5 }], decision: [{ text: 'Adopt the template.', status: 'adopted' }], recommendation: [{ title: 'Publish tariffs', status: 'preliminary' }] });
    const of = (await findRecommendation(world.chair, 'REC-2026-001', view))!;
    valueOf(await reviseRecommendation(permit(recommendationPolicy.edit, world.chair, of), view, of.version, { title: 'Publish all tariffs', text: of.text }));
    expect(outcomeChapters(await found(), { t: textFor('en', 'reporting'), language: 'en', site: '' })).toEqual(before);
    const { id: own } = await planned(world);
    valueOf(await chooseRows(permit(outcomePolicy.write, world.chair, await found()), view, (await found()).version, { session: [held, own], decision: [], recommendation: [recommendation] }));
    expect((await found()).rows).toMatchObject({ session: [{ present: 4 }], decision: [], recommendation: [{ title: 'Publish all tariffs' }] });
    expect(codes(await chooseRows(permit(outcomePolicy.write, world.chair, await found()), view, (await found()).version, { session: [own], decision: [], recommendation: [] }))).toEqual(['no_rows']);
  });
  it('of a final one leaves out what can still change', async () => {
    expect((await choosableRows(database(), world.group.id, 'final', view)).recommendation).toEqual([]);
    const of = (await findRecommendation(world.chair, 'REC-2026-001', view))!;
    valueOf(await finaliseRecommendation(permit(recommendationPolicy.finalise, world.chair, of), view, of.version));
    expect((await choosableRows(database(), world.group.id, 'final', view)).recommendation).toHaveLength(1);
  });
});

describe('OR-3 its words', () => {
  it('of two who write the same part at once the second is told, and two numbers are never the same', async () => {
    const both = await Promise.all([composed(), composed('interim', world.secretary)]);
    expect(both.map((one) => valueOf(one).number).toSorted()).toEqual([1, 2]);
    valueOf(await write('work', 'One'));
    expect(codes(await write('work', 'Other', world.secretary))).toEqual(['changed_meanwhile']);
    valueOf(await write('work', 'Other', world.secretary, 1));
    expect((await found()).texts.find(({ part }) => part === 'work')?.text).toBe('Other');
  });
  it('stay while people comment on them, for the database too', async () => {
    await written();
    valueOf(await consult());
    const { id } = await found();
    await expect(write('work', 'Other')).rejects.toThrow(Forbidden);
    expect(await attempt(`update outcome_texts set text = 'Other' where outcome_id = '${id}'`)).toBe('outcome_words_stay');
    expect(await attempt(`delete from outcome_rows where outcome_id = '${id}'`)).toBe('outcome_words_stay');
    expect(await attempt(`update outcome_reports set status = 'drafting', audience = null, consulted_until = null where id = '${id}'`)).toBe('outcome_reports_forward');
  });
});

describe('OR-4, OR-5 consultation', () => {
  it('names every part that is missing, and everybody on a seat is told', async () => {
    valueOf(await composed());
    expect(codes(await consult())).toEqual(['no_summary', 'no_mandate', 'no_work', 'no_decisions', 'no_recommendations', 'no_next']);
    for (const part of ['summary', ...chapterParts] as const) valueOf(await write(part, 'Words.'));
    expect(codes(await consultOn(permit(outcomePolicy.consult, world.chair, await found()), view, (await found()).version, { audience: 'group', until: '2026-04-01' }))).toEqual(['until']);
    valueOf(await consult());
    expect(await letters('outcome:%:consultation:%')).toHaveLength(12);
  });
  it('of the group is read by its seats alone; in public anybody reads and comments, and is shown once they are answered', async () => {
    await written();
    const seat = await personActor(world.seats[0]?.holder ?? '', world.now);
    expect(await seen(anyone)).toBeUndefined();
    valueOf(await consult('group'));
    expect(await seen(anyone)).toBeUndefined();
    expect(await seen(world.stranger)).toBeUndefined();
    valueOf(await commentOn(permit(outcomePolicy.comment, seat, await found(seat)), view, { part: 'work', text: 'More on Nairobi.', language: 'en', name: null }));
    expect(() => permit(outcomePolicy.comment, world.stranger, { id: '', working_group_id: '', coalition_id: '', status: 'consultation', audience: 'group', taking: true, seated: [seat.id] })).toThrow(Forbidden);
    await expect((async () => permit(outcomePolicy.comment, seat, await found(seat, on('2026-04-11'))))()).rejects.toThrow(Forbidden);
  });
  it('in public: anybody reads and comments, and who has no account is shown once they are answered', async () => {
    await written();
    valueOf(await consult('public'));
    const { id } = valueOf(await commentOn(permit(outcomePolicy.comment, anyone, await found(anyone)), view, { part: null, text: 'Which schools?', language: 'en', name: 'A parent' }));
    expect(codes(await commentOn(permit(outcomePolicy.comment, anyone, await found(anyone)), view, { part: null, text: 'Which?', language: 'en', name: null }))).toEqual(['required']);
    expect(await commentsOn(anyone, await found(anyone))).toEqual([]);
    expect(await commentsOn(world.chair, await found())).toMatchObject([{ by: 'A parent', text: 'Which schools?' }]);
    const reply = async () => answerComment(permit(outcomePolicy.answer, world.chair, { ...(await found()), person_id: null }), view, id, 1, 'All public ones.');
    valueOf(await reply());
    expect(codes(await reply())).toEqual(['changed_meanwhile']);
    expect(await commentsOn(anyone, await found(anyone))).toMatchObject([{ by: 'A parent', answer: 'All public ones.' }]);
  });
});

describe('OR-6 approval', () => {
  it('waits for every answer, and is not given by who wrote all of it alone', async () => {
    await written();
    valueOf(await consult());
    const seat = await personActor(world.seats[0]?.holder ?? '', world.now);
    const { id } = valueOf(await commentOn(permit(outcomePolicy.comment, seat, await found(seat)), view, { part: null, text: 'Shorter.', language: 'en', name: null }));
    valueOf(await reviewOutcome(permit(outcomePolicy.review, world.chair, await found()), view, (await found()).version));
    expect(await letters('outcome:%:review:%')).toHaveLength(1);
    await expect(approve(world.chair)).rejects.toThrow(Forbidden);
    expect(codes(await approve(lead))).toEqual(['unanswered']);
    valueOf(await answerComment(permit(outcomePolicy.answer, world.chair, { ...(await found()), person_id: seat.id }), view, id, 1, 'It is.'));
    expect(await letters('outcome:%:answered:%')).toHaveLength(1);
    valueOf(await approve(lead));
    expect(await found()).toMatchObject({ status: 'approved', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(await seen(anyone)).toBeUndefined();
  });
  it('is given by one of two who wrote it; and what was changed past every guard is not published', async () => {
    await written();
    valueOf(await write('next', 'Other words.', world.secretary, 1));
    await reviewed();
    valueOf(await approve(world.chair));
    valueOf(await launch());
    await tamper(world, 'outcome_texts', `update outcome_texts set text = 'Nothing.' where part = 'next'`);
    expect(codes(await publish())).toEqual(['altered']);
  });
});

describe('OR-6 the seal, as the command checks it', () => {
  const verified = async (ref?: string) => verifyOutcomes(ref);
  const sealed = async () => {
    await written(lead);
    await reviewed();
    valueOf(await approve(world.chair));
  };
  const altered = async () => (await verified('WG-01-O1')).facts['altered'];
  it('holds, for all there are and for one; what is not approved has none', async () => {
    await written(lead);
    expect(await verified()).toMatchObject({ refused: false, lines: ['No outcome report is approved.'], facts: { checked: 0, broken: [] } });
    expect(await verified('WG-01-O1')).toMatchObject({ refused: true, facts: { sealed: false } });
    await reviewed();
    valueOf(await approve(world.chair));
    const { sha256 } = await found();
    expect(await verified('WG-01-O1')).toMatchObject({ refused: false, facts: { ref: 'WG-01-O1', sha256, recomputed: sha256, trailed: sha256, altered: [], holds: true } });
    expect(await verified()).toMatchObject({ refused: false, facts: { checked: 1, broken: [] } });
    valueOf(await launch());
    valueOf(await publish());
    expect(await verified()).toMatchObject({ refused: false, facts: { checked: 1, broken: [] } });
  });
  it.each([
    ['a text', 'outcome_texts', `update outcome_texts set text = 'Nothing.' where part = 'next'`, ['texts.next.en']],
    ['a text that came', 'outcome_texts', `insert into outcome_texts (outcome_id, part, language, text, written_at) select id, 'title', 'fr', 'Rien', now() from outcome_reports`, ['texts.title.fr']],
    ['a text that is gone', 'outcome_texts', `delete from outcome_texts where part = 'work'`, ['texts.work.en']],
    ['a row', 'outcome_rows', `update outcome_rows set facts = facts || '{"votes_for": 9}' where kind = 'decision'`, ['rows.decision.D-2026-001.votes_for']],
    ['a row that is gone', 'outcome_rows', `delete from outcome_rows where kind = 'session'`, ['rows.session.WG-01-S01']],
    ['its kind', 'outcome_reports', `update outcome_reports set kind = 'final'`, ['report.kind']],
  ])('finds %s', async (_what, table, statement, paths) => {
    await sealed();
    await tamper(world, table, statement);
    expect((await verified()).refused).toBe(true);
    expect(await altered()).toEqual(paths);
  });
  it('finds a hash that was written to fit what was altered, by the trail', async () => {
    await sealed();
    await tamper(world, 'outcome_texts', `update outcome_texts set text = 'Nothing.' where part = 'next'`);
    const { recomputed } = (await verified('WG-01-O1')).facts as { recomputed: string };
    await tamper(world, 'outcome_reports', `update outcome_reports set sha256 = '${recomputed}'`);
    const { sha256, trailed, holds } = (await verified('WG-01-O1')).facts as { sha256: string; trailed: string; holds: boolean };
    expect([sha256 === recomputed, trailed === recomputed, holds]).toEqual([true, false, false]);
  });
});

describe('OR-7 on the next agenda', () => {
  const proposed = async (by: Actor = world.chair) => (await proposalsFor(by, world.group, view)).filter(({ item }) => typeof item.outcome_id === 'string').map(({ why, taken, item: { title, outcome_id } }) => ({ why, taken, title, outcome_id }));
  const plan = async (items: readonly AgendaForm[]) => planSession(permit(groupPolicy.plan, world.chair, world.group), { now: world.now }, meeting({ agenda: items }));
  const carried = async () => (await proposalsFor(world.chair, world.group, view)).filter((one) => typeof one.item.outcome_id === 'string').map((one) => one.item);

  it('a report comes from its final review on, until it stands on one', async () => {
    await written(lead);
    valueOf(await consult());
    expect(await proposed()).toEqual([]);
    valueOf(await reviewOutcome(permit(outcomePolicy.review, world.chair, await found()), view, (await found()).version));
    const { id } = await found();
    expect(await proposed()).toEqual([{ why: 'launch', taken: true, title: 'Launch: What came of it', outcome_id: id }]);
    expect(await proposed(world.stranger)).toEqual([]);
    const items = await carried();
    const next = valueOf(await plan(items));
    expect(await itemsOf(next.id)).toMatchObject([{ title: 'Launch: What came of it', outcome_id: id }]);
    expect(await proposed()).toEqual([]);
    // Whoever had the same page open does not put it on a second agenda.
    expect(codes(await plan(items))).toEqual(['changed_meanwhile']);
    valueOf(await cancelSession(permit(sessionPolicy.cancel, world.chair, await sessionRef(next.id)), { now: world.now }, 'Nobody can come.'));
    expect(await proposed()).toHaveLength(1);
    const both = await Promise.all([plan(items), plan(items)]);
    expect(both.map((one) => one.ok).toSorted()).toEqual([false, true]);
  });
  it('one that the meeting puts off is proposed once, as deferred, and no longer once it is launched', async () => {
    await written(lead);
    await reviewed();
    const next = await started(world, meeting({ agenda: await carried() }), new Date('2026-03-26T13:00:00Z'));
    valueOf(await adjournSession(permit(sessionPolicy.adjourn, world.chair, await sessionRef(next.id)), { now: next.now }, null));
    expect(await proposed()).toMatchObject([{ why: 'deferred', outcome_id: (await found()).id }]);
    const again = valueOf(await plan(await carried()));
    expect(await proposed()).toEqual([]);
    valueOf(await cancelSession(permit(sessionPolicy.cancel, world.chair, await sessionRef(again.id)), { now: world.now }, 'Nobody can come.'));
    expect(await proposed()).toMatchObject([{ why: 'deferred' }]);
    valueOf(await approve(world.chair));
    valueOf(await launch(next.id));
    expect(await proposed()).toEqual([]);
  });
  it('a plenary finds what its coalition’s groups had approved; a group that is reporting, that it owes its final report', async () => {
    await written(lead);
    await reviewed();
    const { coalition_id } = world.group;
    const plenary = valueOf(await charterGroup(permit(groupPolicy.charter, await desk(), { coalition_id }), view, { ...charter, kind: 'plenary', texts: { en: { name: 'All of us', mandate: null } } }));
    const of = async () => (await proposalsFor(lead, plenary, view)).map(({ why, taken }) => ({ why, taken }));
    expect(await of()).toEqual([]);
    valueOf(await approve(world.chair));
    expect(await of()).toEqual([{ why: 'launch', taken: false }]);
    valueOf(await plan(await carried()));
    expect(await of()).toEqual([]);

    const owes = async () => (await proposalsFor(world.chair, world.group, view)).filter(({ why }) => why === 'final');
    expect(await owes()).toEqual([]);
    const { version } = await database().selectFrom('working_groups').select('version').where('id', '=', world.group.id).executeTakeFirstOrThrow();
    valueOf(await takeToReport(permit(lifePolicy.reporting, world.chair, { ...world.group, status: 'active', proposed_by: null, reported_by: null }), view, version));
    expect(await owes()).toMatchObject([{ taken: true, item: { title: 'Final report of the group: what it tells' } }]);
    expect((await proposalsFor(world.chair, world.group, { ...view, language: 'ar' })).filter(({ why }) => why === 'final')).toHaveLength(1);
    const ahead = valueOf(await plan((await owes()).map((one) => one.item)));
    expect(await owes()).toEqual([]);
    expect((await proposalsFor(world.chair, world.group, { ...view, language: 'ar' })).filter(({ why }) => why === 'final')).toEqual([]);
    valueOf(await cancelSession(permit(sessionPolicy.cancel, world.chair, await sessionRef(ahead.id)), { now: world.now }, 'Nobody can come.'));
    expect(await owes()).toHaveLength(1);
    const settled = (await findRecommendation(world.chair, 'REC-2026-001', view))!;
    valueOf(await finaliseRecommendation(permit(recommendationPolicy.finalise, world.chair, settled), view, settled.version));
    valueOf(await composed('final'));
    expect(await owes()).toEqual([]);
  });
});

describe('OR-7 launch and publication', () => {
  it('is launched where people met, for the coalition; then published for everybody, listed and linked', async () => {
    await written(lead);
    await reviewed();
    const { id: ahead } = await planned(world);
    const item = (await itemsOf(ahead))[0]!;
    expect(await reportsToLaunch(world.stranger, world.group, null, view)).toEqual([]);
    expect(await reportsToLaunch(world.chair, world.group, null, view)).toMatchObject([{ title: 'What came of it', outcome: { number: 1 } }]);
    valueOf(await editAgendaItem(permit(sessionPolicy.edit, world.chair, await sessionRef(ahead)), view, item.id, { title: item.title, kind: 'information', minutes: 10, presenter: null, section: null, presenter_id: null, report_id: (await found()).id, version: item.version }));
    expect((await itemsOf(ahead))[0]).toMatchObject({ report_id: null, outcome_id: (await found()).id });
    valueOf(await approve(world.chair));
    expect(codes(await launch(ahead))).toEqual(['choose']);
    expect(await launchPlaces(world.chair, await found())).toMatchObject([{ id: held, named: false }]);
    valueOf(await launch());
    expect(await letters('outcome:%:launched:%')).toHaveLength(12);
    const member = await personActor(await person('Member', world.now), world.now);
    expect(await seen(anyone)).toBeUndefined();
    expect(await seen(member)).toBeUndefined();
    expect(await seen(world.officer)).toMatchObject({ status: 'launched' });
    valueOf(await publish());
    expect(await seen(anyone)).toMatchObject({ status: 'published', title: 'What came of it', out_on: '2026-04-01' });
    expect(await publishedOutcomes(anyone, view)).toHaveLength(1);
    expect(await outcomesOn(anyone, recommendation, view)).toHaveLength(1);
    expect((await sql<{ acts: number }>`select count(*)::int as acts from audit_log where table_name = 'outcome_reports' and action = 'update'`.execute(database())).rows[0]?.acts).toBeGreaterThanOrEqual(5);
  });
  it('OR-8: what goes with it is taken away until it is out', async () => {
    await written(lead);
    const added = valueOf(await addOutput(permit(outcomePolicy.attach, world.chair, await found()), view, 'brief', { title: 'Two pages', url: 'https://example.org/brief', file: null, language: null }));
    expect(await outputsOf(anyone, (await found()).id)).toMatchObject([{ kind: 'brief', title: 'Two pages' }]);
    valueOf(await removeOutput(permit(outcomePolicy.detach, world.chair, await found()), view, added.id));
    await reviewed();
    valueOf(await approve(world.chair));
    valueOf(await launch());
    valueOf(await publish());
    await expect((async () => permit(outcomePolicy.detach, world.chair, await found()))()).rejects.toThrow(Forbidden);
  });
});
