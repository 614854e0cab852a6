import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone, type PersonActor } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import { openFiles, readStoredFile } from '#app/platform/files.server';
import { addPaper, answerProposal, cancelSession, conveneSession, editAgendaItem, openPaper, planSession, propose, removeAgendaItem, removePaper, withdrawProposal } from '#app/working-groups/operations.server';
import { backlogOf, findProposal, placeIn } from '#app/working-groups/backlog/queries.server';
import { fateOf } from '#app/working-groups/backlog/model';
import { proposalPolicy } from '#app/working-groups/backlog/policy';
import { nowOf } from '#app/working-groups/live/queries.server';
import { findPaper, findPaperFile, papersOf } from '#app/working-groups/papers/queries.server';
import { paperPolicy } from '#app/working-groups/papers/policy';
import { proposalsFor } from '#app/working-groups/planning/queries.server';
import { groupPolicy, sessionPolicy } from '#app/working-groups/policy';
import { agendaOf } from '#app/working-groups/sessions/record.server';
import { findSession } from '#app/working-groups/sessions/queries.server';
import { heldSession, item, itemsOf, meeting, openGroup, personActor, planned, sessionRef, valueOf, type GroupWorld } from './working-groups-world';

let world: GroupWorld;
let member: PersonActor;
beforeAll(async () => openFiles(await mkdtemp(join(tmpdir(), 'concord-files-'))));
beforeEach(async () => {
  await world?.close();
  world = await openGroup();
  member = await personActor(world.seats[0]?.holder ?? '', world.now);
});
afterAll(() => world.close());

const view = () => ({ language: 'en', now: world.now }) as const;
const codes = (result: { readonly ok: boolean; readonly problems?: readonly { readonly code: string }[] }) => result.problems?.map((one) => one.code.split('.')[1]);
const proposed = async (title = 'Tariffs for islands') => valueOf(await propose(permit(proposalPolicy.make, member, { ...world.group, seated: [member.id] }), { now: world.now }, { title, why: 'They pay twice.', minutes: 15, commitment_id: null, node_id: null })).id;
const answering = async (id: string) => permit(proposalPolicy.answer, world.chair, (await findProposal(world.chair, id, view()))!);
const fate = async (id: string) => fateOf((await findProposal(member, id, view()))!);
const mails = async (verdict: string) => (await database().selectFrom('outbox_mails').select('recipient').where('idempotency_key', 'like', `proposal-${verdict}:%`).execute()).map((one) => one.recipient);

describe('BL-1 proposing', () => {
  it('is for people on seats, holders and alternates, today; the group reads it and nobody else', async () => {
    const id = await proposed();
    expect((await backlogOf(world.chair, world.group.id, view())).map((one) => [one.id, one.proposer, one.organisation])).toEqual([[id, 'Acacia holder', 'Acacia']]);
    expect([await backlogOf(world.stranger, world.group.id, view()), await backlogOf(anyone, world.group.id, view()), await findProposal(world.stranger, id, view())]).toEqual([[], [], undefined]);
    const alternate = await personActor(world.seats[1]?.alternate ?? '', world.now);
    expect([await placeIn(alternate, world.group.id, view()), await placeIn(world.chair, world.group.id, view()), await placeIn(world.stranger, world.group.id, view())])
      .toEqual([{ inside: true, sits: true }, { inside: true, sits: false }, { inside: false, sits: false }]);
    expect(() => permit(proposalPolicy.make, world.stranger, { ...world.group, seated: [] })).toThrow(Forbidden);
  });
  it('is taken back by who made it, until it is answered', async () => {
    const id = await proposed();
    const row = (await findProposal(member, id, view()))!;
    expect(() => permit(proposalPolicy.withdraw, world.chair, row)).toThrow(Forbidden);
    valueOf(await withdrawProposal(permit(proposalPolicy.withdraw, member, row), { now: world.now }));
    expect(await fate(id)).toBe('withdrawn');
    const answer = permit(proposalPolicy.answer, world.chair, row);
    await expect(answerProposal(answer, { now: world.now }, { verdict: 'declined', answer: 'No.' })).rejects.toThrow(Forbidden);
  });
});

describe('BL-2 answering', () => {
  it('takes a proposal up with its minutes and its presenter, and tells who made it', async () => {
    const id = await proposed();
    const session = await planned(world);
    valueOf(await answerProposal(await answering(id), { now: world.now }, { verdict: 'accepted', answer: null, session_id: session.id, minutes: null }));
    expect((await itemsOf(session.id)).at(-1)).toMatchObject({ title: 'Tariffs for islands', minutes: 15, presenter_id: member.id });
    expect([await fate(id), await mails('accepted')]).toEqual(['planned', ['holder@acacia.example']]);
  });
  it('declines with words, which are told', async () => {
    const id = await proposed();
    valueOf(await answerProposal(await answering(id), { now: world.now }, { verdict: 'declined', answer: 'Next year.' }));
    expect((await findProposal(member, id, view()))?.answer).toBe('Next year.');
    expect([await fate(id), await mails('declined')]).toEqual(['declined', ['holder@acacia.example']]);
  });
  it('happens once where two answer at once', async () => {
    const id = await proposed();
    const granted = await answering(id);
    const tries = await Promise.allSettled(['No.', 'Never.'].map((answer) => answerProposal(granted, { now: world.now }, { verdict: 'declined', answer })));
    expect(tries.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await mails('declined')).toHaveLength(1);
  });
  it('is not for a session of another group or one that is over', async () => {
    const id = await proposed();
    const held = await heldSession(world);
    expect(codes(await answerProposal(await answering(id), { now: world.now }, { verdict: 'accepted', answer: null, session_id: held.id, minutes: null }))).toEqual(['choose']);
  });
});

describe('BL-3 what is taken off', () => {
  it('waits again, with its item or with its session', async () => {
    const id = await proposed();
    const first = await planned(world);
    valueOf(await answerProposal(await answering(id), { now: world.now }, { verdict: 'accepted', answer: null, session_id: first.id, minutes: null }));
    const row = (await itemsOf(first.id)).at(-1);
    valueOf(await removeAgendaItem(permit(sessionPolicy.prepare, world.chair, await sessionRef(first.id)), { now: world.now }, row?.id ?? ''));
    expect(await fate(id)).toBe('open');
    valueOf(await answerProposal(await answering(id), { now: world.now }, { verdict: 'accepted', answer: null, session_id: first.id, minutes: null }));
    valueOf(await cancelSession(permit(sessionPolicy.cancel, world.chair, await sessionRef(first.id)), { now: world.now }, 'No room.'));
    expect([await fate(id), await mails('accepted')]).toEqual(['open', ['holder@acacia.example', 'holder@acacia.example']]);
  });
});

describe('the next agenda', () => {
  it('is assembled from what is open, deferred, provisional, unanswered and proposed', async () => {
    const held = await heldSession(world);
    const decision = await database().selectFrom('decisions').select(['id', 'status']).where('ref', '=', held.decision).executeTakeFirstOrThrow();
    expect(decision.status).toBe('provisional');
    const id = await proposed();
    const proposals = await proposalsFor(world.chair, world.group, view());
    expect(proposals.map((one) => [one.why, one.taken])).toEqual([['provisional', true], ['deferred', true], ['backlog', false]]);
    const chosen = proposals.filter((one) => one.key === id).map((one) => one.item);
    const next = valueOf(await planSession(permit(groupPolicy.plan, world.chair, world.group), { now: world.now }, meeting({ wall_clock_start: '2026-04-16T16:00', agenda: chosen })));
    expect((await itemsOf(next.id)).map((one) => [one.title, one.presenter_id])).toEqual([['Tariffs for islands', member.id]]);
    expect([await fate(id), await mails('accepted')]).toEqual(['planned', ['holder@acacia.example']]);
    expect((await proposalsFor(world.chair, world.group, view())).map((one) => one.why)).toEqual(['provisional', 'deferred']);
  });
  it('is nobody’s who is not in the room', async () => {
    await proposed();
    expect(await proposalsFor(world.stranger, world.group, view())).toEqual([]);
  });
});

describe('an item', () => {
  const edit = async (id: string) => permit(sessionPolicy.edit, world.chair, await sessionRef(id));
  const form = { title: 'Opening', kind: 'information' as const, minutes: 5, presenter: null, section: 'Start', presenter_id: null };
  it('is given to somebody on a seat, and to nobody else; of two editors one looks again', async () => {
    const { id, ref } = await planned(world);
    const [first] = await itemsOf(id);
    valueOf(await editAgendaItem(await edit(id), { now: world.now }, first?.id ?? '', { ...form, presenter_id: member.id, version: 1 }));
    expect(codes(await editAgendaItem(await edit(id), { now: world.now }, first?.id ?? '', { ...form, version: 1 }))).toEqual(['changed_meanwhile']);
    expect(codes(await editAgendaItem(await edit(id), { now: world.now }, first?.id ?? '', { ...form, presenter_id: world.stranger.id, version: 2 }))).toEqual(['choose']);
    valueOf(await conveneSession(permit(sessionPolicy.convene, world.chair, await sessionRef(id)), { now: world.now }));
    const named = async (viewer: Parameters<typeof findSession>[0]) => (await agendaOf(viewer, (await findSession(viewer, ref, view()))!, view()))[0];
    expect(await named(world.chair)).toMatchObject({ presenter: 'Acacia holder', section: 'Start' });
    // Who has not agreed to be named is their organisation outside of the group.
    expect((await named(anyone))?.presenter).toBe('Acacia');
  });
});

describe('PA papers', () => {
  const place = async (id: string, presenter_id: string | null = null) => ({ ...(await sessionRef(id)), presenter_id });
  const pdf = { title: 'Draft tariff', url: null, language: null, file: { name: 'tariff.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF') } };
  it('keep what their bytes say they are, and nothing else', async () => {
    const { id } = await planned(world);
    const [first] = await itemsOf(id);
    const granted = permit(paperPolicy.add, world.chair, await place(id));
    expect(codes(await addPaper(granted, { now: world.now }, first?.id ?? '', { ...pdf, file: { name: 'page.pdf', bytes: new TextEncoder().encode('<script>') } }))).toEqual(['file_type']);
    const paper = valueOf(await addPaper(granted, { now: world.now }, first?.id ?? '', pdf));
    expect((await papersOf(world.chair, id, view())).map(({ media_type, size_bytes, is_open }) => [media_type, size_bytes, is_open])).toEqual([['application/pdf', pdf.file.bytes.length, false]]);
    const file = await findPaperFile(world.chair, paper.id, view());
    expect((await readStoredFile(database(), file ?? ''))?.name).toBe('tariff.pdf');
    const other = await planned(world);
    expect(codes(await addPaper(permit(paperPolicy.add, world.chair, await place(other.id)), { now: world.now }, first?.id ?? '', pdf))).toEqual(['no_such_item']);
  });
  it('stay inside until the chair opens them, and are never more open than the session', async () => {
    const { id } = await planned(world, meeting({ agenda: [item('One')], visibility: 'coalition' }));
    const open = await planned(world);
    for (const session of [id, open.id]) {
      const [first] = await itemsOf(session);
      const paper = valueOf(await addPaper(permit(paperPolicy.add, world.chair, await place(session)), { now: world.now }, first?.id ?? '', pdf));
      valueOf(await conveneSession(permit(sessionPolicy.convene, world.chair, await sessionRef(session)), { now: world.now }));
      expect(await findPaperFile(anyone, paper.id, view())).toBeUndefined();
      expect((await papersOf(member, session, view()))).toHaveLength(1);
      // Whoever sits on a seat finds it in the room, with its item.
      expect((await nowOf(member, (await findSession(member, (await sessionRef(session)).ref, view()))!, view())).papers).toMatchObject([{ id: paper.id, agenda_item_id: first?.id }]);
      const found = (await findPaper(world.chair, paper.id, view()))!;
      expect(await findPaper(world.stranger, paper.id, view())).toBeUndefined();
      valueOf(await openPaper(permit(paperPolicy.open, world.chair, found), { now: world.now }, found, true));
    }
    expect([(await papersOf(anyone, id, view())).length, (await papersOf(anyone, open.id, view())).length]).toEqual([0, 1]);
  });
  it('are added by who presents the item, and taken off before the meeting', async () => {
    const { id } = await planned(world);
    const [first] = await itemsOf(id);
    expect(() => permit(paperPolicy.add, member, { ...world.group, working_group_id: world.group.id, status: 'draft', presenter_id: null })).toThrow(Forbidden);
    // What the page said is decided again on the rows: the item is not theirs.
    const claimed = permit(paperPolicy.add, member, await place(id, member.id));
    await expect(addPaper(claimed, { now: world.now }, first?.id ?? '', pdf)).rejects.toThrow(Forbidden);
    valueOf(await editAgendaItem(permit(sessionPolicy.edit, world.chair, await sessionRef(id)), { now: world.now }, first?.id ?? '', { title: 'One', kind: 'discussion', minutes: 5, presenter: null, section: null, presenter_id: member.id, version: 1 }));
    const paper = valueOf(await addPaper(claimed, { now: world.now }, first?.id ?? '', pdf));
    const found = (await findPaper(world.chair, paper.id, view()))!;
    expect(() => permit(paperPolicy.remove, member, found)).toThrow(Forbidden);
    valueOf(await removePaper(permit(paperPolicy.remove, world.chair, found), { now: world.now }, found));
    expect(await papersOf(world.chair, id, view())).toEqual([]);
  });
});
