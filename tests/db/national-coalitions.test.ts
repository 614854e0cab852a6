import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { coalitionPage } from '#app/coalitions/record.server';
import { allCommitments } from '#app/commitments/list/export.server';
import { commitmentList } from '#app/commitments/list/model';
import { listCommitments, tallyCommitments } from '#app/commitments/list/queries.server';
import { placeOfLead, placesFor } from '#app/commitments/drafting/queries.server';
import { findCommitment } from '#app/commitments/record/queries.server';
import { personActor } from '#app/accounts/viewer.server';
import { database } from '#app/platform/database.server';
import { boardOf, totalOf } from '#app/reporting/cycles/queries.server';
import { planCycle } from '#app/reporting/cycles/operations.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { dueUpdates } from '#app/reporting/updates/due.server';
import { acceptUpdate, submitUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { listEntries, listReviews } from '#app/reporting/updates/queries.server';
import { frozenRows } from '#app/reporting/snapshots/rows.server';
import { searchList } from '#app/site/search/model';
import { searchEverything } from '#app/site/search/queries.server';
import { readState } from '#app/table/state';
import { holder, person, valueOf } from './accounts-world';
import { refOf } from './commitments-world';
import { foundingTemplate } from '#app/reporting/founding/queries.server';
import { found, founding, openNational, pillarsIn, promisedUnder, type National } from './national-world';
import { codesOf, cycleForm, goalsOf, openReporting, published, said, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
let national: National;
let pillars: readonly string[];
beforeAll(async () => {
  world = await openReporting();
  pillars = await pillarsIn(world.now);
  national = await openNational(world, { pillars, cycle: { opens_on: '2026-03-01', due_on: '2026-11-30' } });
});
afterAll(() => world.close());

const view = () => ({ language: 'en', now: world.now }) as const;
const later = () => ({ language: 'en', now: world.later }) as const;
const tally = () => Promise.all((['coalitions', 'coalition_texts', 'people', 'working_groups', 'cycles', 'roles', 'outbox_mails', 'coalition_versions'] as const).map(async (table) => Number((await database().selectFrom(table).select((eb) => eb.fn.countAll().as('n')).executeTakeFirstOrThrow()).n)));

describe('CA-4: a national coalition from the template', () => {
  it('has its texts in six languages, its people, a group for each pillar, and its first cycle', async () => {
    const page = await coalitionPage(anyone, 'ke', view());
    expect(page?.coalition).toMatchObject({ kind: 'national', status: 'forming', country_iso2: 'KE', name: 'Kenya: Coalition for Digital Learning', mandate: 'Connects every school of the country.', groups: 6, parent: { slug: 'global' } });
    expect((await coalitionPage(anyone, 'ke', { ...view(), language: 'ar' }))?.coalition).toMatchObject({ name: 'كينيا: تحالف التعلّم الرقمي', text_language: 'ar', mandate: 'Connects every school of the country.', mandate_language: 'en' });
    expect(page?.groups.map(({ name }) => name)).toContain('Clause 1 (en) (Kenya)');
    expect(page?.cycles).toMatchObject([{ ref: '2026-ke', opens_on: '2026-03-01', due_on: '2026-11-30', grace_on: '2026-12-14', lock_on: '2026-12-30' }]);
    const roles = await database().selectFrom('roles as r').innerJoin('person_mails as m', 'm.person_id', 'r.person_id').select(['m.address', 'r.role', 'r.country_iso2', 'r.coalition_id']).where('m.address', 'like', '%@education.example').orderBy('m.address').execute();
    expect(roles).toEqual([{ address: 'otieno@education.example', role: 'secretariat_lead', country_iso2: null, coalition_id: national.id }, { address: 'wanjiru@education.example', role: 'country_coordinator', country_iso2: 'KE', coalition_id: null }]);
    expect(await database().selectFrom('one_time_links').select('person_id').where('purpose', '=', 'invitation').execute()).toHaveLength(2);
  });
  it('is formed whole or not at all, whichever step is refused', async () => {
    const before = await tally();
    expect(codesOf(await found(world, founding({ country_iso2: 'KE' }), 'ke-2'))).toEqual(['coalitions:problems.one_national']);
    const { id: key } = await database().selectFrom('framework_nodes').select('id').where('code', '=', 'K1').executeTakeFirstOrThrow();
    for (const other of [world.nodes[0] ?? '', key]) expect(codesOf(await found(world, founding({ country_iso2: 'MW', pillars: [...pillars, other] })))).toEqual(['coalitions:problems.pillar']);
    expect((await foundingTemplate(world.lead, 'en')).pillars.map(({ value }) => value)).toEqual(pillars);
    expect(codesOf(await found(world, founding({ country_iso2: 'MW', versions: [national.id] })))).toEqual(['coalitions:problems.version_not_published']);
    expect(await tally()).toEqual(before);
  });
  it('is one when two form it at once', async () => {
    const both = await Promise.all([found(world, founding({ country_iso2: 'SN', pillars, secretariat: null, coordinator: { name: 'One', mail: 'one@sn.example' } }), 'sn'), found(world, founding({ country_iso2: 'SN', pillars, secretariat: null, coordinator: { name: 'Two', mail: 'two@sn.example' } }), 'sn-2')]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(both.flatMap((one) => codesOf(one) ?? [])).toEqual(['coalitions:problems.one_national']);
    expect(await database().selectFrom('person_mails').select('address').where('address', 'like', '%@sn.example').execute()).toHaveLength(1);
  });
  it('gives the role to who is known already, and names nobody whom its author may not name', async () => {
    const known = await person('Leila', world.now, { mail: 'leila@jordan.example' });
    const officer = await holder('secretariat_officer', world.now, { coalition_id: world.coalition });
    const people = await tally();
    expect(codesOf(await found(world, founding({ country_iso2: 'JO' }), 'jo', officer))).toEqual(['access:reasons.not_your_role']);
    expect(await tally()).toEqual(people);
    valueOf(await found(world, founding({ country_iso2: 'JO', coordinator: { name: 'Any', mail: 'LEILA@jordan.example ' }, secretariat: null }), 'jo', officer));
    expect((await personActor(known, world.now)).roles).toMatchObject([{ role: 'country_coordinator', country_iso2: 'JO' }]);
  });
});

describe('what a national coalition shares', () => {
  const state = readState(commitmentList, new URLSearchParams({ coalition: 'ke' }));
  /** Every way in which a viewer could learn of its commitments, each as references or as a number. */
  async function seen(viewer: Actor) {
    const file: string[] = [];
    for await (const row of allCommitments(viewer, state.filters, view())) file.push(row.ref);
    const page = await coalitionPage(viewer, 'ke', view());
    const board = viewer.kind === 'person' ? totalOf(await boardOf(permit(cyclePolicy.board, viewer, await cycleOf('2026')), view())).expected - (await ownExpected()) : undefined;
    return {
      list: (await listCommitments(viewer, state, view())).rows.map(({ ref }) => ref).toSorted(), tally: (await tallyCommitments(viewer, state.filters, view())).count, file: file.toSorted(),
      search: (await searchEverything(viewer, { filters: { q: ['Shared words'], kind: ['commitment'] }, sort: searchList.sort, after: null }, view())).rows.map(({ ref }) => ref).toSorted(),
      count: page?.coalition.commitments, told: page?.promises.by.count, above: (await coalitionPage(viewer, 'global', view()))?.coalition.all_commitments, board,
    };
  }
  const cycleOf = (ref: string) => database().selectFrom('cycles').selectAll().where('ref', '=', ref).executeTakeFirstOrThrow();
  const ownExpected = async () => Number((await database().selectFrom('commitments').select((eb) => eb.fn.countAll().as('n')).where('coalition_id', '=', world.coalition).where('status', '=', 'published').executeTakeFirstOrThrow()).n);

  it('is seen by the secretariat above as far as it is shared, and no further: in lists, counts, search, files and boards', async () => {
    const refs: Record<string, string> = {};
    for (const visibility of ['private', 'coalition', 'members', 'public'] as const) refs[visibility] = await promisedUnder(world, national, { title: `Shared words ${visibility}`, visibility });
    refs['draft'] = await promisedUnder(world, national, { title: 'Shared words draft', visibility: 'public' }, 'draft');
    refs['embargoed'] = await promisedUnder(world, national, { title: 'Shared words later', visibility: 'public', embargo_until: '2026-12-01T00:00:00Z' });
    const shared = [refs['members'] ?? '', refs['public'] ?? ''].toSorted();
    expect(await seen(world.officer)).toEqual({ list: shared, tally: 2, file: shared, search: shared, count: 2, told: 2, above: 2, board: 2 });
    for (const kept of ['private', 'coalition', 'draft', 'embargoed']) expect(await findCommitment(world.officer, refs[kept] ?? '', view())).toBeUndefined();
    const open = [refs['public'] ?? ''];
    expect(await seen(anyone)).toEqual({ list: open, tally: 1, file: open, search: open, count: 1, told: 1, above: 1, board: undefined });
    const own = await listCommitments(national.officer, state, view());
    expect(own.rows).toHaveLength(6);
  });
});

describe('reporting', () => {
  const update = async (ref: string, cycle: string, who: Actor & { kind: 'person' } = world.focal) => {
    const commitment = await refOf(ref);
    const { id: cycle_id } = await database().selectFrom('cycles').select('id').where('ref', '=', cycle).executeTakeFirstOrThrow();
    const [goal] = await goalsOf(ref);
    return submitUpdate(permit(updatePolicy.write, who, { ...commitment, commitment_id: commitment.id, cycle_id, status: 'draft', written_by: null }), { now: world.later }, said([{ goal_id: goal?.id ?? '', value: '20', missing: null }]));
  };
  const cycleOf = (ref: string) => database().selectFrom('cycles').selectAll().where('ref', '=', ref).executeTakeFirstOrThrow();
  const asked = async (cycle: string) => (await listEntries(world.focal, await cycleOf(cycle), later())).entries.map(({ ref }) => ref);

  it('asks for a commitment once a year, in the cycle nearest to it, and the board above tells of it', async () => {
    const ref = await promisedUnder(world, national, { title: 'Reported once' });
    const own = await published(world);
    expect(await asked('2026-ke')).toContain(ref);
    expect(await asked('2026')).toContain(own);
    expect(await asked('2026')).not.toContain(ref);
    expect(codesOf(await update(ref, '2026'))).toEqual(['reporting:problems.takes_no_updates']);
    const board = async () => totalOf(await boardOf(permit(cyclePolicy.board, world.officer, await cycleOf('2026')), later()));
    const before = await board();
    const { id } = valueOf(await update(ref, '2026-ke'));
    expect((await board()).submitted).toBe(before.submitted + 1);
    expect((await board()).expected).toBe(before.expected);
    const stored = await database().selectFrom('progress_updates').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    valueOf(await acceptUpdate(permit(updatePolicy.accept, national.officer, { ...(await refOf(ref)), ...stored, commitment_id: stored.commitment_id, cycle_id: stored.cycle_id }), { now: world.later }));
    expect((await board()).accepted).toBe(before.accepted + 1);
    // What is frozen for the report of the coalition above has what was said below.
    const scope = { coalition_id: world.coalition, cycle_id: (await cycleOf('2026')).id, as_of: '2026-10-05', counts_to: world.later };
    const frozen = await sql<{ ref: string; facts: { update: { completion: string } | null } }>`
      with recursive ${frozenRows(scope)} select ref, facts from frozen where kind = 'commitment'`.execute(database());
    const told = new Map(frozen.rows.map((row) => [row.ref, row.facts.update?.completion ?? null]));
    expect([told.get(ref), told.get(own)]).toEqual(['limited', null]);
    expect(frozen.rows.filter((row) => row.ref === ref)).toHaveLength(1);
  });
  it('asks in the cycle above while there is none nearer, and not again once it was said there', async () => {
    const id = (await database().selectFrom('coalitions').select('id').where('slug', '=', 'jo').executeTakeFirstOrThrow()).id;
    const jordan: National = { id, officer: await holder('secretariat_officer', world.now, { coalition_id: id }), reviewer: await holder('reviewer', world.now, { coalition_id: id }) };
    const [first, second, kept] = [await promisedUnder(world, jordan, { title: 'First' }), await promisedUnder(world, jordan, { title: 'Second' }), await promisedUnder(world, jordan, { title: 'Kept inside', visibility: 'coalition' })];
    expect((await asked('2026')).filter((ref) => [first, second, kept].includes(ref)).toSorted()).toEqual([first, second].toSorted());
    valueOf(await update(first, '2026'));
    valueOf(await planCycle(permit(cyclePolicy.plan, world.lead, { coalition_id: id, above: [world.coalition] }), { now: world.now }, cycleForm));
    expect((await asked('2026-jo')).toSorted()).toEqual([second, kept].toSorted());
    expect((await asked('2026')).filter((ref) => [first, second, kept].includes(ref))).toEqual([first]);
    const { reviews } = await listReviews(permit(cyclePolicy.board, world.officer, await cycleOf('2026')), later());
    expect(reviews.map(({ ref }) => ref)).toContain(first);
    expect((await dueUpdates(world.focal, later())).map(({ ref }) => ref).toSorted()).toEqual(['2026', '2026-jo', '2026-ke']);
  });
});

describe('a draft', () => {
  it('is promised in the national coalition of its country where that has a secretariat, else where the lead joined first', async () => {
    const slugOf = async (place: Awaited<ReturnType<typeof placeOfLead>>) => (place === undefined ? undefined : (await database().selectFrom('coalitions').select('slug').where('id', '=', place.coalition_id).executeTakeFirst())?.slug);
    const lead = `organisation:${world.organisation}`;
    expect(await slugOf(await placeOfLead(lead, world.now))).toBe('ke');
    expect(await slugOf(await placeOfLead('country:KE', world.now))).toBe('ke');
    expect(await slugOf(await placeOfLead('country:SN', world.now))).toBe('global');
    expect(await slugOf(await placeOfLead(`organisation:${world.other}`, world.now))).toBe('global');
    expect(await slugOf(await placeOfLead('country:KE', world.now, 'global'))).toBe('global');
    expect(await placeOfLead(`organisation:${world.other}`, world.now, 'ke')).toBeUndefined();
    expect(await placeOfLead('country:MW', world.now, 'ke')).toBeUndefined();
    expect((await placesFor([{ key: lead, name: '' }], view())).map(({ value }) => value)).toEqual(['global', 'ke']);
    expect((await placesFor([{ key: `organisation:${world.other}`, name: '' }], view())).map(({ value }) => value)).toEqual(['global']);
  });
});
