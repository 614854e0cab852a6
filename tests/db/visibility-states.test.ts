import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { personActor } from '#app/accounts/viewer.server';
import { listCoalitions } from '#app/coalitions/queries.server';
import { findCommitment } from '#app/commitments/record/queries.server';
import { offerList } from '#app/countries/offers/list';
import { findOffer, listOffers } from '#app/countries/offers/queries.server';
import { listCountries } from '#app/countries/queries.server';
import { requestList } from '#app/countries/requests/list';
import { findRequest, listRequests, tallyRequests } from '#app/countries/requests/queries.server';
import { transactionList } from '#app/financing/transactions/list';
import { listTransactions } from '#app/financing/transactions/queries.server';
import { coverageList } from '#app/frameworks/coverage/question';
import { coveragePage } from '#app/frameworks/coverage/page.server';
import { countByVersion } from '#app/frameworks/endorsements/counts.server';
import { endorsementList } from '#app/frameworks/endorsements/list';
import { findEndorsement, listEndorsements } from '#app/frameworks/endorsements/queries.server';
import { adherenceList } from '#app/members/adherences/list';
import { findAdherence, listAdherences } from '#app/members/adherences/queries.server';
import { applicationList } from '#app/members/applications/list';
import { findApplication, listApplications } from '#app/members/applications/queries.server';
import { memberList } from '#app/members/organisations/list';
import { listMembers } from '#app/members/organisations/queries.server';
import { exportLists } from '#app/open-data/exports/lists.server';
import type { ExportKind } from '#app/open-data/exports/model';
import { database } from '#app/platform/database.server';
import { countStandings, sumMoney } from '#app/site/home/queries.server';
import { searchList, type Kind } from '#app/site/search/model';
import { searchEverything } from '#app/site/search/queries.server';
import { platformList } from '#app/registries/platforms/list';
import { findPlatform, listPlatforms } from '#app/registries/platforms/queries.server';
import { bytesOf } from '#app/table/files/answer.server';
import { readState, type ListSpec } from '#app/table/state';
import { findGroup, listGroups } from '#app/working-groups/queries.server';
import { findRecommendation, recommendationsOfGroup } from '#app/working-groups/recommendations/queries.server';
import { cellsOf } from '#tests/harness/source-files';
import { person } from './accounts-world';
import { openStates, stateKinds, type Stated, type StateKind, type StatesWorld } from './states-world';
import { held, holderOf, readerWith, type Reader } from './visibility-world';

let world: StatesWorld;
const view = () => ({ language: 'en', now: world.now }) as const;
const asking = <Filter extends string, Sort extends string>(list: ListSpec<Filter, Sort>, query = '') => readState(list, new URLSearchParams(query));
const sorted = (refs: readonly string[]) => refs.toSorted();

/** What is expected, said without SQL: what is out is read by everybody, the rest by those whose it is and those who serve it. */
function sees(reader: Reader | 'public', { kind, side, state }: Stated): boolean {
  const open = ['published', 'closed', 'offered', 'withdrawn', 'to all', 'current', 'revoked', 'active', 'final', 'public', 'discontinued'].includes(state);
  if (open || reader === 'public') return open;
  const own = side === 'own';
  const serves = reader.serves === 'all' || (reader.serves === 'own' && own);
  const inSecretariat = reader.role === 'secretariat_lead' || reader.role === 'secretariat_officer';
  switch (kind) {
    case 'request': return serves || (own && reader.inCountry === true);
    // Texts belong to no coalition: any secretariat keeps them.
    case 'endorsement': return inSecretariat || reader.serves === 'all' || (own && (state.endsWith('by country') ? reader.inCountry === true : reader.leads === true));
    case 'adherence': return serves || (own && reader.leads === true);
    case 'group': case 'recommendation': return serves || (own && reader.inRoom === true && state !== 'proposed');
    // Auditors of one coalition do not read what strangers write to it.
    case 'application': return serves && !(reader.role === 'auditor' && reader.serves === 'own');
    case 'evidence': case 'transaction': return serves || state === 'members' || (own && reader.leads === true) || (state === 'coalition' && (reader.belongs === 'all' || (reader.belongs === 'own' && own)));
    case 'platform': return serves || (own && reader.inCountry === true) || (reader.role === 'reviewer' && (reader.belongs === 'all' || own) && state !== 'nominated');
    case 'offer': return true;
  }
}

/** Every way to a kind of record. What it has no list, no address or no file for is left out. */
interface Ways {
  readonly listed: (viewer: Actor) => Promise<{ readonly refs: readonly string[]; readonly count?: number }>;
  readonly opens?: (viewer: Actor, one: Stated) => Promise<unknown>;
  readonly file?: { readonly list: ExportKind; readonly queries?: readonly string[]; readonly ref?: (row: readonly string[]) => string };
  readonly hits?: Kind;
}
const page = ({ rows, total }: { readonly rows: readonly { readonly ref: string }[]; readonly total: { readonly count: number } }) => ({ refs: rows.map(({ ref }) => ref), count: total.count });
const ledgers = () => world.texts.map((code) => `framework=${code}`);
const ways: Readonly<Record<StateKind, Ways>> = {
  request: { listed: async (viewer) => page(await listRequests(viewer, asking(requestList), view())), opens: (viewer, { ref }) => findRequest(viewer, ref, view()), file: { list: 'requests' }, hits: 'request' },
  offer: { listed: async (viewer) => page(await listOffers(viewer, asking(offerList), view())), opens: (viewer, { ref }) => findOffer(viewer, ref, view()), file: { list: 'offers' }, hits: 'offer' },
  endorsement: {
    listed: async (viewer) => {
      const pages = await Promise.all(ledgers().map((query) => listEndorsements(viewer, asking(endorsementList, query), view())));
      return { refs: pages.flatMap(({ rows }) => rows.map(({ ref }) => ref)), count: pages.reduce((sum, { total }) => sum + total.count, 0) };
    },
    opens: (viewer, { ref }) => findEndorsement(viewer, ref, view()), file: { list: 'endorsements', get queries() { return ledgers(); } },
  },
  adherence: {
    listed: async (viewer) => page((({ rows, total }) => ({ rows: rows.map((row) => ({ ref: `${row.member_ref} ${row.state}` })), total }))(await listAdherences(viewer, asking(adherenceList), view()))),
    opens: (viewer, { id = '' }) => findAdherence(viewer, id, view()), file: { list: 'adherences', ref: (row) => `${row[0] ?? ''} ${row[4] ?? ''}` },
  },
  platform: { listed: async (viewer) => page(await listPlatforms(viewer, asking(platformList), view())), opens: (viewer, { ref }) => findPlatform(viewer, ref, view()), file: { list: 'platforms' }, hits: 'platform' },
  group: { listed: async (viewer) => ({ refs: (await listGroups(viewer, view())).map(({ ref }) => ref) }), opens: (viewer, { ref }) => findGroup(viewer, ref, view()), hits: 'group' },
  recommendation: {
    listed: async (viewer) => ({ refs: (await Promise.all((await database().selectFrom('working_groups').select('id').execute()).map(({ id }) => recommendationsOfGroup(viewer, id, view())))).flat().map(({ ref }) => ref) }),
    opens: (viewer, { ref }) => findRecommendation(viewer, ref, view()), hits: 'recommendation',
  },
  application: { listed: async (viewer) => page(await listApplications(viewer, asking(applicationList), view())), opens: (viewer, { ref }) => findApplication(viewer, ref, view()) },
  evidence: {
    listed: async (viewer) => {
      const pages = await Promise.all(world.records.filter(({ kind }) => kind === 'commitment').map(async ({ ref }) => ({ ref, found: await findCommitment(viewer, ref, view()) })));
      return { refs: pages.flatMap(({ ref, found }) => (found?.evidence ?? []).map(({ id }) => `${ref} ${id}`)) };
    },
    hits: 'evidence',
  },
  transaction: { listed: async (viewer) => (({ rows, total }) => ({ refs: rows.map(({ id }) => id), count: total.count }))(await listTransactions(viewer, asking(transactionList), view())), file: { list: 'transactions' } },
};

async function filed(viewer: Actor, { list, queries = [''], ref = (row) => row[0] ?? '' }: NonNullable<Ways['file']>): Promise<string[]> {
  const refs: string[] = [];
  for (const query of queries) {
    const chunks: Uint8Array[] = [];
    for await (const bytes of bytesOf(exportLists[list].open(viewer, new URLSearchParams(query), view()), 'csv')) chunks.push(bytes);
    refs.push(...Buffer.concat(chunks).toString().split('\r\n').slice(1, -1).map((line) => ref(cellsOf(line))));
  }
  return sorted(refs);
}

async function expectSeen(viewer: Actor, reader: Reader | 'public'): Promise<void> {
  for (const kind of stateKinds) {
    const all = world.stated.filter((one) => one.kind === kind);
    const due = sorted(all.filter((one) => sees(reader, one)).map(({ ref }) => ref));
    const { listed, opens, file, hits } = ways[kind];
    const { refs, count = refs.length } = await listed(viewer);
    expect({ kind, listed: sorted(refs), count }).toEqual({ kind, listed: due, count: due.length });
    if (file !== undefined) expect({ kind, file: await filed(viewer, file) }).toEqual({ kind, file: due });
    if (opens !== undefined) {
      const opened: string[] = [];
      for (const one of all) if ((await opens(viewer, one)) !== undefined) opened.push(one.ref);
      expect({ kind, opened: sorted(opened) }).toEqual({ kind, opened: due });
    }
    if (hits === undefined) continue;
    const found = new Set<string>();
    // Groups are named after their country, everything else after its state.
    for (const q of kind === 'group' ? ['group', 'sample'] : kind === 'request' || kind === 'offer' || kind === 'recommendation' || kind === 'evidence' || kind === 'platform' ? ['sample'] : [])
      for (const { ref } of (await searchEverything(viewer, { filters: { q: [q], kind: [hits] }, sort: searchList.sort, after: null }, view())).rows) found.add(ref);
    expect({ kind, hits: sorted([...found]) }).toEqual({ kind, hits: due });
  }
  await expectCounted(viewer, reader);
}

/** What pages count is what their lists show: of commitments and pledges, by place, by lead, by clause, and over all. */
async function expectCounted(viewer: Actor, reader: Reader | 'public'): Promise<void> {
  const seen = async (side?: 'own' | 'other') => {
    const refs = world.records.filter((one) => one.kind === 'commitment' && (side === undefined || one.side === side)).map(({ ref }) => ref);
    const opened = await Promise.all(refs.map((ref) => findCommitment(viewer, ref, view())));
    return opened.filter((one) => one !== undefined).length;
  };
  const [all, own, other] = [await seen(), await seen('own'), await seen('other')];
  const { coalitions, texts } = world;
  const countries = await listCountries(viewer, {}, view());
  expect({ country: countries.find(({ iso2 }) => iso2 === 'KE')?.commitments }).toEqual({ country: all });
  const rows = await listCoalitions(viewer, view());
  const of = (id: string) => rows.find((row) => row.id === id);
  expect({ own: of(coalitions.own.id)?.commitments, other: of(coalitions.other.id)?.commitments, above: of(world.commitments.coalition)?.all_commitments }).toEqual({ own, other, above: all });
  const members = (await listMembers(viewer, asking(memberList, 'standing=all'), view())).rows;
  expect([coalitions.own, coalitions.other].map(({ organisation }) => members.find(({ id }) => id === organisation)?.commitments)).toEqual([own, other]);
  expect((await countStandings(viewer, view())).total).toBe(all);
  const transactions = world.stated.filter((one) => one.kind === 'transaction' && sees(reader, one)).length;
  expect((await sumMoney(viewer, view())).total.pledges).toBe(transactions);
  const declaration = await database().selectFrom('frameworks').select('id').where('code', '=', 'CONNDECL').executeTakeFirstOrThrow();
  expect((await countByVersion(viewer, declaration.id, view())).map(({ commitments }) => commitments)).toEqual([all]);
  const map = await coveragePage(viewer, asking(coverageList), view());
  expect(map?.coverage.foot.total.commitments).toBe(all);
  // Only what is out is counted behind a text, whoever asks.
  for (const code of texts) {
    const { id } = await database().selectFrom('frameworks').select('id').where('code', '=', code).executeTakeFirstOrThrow();
    const [version] = await countByVersion(viewer, id, view());
    expect({ code, ...version }).toMatchObject({ code, organisations: code === 'TEXT-B' ? 2 : 0, countries: 0, withdrawn: code === 'TEXT-C' ? 2 : 0 });
  }
  const tallied = await tallyRequests(viewer, {}, view());
  const drafts = world.stated.filter((one) => one.kind === 'request' && one.state === 'draft' && sees(reader, one)).length;
  expect({ drafts: tallied.draft ?? 0, others: (tallied.published ?? 0) + (tallied.responses_in ?? 0) + (tallied.closed ?? 0) }).toEqual({ drafts, others: 4 });
}

beforeAll(async () => {
  world = await openStates();
}, 120_000);
afterAll(() => world.close());

describe('who finds what is not out yet, or hangs on what is not open: by list, count, search, address and file', () => {
  it('has every kind on both sides, out and not', () => {
    for (const kind of stateKinds) expect(new Set(world.stated.filter((one) => one.kind === kind).map(({ side }) => side)).size, kind).toBe(2);
    expect(world.stated.length).toBe(70);
  });
  it('anyone', () => expectSeen(anyone, 'public'));
  it.each(held)('%s of one %s', async (role, scope) => expectSeen(await holderOf(world, role, scope), readerWith(role, scope)));
  it('a person without any role', async () => expectSeen(await personActor(await person('Nobody in particular', world.now), world.now), {}));
});
