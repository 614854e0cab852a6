import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { boardOf, findCycle, totalOf, type CycleRecord } from '#app/reporting/cycles/queries.server';
import { outlineOf } from '#app/reporting/reports/outline.server';
import { planReport } from '#app/reporting/reports/operations.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { findReportDesk } from '#app/reporting/reports/queries.server';
import { sectionWriters } from '#app/reporting/sections/queries.server';
import { updatesInput } from '#app/reporting/updates/input.server';
import { dueUpdates } from '#app/reporting/updates/due.server';
import { acceptUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { entriesFor, findReview, listEntries, listReviews, listUndecided } from '#app/reporting/updates/queries.server';
import { sendUpdates } from '#app/reporting/updates/sending.server';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { desk as deskOfTests, otherDesk, valueOf } from './accounts-world';
import { goalsOf, openReporting, published, reported, subjectOf, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
let cycle: CycleRecord;
let refs: string[];
const view = () => ({ language: 'en' as const, now: world.later });
const board = () => permit(cyclePolicy.board, world.officer, cycle);
const entriesOf = async (who = world.focal) => (await listEntries(who, cycle, view())).entries;
beforeAll(async () => {
  world = await openReporting();
  const found = await findCycle(anyone, world.cycle.ref, 'en');
  if (found === undefined) throw new Error('no cycle');
  cycle = found;
  refs = [await published(world), await published(world), await published(world), await published(world)];
});
afterAll(() => world.close());

describe('the page of the annual update', () => {
  it('shows what one speaks for, with the last values, and nothing else', async () => {
    expect((await entriesOf()).map((entry) => entry.ref)).toEqual(refs);
    expect(await entriesOf(world.stranger)).toEqual([]);
    const [entry] = await entriesOf();
    expect(entry).toMatchObject({ lead: 'Harbour Telecom Group', standing: 'on_track', now: null, before: null, goals: [{ target_value: '140', baseline_value: '12', last_value: null }] });
    expect(await dueUpdates(world.focal, view())).toMatchObject([{ ref: '2026', href: '/updates/2026', due_on: '2026-11-30', why: 'You answer for 4 commitments' }]);
  });

  it('sends what is to be sent, keeps the rest, and says what is refused where it belongs', async () => {
    const [one = '', two = '', three = ''] = refs;
    const [goal] = await goalsOf(one);
    const key = newId();
    const typed = { [one]: { key, seen: '0', answer: 'update', as_of: '2026-09-30', narrative: 'More schools', values: { [goal?.id ?? '']: '60' } }, [two]: { answer: 'nothing_changed' }, [three]: { seen: '7', answer: 'update' } };
    const { updates } = updatesInput.parse({ send: one, updates: typed });
    const sending = { viewer: world.focal, cycleId: cycle.id, cycle: cycle.ref, today: dayOf(world.later), entries: await entriesOf(), language: 'en' as const, occasion: { now: world.later } };
    expect(await sendUpdates(sending, updates, one)).toEqual({ sent: 1, saved: 1, problems: [{ code: 'form:problems.changed_meanwhile', field: `updates.${three}.answer` }] });
    expect((await entriesOf()).map((entry) => entry.now?.status ?? null)).toEqual(['submitted', 'draft', null, null]);
    // The same form posted twice answers as it did the first time.
    expect(await sendUpdates(sending, updatesInput.parse({ send: one, updates: { [one]: typed[one] } }).updates, one)).toMatchObject({ sent: 1, problems: [] });
    expect(await sendUpdates({ ...sending, entries: await entriesOf() }, updates, one)).toMatchObject({ sent: 0, problems: [{ code: 'access:reasons.not_now', field: `updates.${one}.answer` }, {}] });
  });
});

describe('the board of a cycle', () => {
  it('counts who has reported and who has not', async () => {
    const rows = await boardOf(board(), view());
    expect(rows).toMatchObject([{ name: 'Harbour Telecom Group', kind: 'organisation', expected: 4, submitted: 1, draft: 1, nothing: 2, unattended: false }]);
    expect(totalOf(rows)).toMatchObject({ expected: 4, accepted: 0 });
  });

  it('lists what waits to be read with its checks, for another than its writer', async () => {
    const [ref = ''] = refs;
    expect((await listReviews(board(), view())).reviews.map((review) => [review.ref, review.checks.map((check) => check.code)])).toEqual([[ref, ['no_evidence']]]);
    expect((await listReviews(board(), view())).waiting).toBe(1);
    expect(await dueUpdates(world.officer, view())).toMatchObject([{ href: '/cycles/2026#review', due_on: '2026-10-19' }]);
    valueOf(await acceptUpdate(permit(updatePolicy.accept, world.officer, await subjectOf(world, ref)), { now: world.later }));
    expect(await listReviews(board(), view())).toEqual({ reviews: [], waiting: 0 });
    expect(await findReview(board(), ref, view())).toMatchObject({ now: { status: 'accepted', narrative: 'More schools' } });
    expect((await boardOf(board(), view()))[0]).toMatchObject({ accepted: 1, submitted: 0 });
  });

  it('keeps asking about what is said to have ended and is still open', async () => {
    const [, , , last = ''] = refs;
    valueOf(await reported(world, last, '90', { answer: 'finished' }));
    valueOf(await acceptUpdate(permit(updatePolicy.accept, world.officer, await subjectOf(world, last)), { now: world.later }));
    expect((await listUndecided(board(), view())).map((review) => review.ref)).toEqual([last]);
  });
});

describe('the outline of a report', () => {
  it('has seven chapters in six languages with their figures, and writers to choose from', async () => {
    const granted = permit(reportPolicy.plan, world.officer, { coalition_id: world.coalition, cycle_id: cycle.id });
    const { ref } = valueOf(await planReport(granted, { now: world.later }, outlineOf(cycle.year, 'en')));
    const desk = await findReportDesk(world.officer, ref, { language: 'ar', now: world.later });
    expect(desk?.sections.map((section) => section.kind)).toEqual(['summary', 'promises', 'equity', 'money', 'work', 'methodology', 'data_gaps']);
    expect(desk).toMatchObject({ title: 'تقرير التقدم السنوي 2026', snapshot: null, published_on: null });
    expect(desk?.sections.find((section) => section.kind === 'promises')).toMatchObject({ language: 'ar', body: '{{figure:standing}}\n\n{{figure:clauses}}' });
    const writers = await sectionWriters(world.officer, world.coalition, world.later);
    expect(writers.map((one) => one.id).sort()).toEqual([(await deskOfTests()).id, (await otherDesk()).id, world.officer.id, world.second.id, world.lead.id].sort());
  });
});

describe('what is sent together', () => {
  const receipts = async () => (await database().selectFrom('outbox_mails').select(['props', sql<string>`xmin::text`.as('transaction')]).where('idempotency_key', 'like', 'update-receipt:%').where('person_id', '=', world.focal.id).orderBy('created_at').execute())
    .map(({ props, transaction }) => ({ ...(props as { subject: string; paragraphs: string[] }), transaction }));
  const send = async (refs: readonly string[], day: string, more: Readonly<Record<string, object>> = {}) => {
    const { updates } = updatesInput.parse({ send: 'all', updates: Object.fromEntries(refs.map((ref) => [ref, { answer: 'nothing_changed', ...more[ref] }])) });
    const entries = await entriesFor(world.focal, cycle, refs, view());
    const before = (await receipts()).length;
    const sent = await sendUpdates({ viewer: world.focal, cycleId: cycle.id, cycle: cycle.ref, today: day, entries, language: 'en', occasion: { now: new Date(`${day}T09:00:00Z`) } }, updates, 'all');
    return { sent, entries, letters: (await receipts()).slice(before) };
  };

  it('gives one receipt for all that is sent together, in the transaction of the last, and says where a page goes on', async () => {
    const two = [await published(world), await published(world)];
    const { sent, entries, letters } = await send(two, '2026-10-06');
    expect(sent).toMatchObject({ sent: 2, problems: [] });
    expect(letters.map(({ subject }) => subject)).toEqual(['Received: your 2 updates']);
    for (const ref of two) expect(letters[0]?.paragraphs.join(' ')).toContain(ref);
    const last = await database().selectFrom('progress_updates').select(sql<string>`xmin::text`.as('transaction')).where('commitment_id', '=', entries.at(-1)?.commitment_id ?? '').executeTakeFirstOrThrow();
    expect(letters[0]?.transaction).toBe(last.transaction);
    const all = await entriesOf();
    const rest = await listEntries(world.focal, cycle, view(), all[1]?.ref);
    expect(rest.entries.map(({ ref }) => ref)).toEqual(all.slice(2).map(({ ref }) => ref));
    expect(rest).toMatchObject({ next: null, total: all.length, sent: all.filter(({ now }) => now !== null && !['draft', 'returned'].includes(now.status)).length });
  });

  it('gives a receipt for what is in, where the last was refused', async () => {
    const two = [await published(world), await published(world)].toSorted();
    const [, refused = ''] = (await entriesFor(world.focal, cycle, two, view())).map(({ ref }) => ref);
    const { sent, letters } = await send(two, '2026-10-07', { [refused]: { answer: 'update', as_of: '2027-01-01' } });
    expect(sent).toMatchObject({ sent: 1, problems: [{ field: expect.stringContaining(refused) }] });
    expect(letters.map(({ subject }) => subject)).toEqual([`Received: your update of ${two.find((ref) => ref !== refused)}`]);
  });
});
