import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { checkEndorsement, publishEndorsement, withdrawEndorsement } from '#app/frameworks/endorsements/operations.server';
import { countByVersion, countParties } from '#app/frameworks/endorsements/counts.server';
import { endorsementList } from '#app/frameworks/endorsements/list';
import { endorsementPolicy } from '#app/frameworks/endorsements/policy';
import { findEndorsement, listEndorsements } from '#app/frameworks/endorsements/queries.server';
import { mapNodes } from '#app/frameworks/crosswalk/operations.server';
import { frameworkPolicy } from '#app/frameworks/policy';
import { publishVersion } from '#app/frameworks/versions/operations.server';
import { crosswalkOf } from '#app/frameworks/crosswalk/queries.server';
import { clausesOf, findVersion } from '#app/frameworks/queries.server';
import { database } from '#app/platform/database.server';
import { readState } from '#app/table/state';
import { desk, otherDesk, valueOf } from './accounts-world';
import { clause, declare, drafted, endorsement, nodeOf, openFrameworksWorld, published, refusalOf, signed, type FrameworksWorld } from './frameworks-world';

const now = new Date('2026-04-02T09:00:00Z');
const view = { language: 'en', now } as const;
const ledger = (query = '') => readState(endorsementList, new URLSearchParams(query));
let world: FrameworksWorld;
beforeAll(async () => {
  world = await openFrameworksWorld(now);
});
afterAll(() => world.close());

const codesOf = async (result: ReturnType<typeof declare>) => {
  const answer = await result;
  return answer.ok ? [] : answer.problems.map(({ code }) => code);
};

describe('FR-1 a published version never changes', () => {
  it('refuses to publish it again', async () => {
    const row = await database().selectFrom('framework_versions').selectAll().where('id', '=', world.version).executeTakeFirstOrThrow();
    expect(() => permit(frameworkPolicy.publish, world.lead, row)).toThrow(Forbidden);
  });
  it.each([
    ['a new clause', (id: string) => `insert into framework_nodes (id, version_id, kind, code, position) values (gen_random_uuid(), '${id}', 'action_line', 'P9', 9)`],
    ['another code', (id: string) => `update framework_nodes set code = 'X' where version_id = '${id}' and code = 'P1.1'`],
    ['another wording', (id: string) => `update framework_node_texts set body = 'x' where node_id in (select id from framework_nodes where version_id = '${id}')`],
    ['a clause that goes', (id: string) => `delete from framework_node_texts where node_id in (select id from framework_nodes where version_id = '${id}')`],
  ])('in the database: not by %s', async (_, statement) => {
    expect(await refusalOf(world.ownerUrl, statement(world.version))).toBe('framework_versions_published_stay');
  });
  it('publishes nothing that is empty', async () => {
    const id = await drafted(now, 'EMPTY', []);
    expect(await publishVersion(permit(frameworkPolicy.publish, await otherDesk(), { id, status: 'draft', edited_by: null }), { now })).toMatchObject({ ok: false, problems: [{ code: 'frameworks:problems.empty_version' }] });
  });
});

describe('FR-2 a clause that something refers to stays', () => {
  it('in the database: a mapped clause of a draft cannot be deleted', async () => {
    const id = await drafted(now, 'TARGETS', [clause('4.a'), clause('4.b')]);
    const [from_node_id, to] = [await nodeOf(world.version, 'P1.2'), await nodeOf(id, '4.a')];
    valueOf(await mapNodes(permit(frameworkPolicy.map, await desk(), { from_node_id }), { now }, { to_node_id: to, relation: 'contributes', reason: 'Both name it.' }));
    const gone = (code: string) => `delete from framework_node_texts where node_id in (select id from framework_nodes where version_id = '${id}' and code = '${code}');
      delete from framework_nodes where version_id = '${id}' and code = '${code}'`;
    expect(await refusalOf(world.ownerUrl, gone('4.a'))).toBe('node_mappings_to');
    expect(await refusalOf(world.ownerUrl, gone('4.b'))).toBeUndefined();
  });
  it('maps clauses of two versions only, and each pair once', async () => {
    const from_node_id = await nodeOf(world.version, 'P1.1');
    const map = (to: string) => mapNodes(permit(frameworkPolicy.map, world.officer, { from_node_id }), { now }, { to_node_id: to, relation: 'related', reason: 'Both name it.' });
    expect(await map(await nodeOf(world.version, 'P1.2'))).toMatchObject({ ok: false, problems: [{ code: 'frameworks:problems.same_version', field: 'to_node_id' }] });
    const pillar = await nodeOf(await published(now, 'PILLARS', [clause('1')]), '1');
    valueOf(await map(pillar));
    expect(await map(pillar)).toMatchObject({ ok: false, problems: [{ code: 'frameworks:problems.mapped_already' }] });
    expect(await crosswalkOf(anyone, world.version, view)).toMatchObject([{ framework: 'PILLARS', code: '1', relation: 'related', outward: true }]);
  });
});

describe('FR-3 codes are unique in a version', () => {
  it('is a problem that a person can read, and leaves nothing behind', async () => {
    await expect(drafted(now, 'TWICE', [clause('1'), clause('1')])).rejects.toThrow('frameworks:problems.code_taken');
    expect(await database().selectFrom('frameworks').select('id').where('code', '=', 'TWICE').executeTakeFirst()).toBeUndefined();
  });
  it('lets the same code stand in another version', async () => {
    await published(now, 'NEXT', [clause('1')]);
    await expect(published(now, 'NEXT', [clause('1')])).resolves.toBeDefined();
    expect(await findVersion(anyone, 'NEXT', view)).toMatchObject({ number: 2, status: 'published' });
  });
});

describe('an endorsement', () => {
  it('is declared by who speaks for the party, with the day, the document and the reservations', async () => {
    expect(() => declare(world.stranger, { organisation_id: world.organisation }, world.version, now)).toThrow(Forbidden);
    expect(() => declare(world.focal, { country_iso2: 'KE' }, world.version, now)).toThrow(Forbidden);
    const form = signed({
      reservations: [{ node_id: await nodeOf(world.version, 'P1.2'), statement: 'Subject to the budget.' }],
      document: { name: 'letter.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n') },
    });
    const { ref } = valueOf(await declare(world.coordinator, { country_iso2: 'KE' }, world.version, now, form));
    expect(ref).toBe('END-2026-0001');
    expect(await findEndorsement(world.coordinator, ref, view)).toMatchObject({ party: 'Kenya', status: 'declared', document_name: 'letter.pdf', reservations: [{ code: 'P1.2', statement: 'Subject to the budget.' }] });
  });
  it('refuses a day to come, a clause of another text and a file that is none', async () => {
    const other = await nodeOf(await published(now, 'OTHER', [clause('1')]), '1');
    const wrong = (form: Parameters<typeof signed>[0]) => codesOf(declare(world.focal, { organisation_id: world.organisation }, world.version, now, signed(form)));
    expect(await wrong({ endorsed_on: '2026-04-03' })).toEqual(['frameworks:problems.endorsed_in_future']);
    expect(await wrong({ reservations: [{ node_id: other, statement: null }] })).toEqual(['frameworks:problems.foreign_clause']);
    expect(await wrong({ document: { name: 'x.exe', bytes: new Uint8Array([1, 2, 3]) } })).toEqual(['frameworks:problems.document_type']);
    expect(await codesOf(declare(world.focal, { organisation_id: world.organisation }, await drafted(now, 'DRAFT', [clause('1')]), now))).toEqual(['frameworks:problems.not_published']);
  });
  it('is seen by its party and the secretariat alone until it is published, and then by everybody', async () => {
    const ref = 'END-2026-0001';
    expect(await findEndorsement(anyone, ref, view)).toBeUndefined();
    expect(await findEndorsement(world.stranger, ref, view)).toBeUndefined();
    expect((await listEndorsements(anyone, ledger(), view)).total.count).toBe(0);
    expect((await listEndorsements(world.officer, ledger(), view)).total.count).toBe(1);
    valueOf(await checkEndorsement(permit(endorsementPolicy.check, world.officer, await endorsement(ref)), { now }));
    expect(await findEndorsement(anyone, ref, view)).toBeUndefined();
    valueOf(await publishEndorsement(permit(endorsementPolicy.publish, world.lead, await endorsement(ref)), { now }));
    expect(await findEndorsement(anyone, ref, view)).toMatchObject({ status: 'published', published_on: '2026-04-02' });
  });
  it('tells the secretariat of the declaration and the party of its publication, once each', async () => {
    const mails = await database().selectFrom('outbox_mails').select(['recipient', 'idempotency_key']).where('thread', 'like', 'endorsement:%').orderBy('id').execute();
    expect(mails.map(({ recipient, idempotency_key }) => `${idempotency_key.split(':')[2]} to ${recipient}`).toSorted()).toEqual([
      'declared to secretariat_lead@example.org', 'declared to secretariat_officer@example.org', 'published_without to country_coordinator@example.org',
    ]);
  });
});

describe('another person checks', () => {
  it('refuses the person who recorded it, in words', async () => {
    const { ref } = valueOf(await declare(world.officer, { country_iso2: 'UG' }, world.version, now));
    const row = await endorsement(ref);
    for (const rule of [endorsementPolicy.check, endorsementPolicy.publish]) {
      const state = rule === endorsementPolicy.check ? row : { ...row, status: 'evidence_checked' };
      expect(() => permit(rule, world.officer, state)).toThrow(expect.objectContaining({ reason: 'access:reasons.not_your_own' }));
    }
    expect(() => permit(endorsementPolicy.check, world.coordinator, row)).toThrow(expect.objectContaining({ reason: 'access:reasons.secretariat_only' }));
    expect(() => permit(endorsementPolicy.publish, world.lead, row)).toThrow(expect.objectContaining({ reason: 'access:reasons.not_now' }));
    valueOf(await checkEndorsement(permit(endorsementPolicy.check, world.lead, row), { now }));
  });
  it('in the database, without the application', async () => {
    expect(await refusalOf(world.ownerUrl, "update endorsements set checked_by = recorded_by where country_iso2 = 'UG'")).toBe('endorsements_another_checks');
  });
  it('decides again on the locked row', async () => {
    const stale = { ...(await endorsement('END-2026-0002')), status: 'declared' };
    await expect(checkEndorsement(permit(endorsementPolicy.check, world.lead, stale), { now })).rejects.toThrow(Forbidden);
  });
});

describe('FR-4 one live endorsement per party and version', () => {
  it('refuses a second one, also of two at once', async () => {
    const both = await Promise.all([1, 2].map(() => codesOf(declare(world.focal, { organisation_id: world.organisation }, world.version, now))));
    expect(both.toSorted((a, b) => a.length - b.length)).toEqual([[], ['frameworks:problems.endorsed_already']]);
    expect(await codesOf(declare(world.coordinator, { country_iso2: 'KE' }, world.version, now))).toEqual(['frameworks:problems.endorsed_already']);
  });
  it('takes a new one after a withdrawal, which stays listed with its day and is not counted', async () => {
    const ref = 'END-2026-0001';
    valueOf(await withdrawEndorsement(permit(endorsementPolicy.withdraw, world.coordinator, await endorsement(ref)), { now }));
    expect(() => permit(endorsementPolicy.withdraw, world.coordinator, { id: '', status: 'withdrawn', recorded_by: null, organisation_id: null, country_iso2: 'KE' })).toThrow(Forbidden);
    expect(await findEndorsement(anyone, ref, view)).toMatchObject({ status: 'withdrawn', withdrawn_on: '2026-04-02' });
    const { framework_id } = await database().selectFrom('framework_versions').select('framework_id').where('id', '=', world.version).executeTakeFirstOrThrow();
    expect(await countByVersion(anyone, framework_id, view)).toMatchObject([{ number: 1, countries: 0, organisations: 0, withdrawn: 1 }]);
    valueOf(await declare(world.coordinator, { country_iso2: 'KE' }, world.version, now));
  });
  it('in the database, without the application', async () => {
    const insert = (party: string) => `insert into endorsements (id, ref, version_id, ${party}, endorsed_on) select gen_random_uuid(), 'END-X', version_id, ${party}, endorsed_on from endorsements where ${party} is not null and status <> 'withdrawn' limit 1`;
    expect(await refusalOf(world.ownerUrl, insert('country_iso2'))).toBe('endorsements_one_live_country');
    expect(await refusalOf(world.ownerUrl, insert('organisation_id'))).toBe('endorsements_one_live_organisation');
  });
});

describe('FR-5 a new version does not rewrite old endorsements', () => {
  it('leaves them under the text that was signed', async () => {
    const row = await endorsement('END-2026-0002');
    valueOf(await publishEndorsement(permit(endorsementPolicy.publish, world.lead, row), { now }));
    const before = await database().selectFrom('endorsements').selectAll().orderBy('id').execute();
    const second = await published(now, 'CONNDECL', [clause('P1', [clause('P1.1')])]);
    expect(await database().selectFrom('endorsements').selectAll().orderBy('id').execute()).toEqual(before);
    expect(await listEndorsements(anyone, ledger('version=1&status=published'), view)).toMatchObject({ rows: [{ party: 'Uganda', version: 1 }], total: { count: 1, exact: true } });
    expect((await listEndorsements(anyone, ledger('version=2'), view)).rows).toEqual([]);
    valueOf(await declare(world.coordinator, { country_iso2: 'KE' }, second, now));
    expect((await clausesOf(anyone, second, view)).map(({ code, title }) => [code, title])).toEqual([['P1', 'Clause P1 (en)'], ['P1.1', 'Clause P1.1 (en)']]);
  });
  it('counts a party once over all versions, and says who promised nothing yet', async () => {
    const { id, framework_id } = await database().selectFrom('framework_versions').select(['id', 'framework_id']).where('status', '=', 'published').where('number', '=', 2).where('framework_id', 'in', (eb) => eb.selectFrom('frameworks').select('id').where('code', '=', 'CONNDECL')).executeTakeFirstOrThrow();
    const { ref } = valueOf(await declare(world.lead, { country_iso2: 'UG' }, id, now));
    valueOf(await checkEndorsement(permit(endorsementPolicy.check, world.officer, await endorsement(ref)), { now }));
    valueOf(await publishEndorsement(permit(endorsementPolicy.publish, world.officer, await endorsement(ref)), { now }));
    expect(await countByVersion(anyone, framework_id, view)).toMatchObject([{ number: 2, countries: 1 }, { number: 1, countries: 1 }]);
    // Whoever endorses is told first; the ledger says it when the time for a first commitment is over.
    expect(await countParties(anyone, framework_id, view)).toEqual({ parties: 1, without: 0 });
    expect((await listEndorsements(anyone, ledger('promise=none&version=1'), view)).rows).toEqual([]);
    const later = { ...view, now: new Date('2026-07-01T09:00:00Z') };
    expect(await countParties(anyone, framework_id, later)).toEqual({ parties: 1, without: 1 });
    expect((await listEndorsements(anyone, ledger('promise=none&version=1'), later)).rows.map(({ party }) => party)).toEqual(['Uganda']);
  });
});

describe('the ledger', () => {
  it('finds a party by its name in any language, its code or the reference', async () => {
    for (const words of ['Ouganda', 'ug', 'END-2026-0002', 'أوغندا']) expect((await listEndorsements(anyone, ledger(`version=1&party=${encodeURIComponent(words)}`), view)).rows.map(({ party }) => party)).toEqual(['Uganda']);
    expect((await listEndorsements(anyone, ledger('party=%27%25&kind=nobody&after=x'), view)).rows).toEqual([]);
  });
  it('goes on after the last row, in both orders, without losing or repeating one', async () => {
    const all = (await listEndorsements(world.officer, ledger(), view)).rows.map(({ ref }) => ref);
    expect(all.length).toBeGreaterThan(3);
    for (const sort of ['-signed', 'signed']) {
      const seen: string[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const page: Awaited<ReturnType<typeof listEndorsements>> = await listEndorsements(world.officer, ledger(`sort=${sort}&after=${encodeURIComponent(after)}`), view, 2);
        seen.push(...page.rows.map(({ ref }) => ref));
        after = page.next;
      }
      expect(seen).toEqual(sort === '-signed' ? all : all.toReversed());
    }
  });
  it('shows reservations by clause', async () => {
    expect((await listEndorsements(anyone, ledger('reserved=P1.2'), view)).rows.map(({ ref }) => ref)).toEqual(['END-2026-0001']);
    expect((await listEndorsements(anyone, ledger('reserved=any&status=published'), view)).rows).toEqual([]);
  });
});
