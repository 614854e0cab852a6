import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { commentList } from '#app/frameworks/consultations/comments/list';
import { disposeComment, refuseComment, releaseComment, sendComment, type CommentForm, type DispositionForm } from '#app/frameworks/consultations/comments/operations.server';
import { allComments, dueComments, findComment, listComments } from '#app/frameworks/consultations/comments/queries.server';
import { forgetAddresses, countAuthors } from '#app/frameworks/consultations/notices.server';
import { moveConsultation, openConsultation, withdrawConsultation, closeConsultation, type ConsultationForm } from '#app/frameworks/consultations/operations.server';
import { commentPolicy, consultationPolicy } from '#app/frameworks/consultations/policy';
import { consultedClauses, findConsultation, listConsultations } from '#app/frameworks/consultations/queries.server';
import { findUnanswered } from '#app/frameworks/consultations/unanswered.server';
import { frameworkPolicy } from '#app/frameworks/policy';
import { deleteClause, writeWords } from '#app/frameworks/versions/clauses/operations.server';
import { discardDraft, publishVersion, startDraft } from '#app/frameworks/versions/operations.server';
import { draftClauses, findDraft } from '#app/frameworks/versions/queries.server';
import { database } from '#app/platform/database.server';
import { readState } from '#app/table/state';
import { give, person, valueOf } from './accounts-world';
import { openFrameworksWorld, refusalOf, type FrameworksWorld } from './frameworks-world';

const now = new Date('2026-04-02T09:00:00Z');
const lastMoment = new Date('2026-04-10T23:59:59Z');
const closed = new Date('2026-04-11T00:00:00Z');
const code = 'CONNDECL';
let world: FrameworksWorld;
let speaker: string;
beforeAll(async () => {
  world = await openFrameworksWorld(now);
  speaker = await person('Speaks for the harbour', now, { mail: 'harbour@example.org', organisation_id: world.organisation });
  await give(speaker, 'focal_point', now, { organisation_id: world.organisation });
  valueOf(await startDraft(permit(frameworkPolicy.draft, world.officer, { code }), { now }, 'copy'));
});
afterAll(() => world.close());

const view = (at = now) => ({ language: 'en', now: at }) as const;
const draft = async () => (await findDraft(world.officer, code, '2', view()))!;
const problems = (result: { ok: boolean; problems?: readonly { code: string }[] }) => (result.ok ? [] : (result.problems ?? []).map((one) => one.code));
const form: ConsultationForm = { audience: 'public', opens_on: '2026-04-02', closes_on: '2026-04-10', language: 'en', introduction: 'Tell us whether the new wording is plain enough.' };
const open = async (more: Partial<ConsultationForm> = {}) => openConsultation(permit(consultationPolicy.open, world.officer, await draft()), { now }, { ...form, ...more });
const found = async (ref: string, viewer: Actor = world.officer, at = now) => findConsultation(viewer, ref, view(at));
const said = (more: Partial<CommentForm> = {}): CommentForm => ({ clause: 'P1.1', body: 'Say who pays for the line.', language: 'en', ...more });
const author = { name: 'Ada Visitor', mail: 'ada@visitor.example', body_name: 'Friends of the library' };
const nobody = { organisation_id: null, country_iso2: null };
const send = (actor: Actor, consultation: string, words: CommentForm, party: { organisation_id: string | null; country_iso2: string | null } = nobody, at = now, submission?: string) =>
  sendComment(permit(commentPolicy.send, actor, { ...party, audience: 'public' }), { now: at, submission }, consultation, words);
const ofHarbour = () => ({ organisation_id: world.organisation, country_iso2: null });
const kept = async (ref: string) => (await findComment(world.lead, ref, view()))!;
const dispose = async (ref: string, answer: Partial<DispositionForm> = {}, seen?: number) => disposeComment(permit(commentPolicy.dispose, world.lead, await kept(ref)), { now: closed }, seen, { disposition: 'accepted', reason: 'It was unclear.', node_id: null, ...answer });
const refs = async (viewer: Actor, query = '', at = now) => (await listComments(viewer, readState(commentList, new URLSearchParams(query)), view(at))).rows.map(({ ref }) => ref);
const publish = async (at: Date) => publishVersion(permit(frameworkPolicy.publish, world.lead, await draft()), { now: at });
const letters = () => database().selectFrom('outbox_mails').select(['recipient', 'props']).orderBy('id').execute();

let ref: string;
describe('a consultation', () => {
  it('CN-2: is on a draft, one at a time, on days that are still to come', async () => {
    expect(() => permit(consultationPolicy.open, world.focal, { id: '', status: 'draft', edited_by: null })).toThrow(Forbidden);
    expect(() => permit(consultationPolicy.open, world.officer, { id: '', status: 'published', edited_by: null })).toThrow(expect.objectContaining({ reason: 'frameworks:reasons.published_stays' }));
    expect(problems(await open({ opens_on: '2026-04-01' }))).toEqual(['frameworks:problems.day_in_past']);
    expect(problems(await open({ opens_on: '2026-04-09', closes_on: '2026-04-08' }))).toEqual(['frameworks:problems.closes_before']);
    ref = valueOf(await open({ opens_on: '2026-04-05' })).ref;
    expect(problems(await open({ opens_on: '2026-04-10', closes_on: '2026-04-20' }))).toEqual(['frameworks:problems.consultation_overlaps']);
  });
  it('CN-4: is the secretariat’s alone until it opens, and can be taken back until then', async () => {
    expect(await found(ref, anyone)).toBeUndefined();
    expect(await found(ref, world.focal)).toBeUndefined();
    const announced = (await found(ref))!;
    expect(announced.state).toBe('announced');
    expect(problems(await send(anyone, ref, said({ author })))).toEqual(['frameworks:problems.comment_late']);
    valueOf(await withdrawConsultation(permit(consultationPolicy.withdraw, world.lead, announced), { now }));
    expect(await found(ref)).toBeUndefined();
    expect(await database().selectFrom('consultation_clauses').selectAll().execute()).toEqual([]);
    ref = valueOf(await open({ opens_on: '2026-04-03' })).ref;
    const again = (await found(ref))!;
    expect(problems(await moveConsultation(permit(consultationPolicy.move, world.lead, again), { now }, again.version + 1, form))).toEqual(['form:problems.changed_meanwhile']);
    valueOf(await moveConsultation(permit(consultationPolicy.move, world.lead, again), { now }, again.version, form));
    const opened = (await found(ref, anyone))!;
    expect(opened).toMatchObject({ state: 'open', framework: code, number: 2, comments: 0 });
    expect(problems(await withdrawConsultation(permit(consultationPolicy.withdraw, world.lead, opened), { now }))).toEqual(['frameworks:problems.opened_already']);
    expect(problems(await moveConsultation(permit(consultationPolicy.move, world.lead, opened), { now }, undefined, { ...form, opens_on: '2026-04-04' }))).toEqual(['frameworks:problems.opened_already']);
    const later = { now: new Date('2026-04-04T09:00:00Z') };
    expect(problems(await moveConsultation(permit(consultationPolicy.move, world.lead, opened), later, undefined, { ...form, closes_on: '2026-04-03' }))).toEqual(['frameworks:problems.day_in_past']);
    expect(problems(await discardDraft(permit(frameworkPolicy.edit, world.officer, await draft()), { now }))).toEqual(['frameworks:problems.consulted']);
  });
  it('CN-4: one for members is read by whoever is signed in, and by nobody else', async () => {
    const members = valueOf(await open({ audience: 'members', opens_on: '2026-05-01', closes_on: '2026-05-02' })).ref;
    const then = new Date('2026-05-01T00:00:00Z');
    expect((await listConsultations(anyone, view(then))).map((one) => one.ref)).toEqual([ref]);
    expect((await listConsultations(world.stranger, view(then))).map((one) => one.ref)).toEqual([members, ref]);
    expect(() => permit(commentPolicy.send, world.officer, { ...nobody, audience: 'members' })).toThrow(expect.objectContaining({ reason: 'frameworks:reasons.members_only' }));
    const opened = (await found(members))!;
    valueOf(await withdrawConsultation(permit(consultationPolicy.withdraw, world.lead, opened), { now }));
  });
  it('CN-1: shows the text as it was put out, whatever is written in the draft since', async () => {
    const line = (await draftClauses(world.officer, await draft())).find((one) => one.code === 'P1.1')!;
    valueOf(await writeWords(permit(frameworkPolicy.edit, world.officer, await draft()), { now }, line.id, line.version, 'en', { title: 'Another title', body: 'Other words.', origin: 'human' }));
    expect((await consultedClauses(anyone, (await found(ref))!, view())).map((one) => [one.code, one.title, one.former?.title])).toEqual([
      ['P1', 'Clause P1 (en)', 'Clause P1 (en)'], ['P1.1', 'Clause P1.1 (en)', 'Clause P1.1 (en)'], ['P1.2', 'Clause P1.2 (en)', 'Clause P1.2 (en)'],
    ]);
  });
});

let [member, visitor, spam] = ['', '', ''];
describe('comments', () => {
  it('CN-5: are a party’s through who speaks for it, or of somebody who gives a name', async () => {
    expect(() => permit(commentPolicy.send, world.stranger, { ...ofHarbour(), audience: 'public' })).toThrow(Forbidden);
    expect(problems(await send(anyone, ref, said({ clause: 'P9', author })))).toEqual(['form:errors.choose']);
    await expect(send(anyone, ref, said())).rejects.toThrow('a name');
    member = valueOf(await send(world.focal, ref, said(), ofHarbour())).ref;
    const key = '0195e2f4-6f1c-7cc3-98c4-dc0c0c07398f';
    visitor = valueOf(await send(anyone, ref, said({ clause: null, author, language: 'ar' }), nobody, lastMoment, key)).ref;
    expect(valueOf(await send(anyone, ref, said({ clause: null, author, language: 'ar' }), nobody, lastMoment, key)).ref).toBe(visitor);
    spam = valueOf(await send(anyone, ref, said({ body: 'Buy cheap watches here.', author: { ...author, mail: 'spam@example.org' } }))).ref;
  });
  it('CN-3: are refused from the first moment after the last day', async () => {
    expect(problems(await send(anyone, ref, said({ author }), nobody, closed))).toEqual(['frameworks:problems.comment_late']);
    expect(problems(await send(world.focal, ref, said(), ofHarbour(), closed))).toEqual(['frameworks:problems.comment_late']);
  });
  it('CN-6: of a member stand at once, of the public when they were let through; nobody but the secretariat reads the others', async () => {
    expect(await refs(anyone)).toEqual([member]);
    expect(await refs(world.focal, 'status=waiting')).toEqual([]);
    expect((await refs(world.officer, 'status=waiting')).toSorted()).toEqual([visitor, spam].toSorted());
    expect(await findComment(world.focal, visitor, view())).toBeUndefined();
    expect((await dueComments(world.lead, view()))[0]).toMatchObject({ ref, why: '2 comments of the public wait to be let through' });
    expect(await dueComments(world.focal, view())).toEqual([]);
    valueOf(await releaseComment(permit(commentPolicy.release, world.lead, await kept(visitor)), { now }));
    await expect(kept(visitor).then((row) => permit(commentPolicy.release, world.lead, row))).rejects.toThrow(Forbidden);
    valueOf(await refuseComment(permit(commentPolicy.refuse, world.lead, await kept(spam)), { now }, 'It is an advertisement.'));
    expect((await refs(anyone)).toSorted()).toEqual([member, visitor].toSorted());
    expect(await refs(anyone, 'status=refused')).toEqual([]);
    expect(await refs(world.lead, 'status=refused')).toEqual([spam]);
    expect((await letters()).filter(({ recipient }) => recipient === 'spam@example.org').map(({ props }) => JSON.stringify(props))).toEqual([expect.stringContaining('It is an advertisement.')]);
  });
  it('CN-5, CN-9: say the name, and never the address; a refused one’s is forgotten', async () => {
    const rows = [];
    for await (const row of allComments(world.lead, readState(commentList, new URLSearchParams()), view())) rows.push(row);
    expect(JSON.stringify(rows)).toContain('Ada Visitor');
    expect(JSON.stringify(rows) + JSON.stringify(await kept(visitor))).not.toContain('@visitor.example');
    expect((await database().selectFrom('comment_addresses').select('address').execute()).map(({ address }) => address)).toEqual(['ada@visitor.example']);
    const trail = await database().selectFrom('audit_log').select(['before', 'after']).where('table_name', '=', 'consultation_comments').execute();
    expect(JSON.stringify(trail)).not.toMatch(/@visitor|spam@/);
  });
  it('are found by clause, author, answer and words', async () => {
    expect(await refs(anyone, 'clause=whole')).toEqual([visitor]);
    expect(await refs(anyone, `clause=P1.1&consultation=${ref}`)).toEqual([member]);
    expect(await refs(anyone, 'author=public')).toEqual([visitor]);
    expect(await refs(anyone, 'q=harbour')).toEqual([member]);
    expect(await refs(anyone, 'disposition=accepted&disposition=nonsense')).toEqual([]);
    expect((await refs(anyone, 'disposition=none&sort=sent')).length).toBe(2);
  });
});

describe('answers', () => {
  it('CN-8: a version waits until its consultation has closed and every comment has an answer', async () => {
    expect(problems(await publish(lastMoment))).toEqual(['frameworks:problems.consultation_open', 'frameworks:problems.comments_unanswered']);
    expect(await publish(closed)).toMatchObject({ ok: false, problems: [{ code: 'frameworks:problems.comments_unanswered', values: { ref, count: 2 } }] });
    expect((await dueComments(world.lead, view(closed)))[0]).toMatchObject({ ref, due_on: '2026-04-10' });
  });
  it('CN-7: are given with a reason by the secretariat, to what was let through, and name a clause of the draft', async () => {
    expect(() => permit(commentPolicy.dispose, world.focal, { id: '', status: 'published', version_status: 'draft' })).toThrow(Forbidden);
    await expect(kept(spam).then((row) => permit(commentPolicy.dispose, world.lead, row))).rejects.toThrow(Forbidden);
    const clauses = await draftClauses(world.officer, await draft());
    const node_id = clauses.find((one) => one.code === 'P1.1')!.id;
    expect(problems(await dispose(member, { node_id: clauses.find((one) => one.code === 'P1.1')!.continues_id }))).toEqual(['form:errors.choose']);
    valueOf(await dispose(member, { node_id }));
    expect(problems(await dispose(member, {}, 1))).toEqual(['form:problems.changed_meanwhile']);
    expect((await listComments(anyone, readState(commentList, new URLSearchParams('disposition=accepted')), view(closed))).rows).toMatchObject([{ ref: member, disposition_reason: 'It was unclear.', disposition_clause: 'P1.1' }]);
    expect(await refusalOf(world.ownerUrl, `update consultation_comments set disposition = 'noted' where ref = '${spam}'`)).toBe('consultation_comments_of_published');
  });
  it('CN-1: what was put out stays when the draft drops a clause', async () => {
    const gone = (await draftClauses(world.officer, await draft())).find((one) => one.code === 'P1.2')!;
    valueOf(await deleteClause(permit(frameworkPolicy.edit, world.officer, await draft()), { now: closed }, gone.id));
    expect((await consultedClauses(anyone, (await found(ref))!, view(closed))).map((one) => one.code)).toEqual(['P1', 'P1.1', 'P1.2']);
  });
  it('CN-9: each author is told once on publication, and addresses are forgotten; then no answer changes', async () => {
    valueOf(await dispose(visitor, { disposition: 'noted', reason: 'Funding is said elsewhere.' }));
    const version = await draft();
    expect([await findUnanswered(version.id, closed), await countAuthors(version.id)]).toEqual([[], 1]);
    valueOf(await publish(closed));
    const told = (await letters()).filter(({ recipient }) => recipient === 'ada@visitor.example');
    expect(told.map(({ props }) => JSON.stringify(props))).toEqual([expect.stringMatching(new RegExp(`${visitor}.*Funding is said elsewhere`))]);
    expect(JSON.stringify(told)).toContain('أُخذ علماً به');
    expect(await database().selectFrom('comment_addresses').selectAll().execute()).toEqual([]);
    await expect(kept(member).then((row) => permit(commentPolicy.dispose, world.lead, row))).rejects.toThrow(Forbidden);
    expect(await found(ref, anyone, closed)).toMatchObject({ version_status: 'published', comments: 2, answered: 2 });
  });
  it('CN-3, CN-9: one is ended early; addresses of a draft that nobody publishes are forgotten after a year', async () => {
    valueOf(await startDraft(permit(frameworkPolicy.draft, world.officer, { code }), { now: closed }, 'copy'));
    const next = (await findDraft(world.officer, code, '3', view(closed)))!;
    const days = { opens_on: '2026-04-11', closes_on: '2026-04-12' };
    const late = valueOf(await openConsultation(permit(consultationPolicy.open, world.officer, next), { now: closed }, { ...form, ...days })).ref;
    valueOf(await send(anyone, late, said({ author }), nobody, closed));
    const early = (await found(late, anyone, closed))!;
    valueOf(await closeConsultation(permit(consultationPolicy.close, world.lead, early), { now: closed }));
    expect(problems(await send(anyone, late, said({ author }), nobody, closed))).toEqual(['frameworks:problems.comment_late']);
    expect(await found(late, anyone, closed)).toMatchObject({ state: 'closed', closes_on: '2026-04-11' });
    const left = async (at: string) => (await forgetAddresses(new Date(at)), (await database().selectFrom('comment_addresses').selectAll().execute()).length);
    const logged = async () => (await letters()).map(({ recipient }) => recipient).includes('ada@visitor.example');
    expect([await left('2026-05-11T00:00:00Z'), await logged(), await left('2026-05-11T00:00:01Z'), await logged()]).toEqual([1, true, 1, false]);
    expect([await left('2027-04-11T00:00:00Z'), await left('2027-04-12T00:00:00Z')]).toEqual([1, 0]);
  });
});
