import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { clausePage } from '#app/frameworks/clauses/page.server';
import { compareVersions } from '#app/frameworks/compare/queries.server';
import { checkEndorsement, publishEndorsement } from '#app/frameworks/endorsements/operations.server';
import { endorsementPolicy } from '#app/frameworks/endorsements/policy';
import { findEndorsement, listEndorsements } from '#app/frameworks/endorsements/queries.server';
import { endorsementList } from '#app/frameworks/endorsements/list';
import { findUntold, readersOf, remindEndorsers } from '#app/frameworks/endorsements/reminders.server';
import { mapNodes } from '#app/frameworks/crosswalk/operations.server';
import { frameworkPolicy } from '#app/frameworks/policy';
import { crosswalkOf } from '#app/frameworks/crosswalk/queries.server';
import { findVersion } from '#app/frameworks/queries.server';
import { addClause, checkWords, deleteClause, moveClause, placeClause, writeWords, type PlaceForm } from '#app/frameworks/versions/clauses/operations.server';
import { freshnessOf } from '#app/records/translations/model';
import { countInvited } from '#app/frameworks/versions/invitations.server';
import { discardDraft, publishVersion, startDraft, writeCover } from '#app/frameworks/versions/operations.server';
import { draftClauses, findDraft, type DraftVersion } from '#app/frameworks/versions/queries.server';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { readState } from '#app/table/state';
import { give, otherDesk, person, place, valueOf } from './accounts-world';
import { clause, declare, endorsement, nodeOf, openFrameworksWorld, published, refusalOf, signed, type FrameworksWorld } from './frameworks-world';

const now = new Date('2026-04-02T09:00:00Z');
const view = { language: 'en', now } as const;
const at = { now };
let world: FrameworksWorld;
beforeAll(async () => {
  world = await openFrameworksWorld(now);
});
afterAll(() => world.close());

const start = (from: 'copy' | 'empty' = 'copy', code = 'CONNDECL') => startDraft(permit(frameworkPolicy.draft, world.officer, { code }), at, from);
const draft = async (number = 2, code = 'CONNDECL'): Promise<DraftVersion> => (await findDraft(world.officer, code, String(number), view))!;
const edit = async (actor = world.officer) => permit(frameworkPolicy.edit, actor, await draft());
const clauses = async () => draftClauses(world.officer, await draft());
const called = async (code: string) => (await clauses()).find((one) => one.code === code)!;
const placed = async (code: string, more: Partial<PlaceForm> = {}): Promise<PlaceForm> => {
  const { kind, parent_id, continues_id } = await called(code);
  return { code, kind, parent_id, continues_id, ...more };
};
const codesOf = (result: { ok: boolean; problems?: readonly { code: string }[] }) => (result.ok ? [] : (result.problems ?? []).map(({ code }) => code));
const order = async () => (await clauses()).toSorted((a, b) => (a.parent_id ?? '').localeCompare(b.parent_id ?? '') || a.position - b.position).map(({ code }) => code);

/** A party's endorsement of version 1, published. */
async function endorsed(party: { country_iso2: string } | { organisation_id: string }, form = signed()) {
  const { ref } = valueOf(await declare(world.lead, party, world.version, now, form));
  valueOf(await checkEndorsement(permit(endorsementPolicy.check, world.officer, await endorsement(ref)), at));
  valueOf(await publishEndorsement(permit(endorsementPolicy.publish, world.officer, await endorsement(ref)), at));
  return ref;
}

describe('a draft', () => {
  it('is started by those who keep texts, as a copy whose clauses continue the former ones; one at a time', async () => {
    expect(() => permit(frameworkPolicy.draft, world.focal, { code: 'CONNDECL' })).toThrow(Forbidden);
    expect(valueOf(await start()).number).toBe(2);
    expect((await clauses()).map(({ code, continues, words }) => [code, continues, words.length])).toEqual([['P1', 'P1', 6], ['P1.1', 'P1.1', 6], ['P1.2', 'P1.2', 6]]);
    expect(codesOf(await start())).toEqual(['frameworks:problems.draft_exists']);
    expect(codesOf(await start('copy', 'NOTHING'))).toEqual(['frameworks:problems.no_such_text']);
  });
  it('is nobody else’s to read', async () => {
    expect(await findDraft(world.focal, 'CONNDECL', '2', view)).toBeUndefined();
    expect(await findVersion(world.officer, 'CONNDECL', view, 2)).toBeUndefined();
    expect(await compareVersions(anyone, 'CONNDECL', { from: '1', to: '2' }, view)).toBeUndefined();
    expect(await compareVersions(world.lead, 'CONNDECL', { from: '1', to: '2' }, view)).toMatchObject({ from: { number: 1 }, to: { number: 2, status: 'draft' } });
  });
  it('takes a clause at the end of its parent, and refuses a code twice, a foreign parent and a foreign former clause', async () => {
    const top = await called('P1');
    const form = { code: 'P1.3', kind: 'action_line', parent_id: top.id, continues_id: null } as const;
    valueOf(await addClause(await edit(), at, form, { title: 'Third', body: 'New words.' }));
    expect(await called('P1.3')).toMatchObject({ position: 3, words: [{ language: 'en', title: 'Third' }] });
    const other = await nodeOf(await published(now, 'OTHER', [clause('1')]), '1');
    expect(codesOf(await addClause(await edit(), at, form, { title: 'Again', body: '' }))).toEqual(['frameworks:problems.code_taken']);
    expect(codesOf(await addClause(await edit(), at, { ...form, code: 'X', parent_id: other }, { title: 'X', body: '' }))).toEqual(['frameworks:problems.no_such_parent']);
    expect(codesOf(await addClause(await edit(), at, { ...form, code: 'X', continues_id: other }, { title: 'X', body: '' }))).toEqual(['frameworks:problems.not_earlier']);
    expect(codesOf(await addClause(await edit(), at, { ...form, code: 'X', continues_id: top.continues_id }, { title: 'X', body: '' }))).toEqual(['frameworks:problems.continued_already']);
  });
  it('moves clauses up and down among their neighbours, and under another parent but never under themselves', async () => {
    valueOf(await moveClause(await edit(), at, (await called('P1.3')).id, -1));
    expect(await order()).toEqual(['P1', 'P1.1', 'P1.3', 'P1.2']);
    expect(codesOf(await moveClause(await edit(), at, (await called('P1.2')).id, 1))).toEqual(['frameworks:problems.at_the_end']);
    const [top, line] = [await called('P1'), await called('P1.1')];
    expect(codesOf(await placeClause(await edit(), at, top.id, top.version, await placed('P1', { parent_id: line.id })))).toEqual(['frameworks:problems.under_itself']);
    valueOf(await addClause(await edit(), at, { code: 'P2', kind: 'principle', parent_id: null, continues_id: null }, { title: 'Second', body: '' }));
    valueOf(await placeClause(await edit(), at, line.id, line.version, await placed('P1.1', { code: 'P2.1', parent_id: (await called('P2')).id })));
    expect(await called('P2.1')).toMatchObject({ continues: 'P1.1', position: 1 });
  });
  it('marks translations out of date when the authoritative words change, until somebody has looked', async () => {
    const line = await called('P1.2');
    const states = async () => { const one = await called('P1.2'); return Object.fromEntries(one.words.map((words) => [words.language, freshnessOf(words, 'en', one.text_version)])); };
    expect(await states()).toMatchObject({ en: 'authoritative', fr: 'unchecked' });
    valueOf(await writeWords(await edit(), at, line.id, line.version, 'en', { title: 'Clause P1.2 (en)', body: 'Text of P1.2, reworded.', origin: 'human' }));
    expect(await states()).toMatchObject({ en: 'authoritative', fr: 'outdated', zh: 'outdated' });
    valueOf(await writeWords(await edit(), at, line.id, line.version + 1, 'fr', { title: 'Clause', body: 'Texte reformulé.', origin: 'machine' }));
    expect(await states()).toMatchObject({ fr: 'machine', zh: 'outdated' });
    valueOf(await checkWords(await edit(world.lead), at, line.id, 'fr'));
    expect((await called('P1.2')).words.find(({ language }) => language === 'fr')).toMatchObject({ origin: 'machine', checker: 'Holder of secretariat_lead' });
    expect(await states()).toMatchObject({ fr: 'checked' });
    expect(codesOf(await checkWords(await edit(), at, line.id, 'en'))).toEqual(['frameworks:problems.nothing_to_check']);
  });
  it('lets the second of two editors see that it has changed', async () => {
    const line = await called('P1.3');
    const words = { title: 'Third', body: 'One.', origin: 'human' } as const;
    valueOf(await writeWords(await edit(), at, line.id, line.version, 'en', words));
    expect(codesOf(await writeWords(await edit(world.lead), at, line.id, line.version, 'en', { ...words, body: 'Two.' }))).toEqual(['form:problems.changed_meanwhile']);
    const { version } = await draft();
    const cover = { standing: 'official', source: 'Adopted text', authoritative_language: 'en' } as const;
    expect(codesOf(await writeCover(await edit(), at, version - 1, cover))).toEqual(['form:problems.changed_meanwhile']);
    valueOf(await writeCover(await edit(), at, version, cover));
  });
  it('FR-2: says what refers to a clause that cannot be deleted', async () => {
    expect(codesOf(await deleteClause(await edit(), at, (await called('P2')).id))).toEqual(['frameworks:problems.referred_by.clauses_under']);
    const from = await called('P1.3');
    const target = await nodeOf(await published(now, 'GOALS', [clause('4.a')]), '4.a');
    valueOf(await mapNodes(permit(frameworkPolicy.map, world.officer, { from_node_id: from.id }), at, { to_node_id: target, relation: 'related', reason: 'Both name it.' }));
    expect(await deleteClause(await edit(), at, from.id)).toMatchObject({ ok: false, problems: [{ code: 'frameworks:problems.referred_by.mappings', values: { count: 1 } }] });
    expect(codesOf(await discardDraft(await edit(), at))).toEqual(['frameworks:problems.clause_in_use']);
    expect((await clauses()).length).toBe(5);
  });
});

describe('publishing the next version', () => {
  it('is not for who wrote in it last, neither in the database', async () => {
    expect(() => permit(frameworkPolicy.publish, world.officer, { id: '', status: 'draft', edited_by: world.officer.id })).toThrow(expect.objectContaining({ reason: 'frameworks:reasons.another_publishes' }));
    const version = await draft();
    expect(version.edited_by).toBe(world.officer.id);
    expect(await refusalOf(world.ownerUrl, `update framework_versions set published_by = edited_by where id = '${version.id}'`)).toBe('framework_versions_another_publishes');
  });
  it('FR-5: rewrites no endorsement, carries the crosswalk over, and invites former endorsers by one letter each', async () => {
    const pillar = await nodeOf(await published(now, 'PILLARS', [clause('1')]), '1');
    valueOf(await mapNodes(permit(frameworkPolicy.map, world.officer, { from_node_id: await nodeOf(world.version, 'P1.1') }), at, { to_node_id: pillar, relation: 'contributes', reason: 'Both name it.' }));
    const reservation = { node_id: await nodeOf(world.version, 'P1.2'), statement: 'Not in our power.' };
    const kenya = await endorsed({ country_iso2: 'KE' }, signed({ reservations: [reservation] }));
    await endorsed({ organisation_id: world.organisation });
    // Somebody who speaks for both gets one letter; somebody without an address gets none.
    const both = await person('Speaks for two', now, { mail: 'both@example.org', organisation_id: world.organisation });
    await give(both, 'focal_point', now, { organisation_id: world.organisation });
    await give(both, 'country_coordinator', now, { country_iso2: 'KE' });
    const before = await database().selectFrom('endorsements').selectAll().orderBy('id').execute();
    const version = await draft();
    expect(await countInvited(version, now)).toBe(2);
    expect(valueOf(await publishVersion(permit(frameworkPolicy.publish, world.lead, version), at)).invited).toBe(2);
    expect(await database().selectFrom('endorsements').selectAll().orderBy('id').execute()).toEqual(before);
    const mails = await database().selectFrom('outbox_mails').select(['recipient', 'props']).where('thread', '=', `version:${version.id}`).orderBy('recipient').execute();
    expect(mails.map(({ recipient }) => recipient)).toEqual(['both@example.org', 'country_coordinator@example.org']);
    expect(JSON.stringify(mails[0]?.props)).toContain('Harbour Telecom Group and Kenya');
    expect(await crosswalkOf(anyone, version.id, view)).toMatchObject([{ framework: 'GOALS', code: '4.a' }, { framework: 'PILLARS', code: '1', relation: 'contributes' }]);
    expect(await findEndorsement(anyone, kenya, view)).toMatchObject({ version: 1, current: false, reservations: [{ code: 'P1.2', statement: 'Not in our power.' }] });
  });
  it('FR-1: changes neither words nor cover any more, in the database', async () => {
    const { id } = await draft();
    const change = (set: string) => refusalOf(world.ownerUrl, `update framework_versions set ${set} where id = '${id}'`);
    for (const set of ["standing = 'working_paraphrase'", 'source = null', "authoritative_language = 'fr'", 'number = 9', "status = 'draft', published_at = null"]) expect(await change(set)).toBe('framework_versions_published_stay');
    const { id: next } = valueOf(await start());
    expect(await refusalOf(world.ownerUrl, `update framework_nodes set version_id = '${next}', continues_id = null, code = 'MOVED' where version_id = '${id}' and code = 'P2'`)).toBe('framework_versions_published_stay');
    valueOf(await discardDraft(permit(frameworkPolicy.edit, world.officer, { id: next, status: 'draft', edited_by: null }), at));
  });
  it('knows a renumbered clause again in the difference and on the pages of both versions', async () => {
    const comparison = (await compareVersions(anyone, 'CONNDECL', { from: null, to: null }, view))!;
    const rows = comparison.rows.map(({ code, before, kind, moved }) => [code, before, kind, moved]);
    expect(rows).toEqual([['P1', null, 'same', false], ['P1.3', null, 'added', false], ['P1.2', null, 'changed', false], ['P2', null, 'added', false], ['P2.1', 'P1.1', 'same', true]]);
    // A translation that is older than the authoritative words would say that nothing has changed.
    const inChinese = (await compareVersions(anyone, 'CONNDECL', { from: null, to: null }, { ...view, language: 'zh' }))!;
    expect(inChinese.rows.find(({ code }) => code === 'P1.2')?.kind).toBe('changed');
    expect((await clausePage(anyone, 'P2.1', view))?.others).toEqual([{ code: 'P1.1', number: 1, status: 'superseded', title: 'Clause P1.1 (en)', earlier: true, commitments: 0, endorsements: 2 }]);
    const first = await clausePage(anyone, 'P1.1', view, 1);
    expect(first?.others).toMatchObject([{ code: 'P2.1', number: 2, earlier: false, endorsements: 0 }]);
    expect(first?.signatures).toMatchObject({ countries: 1, organisations: 1 });
    expect((await clausePage(anyone, 'P2.1', view))?.signatures).toMatchObject({ countries: 0, organisations: 0 });
    expect(await clausePage(anyone, 'P2.1', view, 1)).toBeUndefined();
  });
});

describe('endorsers without a commitment', () => {
  it('are told first, once each, and stand so in the ledger only when their time is over', async () => {
    expect(await findUntold('CONNDECL', now)).toEqual([]);
    await database().transaction().execute(async (tx) => {
      const { sql } = await import('kysely');
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await tx.updateTable('endorsements').set({ told_on: null, promise_due_on: null }).execute();
    });
    const late = new Date('2026-12-01T09:00:00Z');
    const untold = await findUntold('CONNDECL', late);
    expect([untold.length, readersOf(untold).size]).toEqual([2, 2]);
    expect(() => permit(endorsementPolicy.remind, world.focal, { framework: 'CONNDECL' })).toThrow(Forbidden);
    const none = (when: Date) => listEndorsements(anyone, readState(endorsementList, new URLSearchParams('promise=none')), { ...view, now: when });
    expect((await none(late)).rows).toEqual([]);
    expect(valueOf(await remindEndorsers(permit(endorsementPolicy.remind, world.officer, { framework: 'CONNDECL' }), { now: late })).told).toBe(2);
    expect(valueOf(await remindEndorsers(permit(endorsementPolicy.remind, world.officer, { framework: 'CONNDECL' }), { now: late })).told).toBe(0);
    expect((await none(new Date('2026-12-30T09:00:00Z'))).rows).toEqual([]);
    expect((await none(new Date('2026-12-31T09:00:00Z'))).rows.length).toBe(2);
  });
  it('ME-2: count what an organisation promised that was merged into the one that signed', async () => {
    const [after, merged] = [new Date('2026-12-31T09:00:00Z'), await place('organisation', 'Harbour Cables')];
    const none = async () => (await listEndorsements(anyone, readState(endorsementList, new URLSearchParams('promise=none')), { ...view, now: after })).rows.map(({ party }) => party).toSorted();
    expect(await none()).toEqual(['Harbour Telecom Group', 'Kenya']);
    await database().transaction().execute(async (tx) => {
      const { sql } = await import('kysely');
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      const { id: coalition_id } = await tx.selectFrom('coalitions').select('id').executeTakeFirstOrThrow();
      const id = newId();
      await tx.insertInto('commitments').values({ id, ref: 'CMT-2026-0001', coalition_id, lead_organisation_id: merged, status: 'reached_late', type: 'infrastructure', starts_on: '2026-01-01', ends_on: '2026-02-01', published_at: now }).execute();
      await tx.insertInto('commitment_nodes').values({ commitment_id: id, node_id: await nodeOf(world.version, 'P1.1') }).execute();
      await tx.updateTable('organisations').set({ status: 'merged', merged_into_id: world.organisation }).where('id', '=', merged).execute();
    });
    expect(await none()).toEqual(['Kenya']);
    const { ref } = await database().selectFrom('endorsements').select('ref').where('organisation_id', '=', world.organisation).executeTakeFirstOrThrow();
    expect((await findEndorsement(anyone, ref, view))?.commitments).toBe(1);
  });
  it('keep a day that is not known out of the order by days, with its reason', async () => {
    await database().transaction().execute(async (tx) => {
      const { sql } = await import('kysely');
      await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
      await tx.updateTable('endorsements').set({ endorsed_on: null, endorsed_on_missing: 'not stated' }).where('country_iso2', '=', 'KE').execute();
    });
    const page = await listEndorsements(anyone, readState(endorsementList, new URLSearchParams()), view, 1);
    expect(page.rows).toMatchObject([{ party: 'Harbour Telecom Group' }]);
    expect((await listEndorsements(anyone, readState(endorsementList, new URLSearchParams({ after: page.next ?? '' })), view, 1)).rows).toMatchObject([{ party: 'Kenya', endorsed_on: null, endorsed_on_missing: 'not stated' }]);
    expect(await refusalOf(world.ownerUrl, 'update endorsements set endorsed_on_missing = null')).toBe('endorsements_day');
    const found = async (query: string) => (await listEndorsements(anyone, readState(endorsementList, new URLSearchParams(query)), view)).rows.map(({ party }) => party);
    expect(await found('region=002')).toEqual(['Kenya']);
    expect(await found('capacity=Government&kind=country')).toEqual(['Kenya']);
    expect(await found('group=LDC')).toEqual([]);
    expect(await found('framework=OTHER')).toEqual([]);
  });
});

it('publishes nothing whose authoritative words are missing', async () => {
  const { id, number } = valueOf(await start('empty'));
  const version = await draft(number);
  const { id: node } = valueOf(await addClause(permit(frameworkPolicy.edit, world.officer, version), at, { code: '1', kind: 'principle', parent_id: null, continues_id: null }, { title: 'One', body: '' }));
  valueOf(await writeCover(permit(frameworkPolicy.edit, world.officer, version), at, undefined, { standing: 'official', source: null, authoritative_language: 'fr' }));
  expect(codesOf(await publishVersion(permit(frameworkPolicy.publish, world.lead, await draft(number)), at))).toEqual(['frameworks:problems.no_authoritative_text']);
  valueOf(await writeWords(permit(frameworkPolicy.edit, world.officer, version), at, node, undefined, 'fr', { title: 'Un', body: '', origin: 'human' }));
  valueOf(await publishVersion(permit(frameworkPolicy.publish, await otherDesk(), { id, status: 'draft', edited_by: null }), at));
  expect(await findVersion(anyone, 'CONNDECL', view)).toMatchObject({ number: 3, authoritative_language: 'fr' });
});
