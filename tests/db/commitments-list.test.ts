import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { freshnesses, freshnessOf, healths, standingOf } from '#app/commitments/health/model';
import type { Status } from '#app/commitments/model';
import { addEvidence, applyAcceptedUpdateIn, saveWhat, takeCommitmentsIn, withdrawCommitment } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { commitmentList, sorts } from '#app/commitments/list/model';
import { listCommitments, tallyCommitments } from '#app/commitments/list/queries.server';
import { freshnessCondition, healthCondition, standingSql } from '#app/commitments/readable.server';
import { findCommitment, findEvidenceFile } from '#app/commitments/record/queries.server';
import { done } from '#app/access/result';
import { inTransaction } from '#app/access/transaction.server';
import { database } from '#app/platform/database.server';
import { readState } from '#app/table/state';
import { valueOf } from './accounts-world';
import { brought, type CommitmentsWorld, draft, openCommitments, refOf, what } from './commitments-world';

describe('reading commitments', () => {
  let world: CommitmentsWorld;
  const later = (days: number) => new Date(world.now.getTime() + days * 86_400_000);
  const view = (now = world.now, language: 'en' | 'fr' | 'ar' = 'en') => ({ language, now });
  const state = (query = '') => readState(commitmentList, new URLSearchParams(query));
  const refsOf = async (viewer: Actor, query = '', now = world.now) => (await listCommitments(viewer, state(query), view(now))).rows.map((row) => row.ref);
  const record = { open: '', embargoed: '', members: '', own: '', drafted: '', submitted: '' };

  beforeAll(async () => {
    world = await openCommitments();
    record.open = await brought(world, await draft(world, { form: { title: 'Connect schools by fibre' }, goal: { target_on: '2028-12-31' } }), 'published');
    record.embargoed = await brought(world, await draft(world, { form: { title: 'A surprise for teachers', embargo_until: later(10).toISOString() } }), 'published');
    record.members = await brought(world, await draft(world, { form: { visibility: 'members' } }), 'published');
    record.own = await brought(world, await draft(world, { form: { visibility: 'private' } }), 'published');
    record.drafted = await draft(world, { form: { title: 'Une école numérique à Malé', language: 'fr' } });
    record.submitted = await brought(world, await draft(world), 'submitted');
  });
  afterAll(() => world.close());

  it('shows each viewer what is theirs to see, in the list, by its address, in search and in counts alike', async () => {
    const { open, embargoed, members, own, drafted, submitted } = record;
    const seen: readonly (readonly [Actor, readonly string[]])[] = [
      [anyone, [open]], [world.stranger, [open, members]], [world.coordinator, [open, members]], [world.reviewer, [open, members, submitted]],
      [world.focal, [open, embargoed, members, own, drafted, submitted]], [world.officer, [open, embargoed, members, own, drafted, submitted]], [world.auditor, [open, embargoed, members, own, drafted, submitted]],
    ];
    for (const [viewer, refs] of seen) {
      expect((await refsOf(viewer)).toSorted()).toEqual([...refs].toSorted());
      expect((await tallyCommitments(viewer, {}, view())).count).toBe(refs.length);
      for (const ref of Object.values(record)) {
        expect((await findCommitment(viewer, ref, view()))?.ref).toBe(refs.includes(ref) ? ref : undefined);
        expect(await refsOf(viewer, `q=${ref}`)).toEqual(refs.includes(ref) ? [ref] : []);
      }
    }
    expect(await findCommitment(anyone, 'CMT-1999-0001', view())).toBeUndefined();
  });

  it('stops counting where it is told to, and then says nothing of parts', async () => {
    expect(await tallyCommitments(world.stranger, {}, view(), 2)).toMatchObject({ count: 2, exact: true, byStanding: { on_track: 2 } });
    expect(await tallyCommitments(world.stranger, {}, view(), 1)).toEqual({ count: 1, exact: false, byStanding: {}, byRung: {} });
  });

  it('lifts an embargo at its instant, and not before', async () => {
    expect(await refsOf(anyone, 'q=surprise', new Date(later(10).getTime() - 1))).toEqual([]);
    expect(await refsOf(anyone, 'q=surprise', later(10))).toEqual([record.embargoed]);
    expect(await findCommitment(anyone, record.embargoed, view(later(10)))).toMatchObject({ embargo_until: null });
  });

  it('searches without accents, in the language that was written', async () => {
    expect(await refsOf(world.focal, 'q=ecole+MALE')).toEqual([record.drafted]);
    expect(await refsOf(world.focal, 'q=%E2%80%A6')).toHaveLength(6);
    expect(await findCommitment(world.focal, record.drafted, view())).toMatchObject({ text: { language: 'fr', authoritative: 'fr', title: 'Une école numérique à Malé' } });
  });

  it('filters by place, clause, kind, group, lead and state; what is unknown matches nothing', async () => {
    const six = 6;
    for (const query of ['country=KE', 'country=ke', 'region=002', 'region=202', 'node=P1.1', 'node=P1', 'type=infrastructure', 'beneficiary=rural_remote', 'coalition=global']) {
      expect(await refsOf(world.officer, query), query).toHaveLength(six);
    }
    for (const query of ['country=UG', 'region=150', 'group=SIDS', 'node=P1.2', 'type=policy', 'beneficiary=girls_women', 'status=stale', 'lead=ORG-9999', 'origin=D-2026-001', 'status=nonsense', 'country=%27;drop']) {
      expect(await refsOf(world.officer, query), query).toHaveLength(0);
    }
    expect(await refsOf(world.officer, 'status=draft')).toEqual([record.drafted]);
    expect(await refsOf(world.officer, 'status=draft&status=submitted')).toHaveLength(2);
    expect(await refsOf(world.officer, 'status=published')).toHaveLength(4);
    expect(await refsOf(world.officer, 'status=on_track&country=KE&country=UG')).toHaveLength(4);
  });

  it('pages by keys, in both orders, without losing or repeating a row; an unusable key is the first page', async () => {
    for (const sort of sorts.flatMap((one) => [one, `-${one}`])) {
      const walked: string[] = [];
      let after: string | null = '';
      while (after !== null) {
        const page: Awaited<ReturnType<typeof listCommitments>> = await listCommitments(world.officer, state(`sort=${sort}&after=${encodeURIComponent(after)}`), view(), 2);
        walked.push(...page.rows.map((row) => row.ref));
        after = page.next;
      }
      expect(new Set(walked).size, sort).toBe(6);
      expect(walked, sort).toHaveLength(6);
    }
    expect((await refsOf(world.officer, 'sort=due'))[0]).toBe(record.open);
    expect((await refsOf(world.officer, 'sort=-due')).at(-1)).toBe(record.open);
    expect(await refsOf(world.officer, 'sort=ref')).toEqual((await refsOf(world.officer)).toSorted());
    for (const sort of sorts) for (const after of ['x', '2026-02-30~1', 'CMT-2026-0001', `CMT-2026-0001'~${world.coalition}`, `~${world.coalition}`]) expect(await refsOf(world.officer, `sort=${sort}&after=${encodeURIComponent(after)}`)).toHaveLength(6);
    for (const after of ['x', '2026-02-30~1', "2028-12-31~' or 1=1", '9999-99-99T00:00:00.000000Z~x', `2026-02-30T00:00:00.000000Z~${world.coalition}`, `0000-01-01T00:00:00.000000Z~${world.coalition}`]) expect(await refsOf(world.officer, `after=${encodeURIComponent(after)}`)).toHaveLength(6);
  });

  it('derives health from stored days: the rule in SQL is the rule in words', async () => {
    const days = ['2026-03-01', '2026-03-02', '2026-03-03', null];
    const today = '2026-03-02';
    for (const status of ['draft', 'published', 'reached_late', 'withdrawn'] as Status[]) {
      for (const stale_on of days) for (const at_risk_on of days) for (const off_track_on of days) {
        const facts = { status, stale_on, at_risk_on, off_track_on };
        const said = await sql<{ standing: string }>`select ${standingSql(today)} as standing from (select ${status}::text as status, ${stale_on}::date as stale_on, ${at_risk_on}::date as at_risk_on, ${off_track_on}::date as off_track_on) c`.execute(database());
        expect(said.rows[0]?.standing).toBe(standingOf(facts, today));
        const met = await sql<Record<string, boolean>>`select ${sql.join(healths.map((health) => sql`coalesce(${healthCondition(health, today)}, false) as ${sql.id(health)}`))}
          from (select ${status}::text as status, ${stale_on}::date as stale_on, ${at_risk_on}::date as at_risk_on, ${off_track_on}::date as off_track_on) c`.execute(database());
        expect(healths.filter((health) => met.rows[0]?.[health])).toEqual(status === 'published' ? [standingOf(facts, today)] : []);
      }
    }
  });

  it('tells old claims from fresh ones: the rule in SQL is the rule in words', async () => {
    const today = '2026-03-02';
    // The day itself, the day before and after, and the sixtieth and sixty-first day on.
    const stales = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-05-01', '2026-05-02', null];
    const named = (status: Status, last_update_on: string | null, stale_on: string | null) => {
      const freshness = freshnessOf({ status, last_update_on, stale_on }, today);
      return freshness?.kind === 'updated' && freshness.due ? 'due' : freshness?.kind;
    };
    for (const status of ['draft', 'published', 'reached_late', 'withdrawn'] as Status[]) {
      for (const last_update_on of ['2025-01-01', null]) for (const stale_on of stales) {
        const met = await sql<Record<string, boolean>>`select ${sql.join(freshnesses.map((kind) => sql`coalesce(${freshnessCondition(kind, today)}, false) as ${sql.id(kind)}`))}
          from (select ${status}::text as status, ${stale_on}::date as stale_on, ${last_update_on}::date as last_update_on) c`.execute(database());
        const kind = named(status, last_update_on, stale_on);
        expect(freshnesses.filter((one) => met.rows[0]?.[one]), `${status} ${last_update_on} ${stale_on}`).toEqual(kind === undefined || kind === 'closed' ? [] : [kind]);
      }
    }
  });

  it('finds who leads by reference, by words of the name and by country, and health and age by filters of their own', async () => {
    const { ref } = await database().selectFrom('organisations').select('ref').where('id', '=', world.organisation).executeTakeFirstOrThrow();
    for (const query of [`lead=${ref}`, `lead=${ref.toLowerCase()}`, 'lead=harbour', 'lead=Telecom+HARBOUR', 'lead=harbour&lead=KE', 'origin=d-2026-001&origin=x', 'language=en&language=fr']) {
      expect(await refsOf(world.officer, query), query).toHaveLength(query.startsWith('origin') ? 0 : 6);
    }
    for (const query of ['lead=KE', 'lead=Kenya', 'lead=Open+Shelf', 'lead=%3F', 'lead=nobody', 'partner=harbour', 'language=ar', 'language=x%27', 'health=stale', 'health=nonsense', 'freshness=old', 'freshness=nonsense', 'verification=contested', 'cycle=x', 'cycle=-x']) {
      expect(await refsOf(world.officer, query), query).toHaveLength(0);
    }
    expect(await refsOf(world.officer, 'language=fr')).toEqual([record.drafted]);
    expect(await refsOf(world.officer, 'health=on_track')).toEqual(await refsOf(world.officer, 'status=on_track'));
    expect(await refsOf(world.officer, 'health=on_track')).toHaveLength(4);
    expect(await refsOf(world.officer, 'freshness=first_due')).toHaveLength(4);
    expect(await refsOf(world.officer, 'freshness=never', later(1000))).toHaveLength(4);
  });

  it('lets an accepted update count: values, health and freshness move together; CO-6 a final state takes none', async () => {
    const ref = await brought(world, await draft(world, { form: { title: 'Progress' }, starts_on: '2025-01-01' }), 'published');
    const { goals } = (await findCommitment(world.officer, ref, view()))!;
    const accept = async (value: string, as_of: string, now: Date) => {
      const granted = permit(commitmentPolicy.recordProgress, world.reviewer, await refOf(ref));
      return inTransaction(granted, { now }, async (tx) => {
        await applyAcceptedUpdateIn(tx, granted, { now }, { as_of, values: [{ goal_id: goals[0]!.id, value }] });
        return done(null);
      });
    };
    await accept('46', '2026-06-30', later(120));
    expect(await findCommitment(anyone, ref, view(later(121)))).toMatchObject({ standing: 'on_track', freshness: { kind: 'updated', days: 1 }, goals: [{ last_value: '46', last_value_on: '2026-06-30' }] });
    expect((await findCommitment(anyone, ref, view(new Date('2027-09-15T00:00:00Z'))))?.standing).toBe('off_track');
    expect((await findCommitment(anyone, ref, view(new Date('2027-10-01T00:00:00Z'))))?.standing).toBe('stale');
    await accept('30', '2026-01-31', later(130));
    expect((await findCommitment(anyone, ref, view(later(131))))?.goals[0]?.last_value).toBe('46');
    expect(await refsOf(anyone, 'q=progress&status=stale', new Date('2027-10-10T00:00:00Z'))).toEqual([ref]);
    valueOf(await withdrawCommitment(permit(commitmentPolicy.withdraw, world.focal, await refOf(ref)), { now: later(140) }, 'The money was not granted.'));
    await expect(accept('50', '2026-07-31', later(141))).rejects.toMatchObject({ reason: 'access:reasons.not_now' });
  });

  it('takes commitments of a file as drafts of the lead country, and never over what a person wrote', async () => {
    const incoming = {
      source_key: 'k1', content_hash: '1', lead_country_iso2: 'KE', lead_organisation_id: null, language: 'en', countries: [{ country_iso2: 'KE', share: '100' }], starts_on: null, ends_on: null,
      nodes: ['P1.2', 'unknown'], questions: [{ code: 'tags' as const, details: { tags: ['Detention'] } }], notes: { session: '20' },
    };
    const granted = permit(commitmentPolicy.import, { kind: 'system', name: 'import' }, { coalition_id: world.coalition });
    const take = async ({ action = 'Free schooling for all.' } = {}) => {
      const outcomes = valueOf(await inTransaction(granted, { now: world.now }, async (tx) =>
        done(await takeCommitmentsIn(tx, granted, { now: world.now }, { source: 'upr', importId: null }, [{ ...incoming, texts: [{ language: 'en', title: 'Free schooling', action }], content_hash: action }]))));
      return outcomes.get('k1') ?? { outcome: 'none', id: '' };
    };
    const questions = () => database().selectFrom('import_questions').select(['code', 'status', 'details']).orderBy('code').execute();
    const first = await take();
    expect(first.outcome).toBe('new');
    expect((await take()).outcome).toBe('unchanged');
    expect((await take({ action: 'Free schooling for all, soon.' })).outcome).toBe('changed');
    const { ref } = await database().selectFrom('commitments').select('ref').where('id', '=', first.id).executeTakeFirstOrThrow();
    expect(await findCommitment(world.coordinator, ref, view())).toMatchObject({ status: 'draft', type: null, goals: [], starts_on: null, lead: { kind: 'country', name: 'Kenya' }, nodes: [{ code: 'P1.2' }], text: { action: 'Free schooling for all, soon.' } });
    expect(await findCommitment(anyone, ref, view())).toBeUndefined();
    valueOf(await saveWhat(permit(commitmentPolicy.edit, world.coordinator, await refOf(ref)), { now: world.now }, undefined, what(world, { title: 'Ours now' })));
    expect(await questions()).toEqual([{ code: 'tags', status: 'open', details: { tags: ['Detention'] } }]);
    expect((await take({ action: 'Something else.' })).outcome).toBe('changed');
    expect(await questions()).toMatchObject([{ code: 'edited', details: { action: 'Something else.' } }, { code: 'tags' }]);
    expect((await take({ action: 'Something else.' })).outcome).toBe('unchanged');
    expect((await findCommitment(world.coordinator, ref, view()))?.text.title).toBe('Ours now');
    for (const query of ['lead=ke', 'lead=kenya', 'lead=Кения']) expect(await refsOf(world.coordinator, query), query).toContain(ref);
  });

  it('keeps evidence behind the guard of its record', async () => {
    const granted = permit(commitmentPolicy.addEvidence, world.focal, await refOf(record.own));
    const file = { name: 'census.csv', bytes: new TextEncoder().encode('school,connected\nA,1\n') };
    const { id } = valueOf(await addEvidence(granted, { now: world.now }, { title: 'Census', url: null, file, language: 'en' }));
    expect(await findEvidenceFile(world.focal, id, view())).toMatch(/^[0-9a-f-]{36}$/);
    expect(await findEvidenceFile(world.stranger, id, view())).toBeUndefined();
    expect(await findEvidenceFile(anyone, 'no-id', view())).toBeUndefined();
    const refused = await addEvidence(granted, { now: world.now }, { title: 'Page', url: null, file: { name: 'page.txt', bytes: new TextEncoder().encode('<html>') }, language: null });
    expect(refused).toEqual({ ok: false, problems: [{ code: 'records:problems.file_type', field: 'file' }] });
    expect((await findCommitment(world.focal, record.own, view()))?.evidence).toMatchObject([{ title: 'Census', media_type: 'text/csv', size_bytes: 21 }]);
  });
});
