import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { findCommitment } from '#app/commitments/record/queries.server';
import { findClause } from '#app/frameworks/clauses/queries.server';
import { findVersion, listFrameworks, listVersions } from '#app/frameworks/queries.server';
import { memberList } from '#app/members/organisations/list';
import { findOrganisation } from '#app/members/organisations/record/queries.server';
import { updateProfile } from '#app/members/people/operations.server';
import { peoplePolicy } from '#app/members/people/policy';
import { exportLists } from '#app/open-data/exports/lists.server';
import { database, type Tx } from '#app/platform/database.server';
import { figuresCounting } from '#app/reporting/figures/queries.server';
import { findReport, listReports } from '#app/reporting/reports/queries.server';
import { acceptUpdate } from '#app/reporting/updates/operations.server';
import { updatePolicy } from '#app/reporting/updates/policy';
import { searchList, type Kind } from '#app/site/search/model';
import { searchEverything } from '#app/site/search/queries.server';
import { bytesOf } from '#app/table/files/answer.server';
import { readState } from '#app/table/state';
import { holder, valueOf } from './accounts-world';
import { clause, drafted } from './frameworks-world';
import { freeze, openReporting, planned, publish, published, reported, signed, subjectOf, type ReportingWorld } from './reporting-world';

let world: ReportingWorld;
const view = () => ({ language: 'en', now: world.later }) as const;
const hits = async (viewer: Actor, kind: Kind, q: string) => (await searchEverything(viewer, { filters: { q: [q], kind: [kind] }, sort: searchList.sort, after: null }, view())).rows.map(({ ref }) => ref);
const told = (work: (tx: Tx) => Promise<unknown>) => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
  await work(tx);
});

beforeAll(async () => {
  world = await openReporting();
}, 60_000);
afterAll(() => world.close());

describe('evidence of an update', () => {
  it('is found from when the update is accepted, by the page of its commitment and by search; before that by nobody', async () => {
    const ref = await published(world);
    valueOf(await reported(world, ref, '40', { evidence: [{ title: 'Photographs of masts', url: 'https://harbour.example/masts', file: null }] }));
    const found = async (viewer: Actor) => [(await findCommitment(viewer, ref, view()))?.evidence.map(({ title }) => title), (await hits(viewer, 'evidence', 'masts')).length, (await findCommitment(viewer, ref, view()))?.updates.length];
    for (const viewer of [anyone, world.focal, world.officer]) expect(await found(viewer)).toEqual([[], 0, 0]);
    valueOf(await acceptUpdate(permit(updatePolicy.accept, world.officer, await subjectOf(world, ref)), { now: world.later }));
    for (const viewer of [anyone, world.focal, world.officer]) expect(await found(viewer)).toEqual([['Photographs of masts'], 1, 1]);
  });
});

describe('a report', () => {
  it('is found when it is out and its embargo is over: by list, search, address and the records that it counts', async () => {
    const ref = await published(world, { form: { title: 'Counted by the report' } });
    const { id } = await database().selectFrom('commitments').select('id').where('ref', '=', ref).executeTakeFirstOrThrow();
    const report = await planned(world);
    const found = async (viewer: Actor) => [(await listReports(viewer, view())).length, (await hits(viewer, 'report', 'annual')).length, (await findReport(viewer, report.ref, view())) !== undefined, (await figuresCounting(viewer, 'commitment', id, view())).length > 0];
    const readers = [anyone, world.focal, world.officer, world.lead, world.auditor, await holder('platform_admin', world.now)];
    const expectAll = async (due: readonly unknown[]) => {
      for (const viewer of readers) expect(await found(viewer)).toEqual(due);
    };
    const nothing = [0, 0, false, false];
    await expectAll(nothing);
    await signed(world, report.ref);
    valueOf(await freeze(world, report.ref));
    await expectAll(nothing);
    valueOf(await publish(world, report.ref));
    await expectAll([1, 1, true, true]);
    const embargo = (until: Date | null) => told((tx) => tx.updateTable('reports').set({ embargo_until: until }).where('ref', '=', report.ref).execute());
    await embargo(new Date(world.later.getTime() + 1));
    await expectAll(nothing);
    await embargo(world.later);
    await expectAll([1, 1, true, true]);
  });
});

describe('a draft of a text', () => {
  it('is on its desk alone: neither text nor version nor clause is found', async () => {
    await drafted(world.now, 'DRAFTED', [clause('9')]);
    for (const viewer of [anyone, world.focal, world.officer]) {
      expect(await hits(viewer, 'clause', 'clause')).not.toContain('DRAFTED 9');
      expect((await hits(viewer, 'clause', 'clause')).length).toBeGreaterThan(0);
      expect([await findVersion(viewer, 'DRAFTED', view()), await findClause(viewer, 'DRAFTED', '9', view()), await findClause(viewer, 'DRAFTED', '9', view(), 1)]).toEqual([undefined, undefined, undefined]);
      expect([...(await listFrameworks(viewer, view(), 'CONNDECL')), ...(await listVersions(viewer, view(), 'CONNDECL'))].map(({ framework }) => framework)).not.toContain('DRAFTED');
    }
  });
});

describe('the name of a person', () => {
  it('is told where they agreed, on the page of their organisation; neither search nor a file has it before or after', async () => {
    const organisation = await database().selectFrom('organisations').select('ref').where('id', '=', world.organisation).executeTakeFirstOrThrow();
    const { name, id } = await database().selectFrom('people').select(['id', 'name']).where('name', '=', 'Amina Wekesa').executeTakeFirstOrThrow();
    const names = async (viewer: Actor) => ((await findOrganisation(viewer, organisation.ref, view()))?.speakers ?? []).flatMap((one) => one.name ?? []);
    const elsewhere = async (viewer: Actor) => [JSON.stringify(await searchEverything(viewer, { filters: { q: ['wekesa'] }, sort: searchList.sort, after: null }, view())).includes(name), (await file(viewer)).includes(name)];
    for (const viewer of [anyone, world.stranger]) expect([await names(viewer), await elsewhere(viewer)]).toEqual([[], [false, false]]);
    valueOf(await updateProfile(permit(peoplePolicy.update, world.focal, { id }), { now: world.now }, { name, language: 'en', spoken_languages: [], time_zone: 'UTC', publish_name: true }));
    for (const viewer of [anyone, world.stranger]) expect([await names(viewer), await elsewhere(viewer)]).toEqual([[name], [false, false]]);
  });
});

async function file(viewer: Actor): Promise<string> {
  const { filters } = readState(memberList, new URLSearchParams('standing=all'));
  const chunks: Uint8Array[] = [];
  for await (const bytes of bytesOf(exportLists.members.open(viewer, new URLSearchParams({ standing: filters.standing?.[0] ?? '' }), view()), 'json')) chunks.push(bytes);
  const text = Buffer.concat(chunks).toString();
  expect(text).toContain('Harbour Telecom Group');
  return text;
}
