import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type PersonActor } from '#app/access/actor';
import { Forbidden, may, permit } from '#app/access/permit';
import { textFor } from '#app/languages/catalogues.server';
import { database } from '#app/platform/database.server';
import { approveReport } from '#app/reporting/reports/approvals/operations.server';
import { approvalsOf, chairsOf } from '#app/reporting/reports/approvals/queries.server';
import { dueUpdates } from '#app/reporting/updates/due.server';
import { correctReport } from '#app/reporting/reports/errata/operations.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { publicationGaps, publishReport } from '#app/reporting/reports/publication.server';
import { deskOf } from '#app/reporting/reports/desk-facts.server';
import { findReport, findReportDesk } from '#app/reporting/reports/queries.server';
import { askForReplies, giveReply, nameMember, unnameMember, type Naming } from '#app/reporting/reports/replies/operations.server';
import { findAsked } from '#app/reporting/reports/replies/queries.server';
import { charterGroup } from '#app/working-groups/operations.server';
import { groupPolicy } from '#app/working-groups/policy';
import { give, holder, person, valueOf } from './accounts-world';
import { codesOf, freeze, openReporting, planned, published, reportOf, signed, write, type ReportingWorld } from './reporting-world';
import { charter } from './working-groups-world';

let world: ReportingWorld;
let ref: string;
let chair: PersonActor;
const at = (day: string, time = '09:00:00') => new Date(`2026-10-${day}T${time}Z`);
const gaps = async (now = world.later) => publicationGaps(database(), (await reportOf(ref)).id, now);
const naming = (more: Partial<Naming> = {}): Naming => ({ position: 2, figure_key: 'standing', organisation_id: world.organisation, country_iso2: null, about: 'Harbour is behind its own plan.', language: 'en', ...more });
const name = async (more: Partial<Naming> = {}) => nameMember(permit(reportPolicy.name, world.officer, await reportOf(ref)), { now: world.later }, naming(more));
const ask = async (form: { working_days?: number; nobody?: string | null } = {}, now = world.later) =>
  askForReplies(permit(reportPolicy.ask, world.officer, await reportOf(ref)), { now }, { working_days: 5, nobody: null, ...form });
const passage = async () => database().selectFrom('report_replies').selectAll().orderBy('asked_at').executeTakeFirstOrThrow();
const reply = async (said: string, now = at('06'), seen?: number, who: PersonActor = world.focal) => {
  const row = await passage();
  return giveReply(permit(reportPolicy.reply, who, { ...row, ...(await reportOf(ref)), window_open: true }), { now }, row.id, seen, { reply: said, language: 'en' });
};
const approve = async (who: PersonActor, now = at('13')) => {
  const report = await reportOf(ref);
  const [approvals, chairs] = [await approvalsOf(who, report.id), await chairsOf(database(), report.coalition_id, now)];
  return approveReport(permit(reportPolicy.approve, who, { ...report, approvals, chairs }), { now });
};
const letters = async (key: string) => (await database().selectFrom('outbox_mails').select(['person_id', 'language', 'props']).where('idempotency_key', 'like', `${key}%`).execute());

beforeAll(async () => {
  world = await openReporting();
  await published(world);
  ref = (await planned(world)).ref;
  const officer = await person('Ines Duarte', world.now, { mail: 'ines@secretariat.example' });
  await give(officer, 'secretariat_officer', world.now, { coalition_id: world.coalition });
});
afterAll(() => world.close());

describe('naming those whom a report speaks of', () => {
  it('is of a passage that is there, and once for each', async () => {
    expect(codesOf(await name({ position: 99 }))).toEqual(['reporting:problems.passage_needed']);
    expect(codesOf(await name({ position: 1, figure_key: 'standing' }))).toEqual(['reporting:problems.passage_needed']);
    valueOf(await name());
    expect(codesOf(await name())).toEqual(['reporting:problems.named_already']);
    const { id } = valueOf(await name({ position: 4, figure_key: null }));
    valueOf(await unnameMember(permit(reportPolicy.name, world.officer, await reportOf(ref)), { now: world.later }, id));
    expect(await database().selectFrom('report_replies').select(['figure_key', 'organisation_id']).execute()).toEqual([{ figure_key: 'standing', organisation_id: world.organisation }]);
  });

  it('writes to nobody, and lets nobody read it, before replies are asked for', async () => {
    expect(await letters('report-reply-asked')).toEqual([]);
    expect(await findAsked(world.focal, ref, (await passage()).id, { language: 'en', now: world.later })).toBeUndefined();
  });

  it('asks once everything else is there, and says all that is missing', async () => {
    expect(codesOf(await ask())).toEqual(['reporting:gaps.not_frozen', 'reporting:gaps.not_signed_off']);
    valueOf(await freeze(world, ref));
    expect(codesOf(await ask())).toEqual(['reporting:gaps.not_signed_off']);
    await signed(world, ref);
  });
});

describe('the right of reply', () => {
  it('is asked of somebody, or it is said why of nobody', async () => {
    valueOf(await unnameMember(permit(reportPolicy.name, world.officer, await reportOf(ref)), { now: world.later }, (await passage()).id));
    expect(codesOf(await ask())).toEqual(['reporting:problems.nobody_why']);
    valueOf(await name());
  });

  it('asks those who speak for a member, in their language, with the last day', async () => {
    valueOf(await ask());
    // Five working days from Monday 5 October.
    expect(await database().selectFrom('reports').select(['status', 'reply_until']).where('ref', '=', ref).executeTakeFirstOrThrow()).toEqual({ status: 'right_of_reply', reply_until: '2026-10-12' });
    const sent = await letters('report-reply-asked');
    expect(sent.map((one) => one.person_id)).toEqual([world.focal.id]);
    const t = textFor('en', 'reporting');
    expect(sent[0]?.props).toMatchObject({ subject: t('mails.reply_asked.subject', { ref }), paragraphs: expect.arrayContaining(['Harbour is behind its own plan.']) as unknown });
    expect(await dueUpdates(world.focal, { language: 'en', now: world.later })).toEqual(expect.arrayContaining([expect.objectContaining({ due_on: '2026-10-12', why: t('due.names_you') })]));
    expect(may(reportPolicy.ask, world.officer, await reportOf(ref))).toMatchObject({ allowed: false });
  });

  it('keeps publishing and approving waiting, in words', async () => {
    expect(await gaps()).toEqual(['reply_running', 'not_approved']);
    expect(codesOf(await approve(world.lead, at('12', '23:59:59')))).toEqual(['reporting:gaps.reply_running']);
    expect(codesOf(await publishReport(permit(reportPolicy.publish, world.lead, await reportOf(ref)), { now: world.later }))).toEqual(['reporting:gaps.reply_running', 'reporting:gaps.not_approved']);
  });

  it('is of the member alone, and can be written anew until the last day ends', async () => {
    expect(() => permit(reportPolicy.reply, world.officer, { ...naming(), ...({ id: '', coalition_id: world.coalition, status: 'right_of_reply', window_open: true }) })).toThrow(Forbidden);
    valueOf(await reply('The port was closed for eleven weeks.', at('06'), 1));
    expect(codesOf(await reply('Another tab says otherwise.', at('06'), 1))).toEqual(['form:problems.changed_meanwhile']);
    valueOf(await reply('The port was closed for eleven weeks; it is open again.', at('12', '23:59:59'), 2));
    await expect(reply('Too late to say anything.', at('13', '00:00:00'))).rejects.toThrow(Forbidden);
    const told = (await letters('report-reply-given')).map((one) => one.person_id);
    expect(told.length).toBeGreaterThan(0);
    expect(told).not.toContain(world.focal.id);
  });

  it('ends early where everybody has replied', async () => expect(await gaps(at('06'))).toEqual(['not_approved']));
});

describe('approvals', () => {
  it('are given by two, each in another capacity; what is changed is approved again', async () => {
    valueOf(await approve(world.lead));
    await expect(approve(world.lead)).rejects.toMatchObject({ reason: 'reporting:reasons.approved_already' });
    expect(await gaps()).toEqual(['not_approved']);
    valueOf(await approve(world.second));
    expect((await reportOf(ref)).status).toBe('approved');
    expect(await gaps(at('13'))).toEqual([]);
    valueOf(await write(world, ref, 1, 'Another summary.'));
    expect((await reportOf(ref)).status).toBe('right_of_reply');
    expect(await gaps(at('13'))).toEqual(['not_signed_off', 'not_approved']);
    expect(codesOf(await approve(world.lead))).toEqual(['reporting:gaps.not_signed_off']);
    await signed(world, ref);
  });

  it('are the lead’s and the chair’s where a group steers the coalition', async () => {
    const texts = { en: { name: 'Steering group', mandate: null } };
    const { id: steering } = valueOf(await charterGroup(permit(groupPolicy.charter, world.lead, { coalition_id: world.coalition }), { now: world.now }, { ...charter, kind: 'steering', texts }));
    chair = await holder('wg_chair', world.now, { working_group_id: steering });
    await expect(approve(world.second)).rejects.toMatchObject({ reason: 'reporting:reasons.approvers_only' });
    valueOf(await approve(chair));
    expect((await approvalsOf(anyone, (await reportOf(ref)).id)).map((one) => one.capacity)).toEqual(['chair']);
    const due = (await dueUpdates(world.lead, { language: 'en', now: at('13') })).map((one) => one.why);
    expect(due).toContain(textFor('en', 'reporting')('due.approving'));
    valueOf(await approve(world.lead));
  });

  it('let the lead publish, and the reply stands beside its passage', async () => {
    valueOf(await publishReport(permit(reportPolicy.publish, world.lead, await reportOf(ref)), { now: at('13') }));
    const report = await findReport(anyone, ref, { language: 'en', now: at('13') });
    expect(report?.replies).toMatchObject([{ position: 2, figure_key: 'standing', reply: 'The port was closed for eleven weeks; it is open again.' }]);
  });

  it('carry replies into a correction, and who was silent, who is not asked again', async () => {
    const silent = await database().transaction().execute(async (tx) => {
      await sql`select set_config('concord.actor', '{"kind":"system","name":"console"}', true)`.execute(tx);
      return (await sql<{ id: string }>`insert into report_replies (id, report_id, section_id, country_iso2, about, language, asked_at)
        select gen_random_uuid(), report_id, section_id, 'FJ', 'Nothing was heard of it.', 'en', asked_at from report_replies limit 1 returning id`.execute(tx)).rows[0]?.id;
    });
    const erratum = { position: 1, figure_key: null, words: 'The summary named another year.', language: 'en' as const, figures_change: false };
    valueOf(await correctReport(permit(reportPolicy.correct, world.officer, await reportOf(ref)), { now: at('14') }, undefined, erratum));
    valueOf(await write(world, ref, 1, 'The summary, corrected.'));
    await signed(world, ref);
    expect(codesOf(await ask({}, at('14')))).toEqual(['reporting:problems.nobody_why']);
    valueOf(await ask({ nobody: 'The summary alone is another.' }, at('14')));
    expect(await gaps(at('14', '10:00:00'))).toEqual(['not_approved']);
    const desk = await findReportDesk(world.lead, ref, { language: 'en', now: at('14', '10:00:00') });
    expect((await deskOf({ viewer: world.lead, report: desk!, now: at('14', '10:00:00') })).window).toBe('over');
    const carried = (await database().selectFrom('report_replies').select(['id', 'reply', 'silent_on']).where('report_id', '=', (await reportOf(ref)).id).orderBy('silent_on').execute());
    expect(carried.map(({ reply: said, silent_on }) => [said, silent_on])).toEqual([[null, '2026-10-12'], ['The port was closed for eleven weeks; it is open again.', null]]);
    const again = carried.find(({ silent_on }) => silent_on !== null)?.id ?? '';
    expect(again).not.toBe(silent);
    expect(await findAsked(world.focal, ref, again, { language: 'en', now: at('14', '10:00:00') })).toMatchObject({ window_open: false });
    for (const who of [world.lead, chair]) valueOf(await approve(who, at('14', '11:00:00')));
    valueOf(await publishReport(permit(reportPolicy.publish, world.lead, await reportOf(ref)), { now: at('15') }));
    const report = await findReport(anyone, ref, { language: 'en', now: at('15') });
    expect(report).toMatchObject({ edition: 2, replies: expect.arrayContaining([expect.objectContaining({ party: 'Fiji', reply: null, silent_on: '2026-10-12' })]) as unknown });
  });
});
