import { Big } from 'big.js';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone, type Actor } from '#app/access/actor';
import { amounts, pieces } from '#app/financing/ladder/model';
import { cellsFor, givers, lastChange, liveCells, type Cell } from '#app/financing/totals/cells.server';
import { dimensions } from '#app/financing/totals/entries.server';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { valueOf } from './accounts-world';
import { brought, draft, openCommitments, refOf, type CommitmentsWorld } from './commitments-world';
import { pledge, rates, record, reverse, today } from './financing-world';

const opened = new Date('2026-01-05T09:00:00Z');
let world: CommitmentsWorld;
const commitments: string[] = [];
const pledges: string[] = [];

beforeAll(async () => {
  world = await openCommitments(opened);
  for (const form of [{ nodes: world.nodes.slice(1) }, { nodes: [...world.nodes] }, { nodes: world.nodes.slice(2), visibility: 'members' as const }, { embargo_until: '2026-02-20T00:00:00Z' }]) {
    commitments.push((await refOf(await brought(world, await draft(world, { now: opened, form }), 'published', opened))).id);
  }
  valueOf(await rates([{ currency: 'JPY', rate_on: '2026-12-31', period: 'year', units_per_usd: '147.3' }, { currency: 'TND', rate_on: '2026-12-31', period: 'year', units_per_usd: '3.117' }]));
});
afterAll(() => world.close());

const told = (work: string) => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
  await sql.raw(work).execute(tx);
});
const pick = <Item>(from: readonly Item[], at: number): Item | undefined => from[at % Math.max(1, from.length)];
const nth = fc.nat(1000);
const party = fc.constantFrom('KE', 'UG', 'JO', 'FJ', 'AQ', 'FR', 'other');
const recipients = fc.uniqueArray(party, { maxLength: 4 });
const visibility = fc.constantFrom('public' as const, 'public' as const, 'public' as const, 'members' as const, 'private' as const);
const shared = (parties: readonly string[]) => parties.map((one, at) => ({
  party: one === 'other' ? { organisation_id: world.other, country_iso2: null } : { organisation_id: null, country_iso2: one },
  share: at === 0 ? new Big(100).minus(new Big('14.2857').times(parties.length - 1)).toFixed() : '14.2857',
}));

// Currencies of none, two and three decimals; KES has no rate until one is told.
const change = fc.oneof(
  { weight: 7, arbitrary: fc.record({ act: fc.constant('pledge' as const), for: fc.option(nth), kind: fc.constantFrom('cash' as const, 'cash' as const, 'connectivity' as const, 'guarantee' as const), currency: fc.constantFrom('USD', 'JPY', 'TND', 'KES'), amount: fc.integer({ min: 1, max: 9_999_999 }), day: fc.constantFrom('2025-11-30', '2026-01-15', '2026-02-02'), own: fc.boolean(), recipients, visibility }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('move' as const), nth, type: fc.constantFrom('2' as const, '3' as const, '3' as const, '4' as const), value: fc.integer({ min: 1, max: 99_999 }), back: fc.boolean() }) },
  fc.record({ act: fc.constant('reduce' as const), nth, part: fc.integer({ min: 1, max: 100 }) }),
  { weight: 3, arbitrary: fc.record({ act: fc.constant('link' as const), nth, other: nth, kind: fc.constantFrom('same_money', 'passes_through', 'matches', 'co_funds'), part: fc.integer({ min: 1, max: 100 }) }) },
  fc.record({ act: fc.constant('unlink' as const), nth }),
  { weight: 3, arbitrary: fc.record({ act: fc.constant('say' as const), nth, state: fc.constantFrom('matched', 'amount_differs', 'contested'), part: fc.integer({ min: 0, max: 150 }) }) },
  fc.record({ act: fc.constant('recipients' as const), nth, recipients }),
  fc.record({ act: fc.constant('visibility' as const), nth, visibility }),
  fc.record({ act: fc.constant('commitment' as const), nth, visibility: fc.constantFrom('public' as const, 'members' as const) }),
  fc.record({ act: fc.constant('nodes' as const), nth, node: fc.nat(2) }),
  fc.record({ act: fc.constant('rate' as const), currency: fc.constantFrom('KES', 'JPY', 'EUR'), on: fc.constantFrom('2026-01-15', '2025-11-30', '2026-02-01'), rate: fc.integer({ min: 3, max: 900 }) }),
  fc.record({ act: fc.constant('look' as const) }),
);
type Change = typeof change extends fc.Arbitrary<infer One> ? One : never;

const refusedOnly = (error: unknown): void => {
  if (!/^(FL|RC)-|funding_links_(one_live|two)/.test((error as Error).message) && !(error as Error).message.includes('funding_links')) throw error;
};

async function make(one: Change): Promise<void> {
  if (one.act === 'look') return void (await look(anyone));
  if (one.act === 'rate') return void (await rates([{ currency: one.currency, rate_on: one.on, units_per_usd: String(one.rate), source: `told ${one.rate}` }]));
  if (one.act === 'commitment') return told(`update commitments set visibility = '${one.visibility}' where id = '${pick(commitments, one.nth)}'`);
  if (one.act === 'nodes') return told(`insert into commitment_nodes values ('${pick(commitments, one.nth)}', '${world.nodes[one.node]}') on conflict do nothing; delete from commitment_nodes where commitment_id = '${pick(commitments, one.nth + 1)}' and node_id = '${world.nodes[one.node]}' and exists (select from commitment_nodes o where o.commitment_id = commitment_nodes.commitment_id and o.node_id <> commitment_nodes.node_id)`);
  if (one.act === 'pledge') {
    const where = { coalition_id: world.coalition, provider_organisation_id: one.own ? world.organisation : null, provider_country_iso2: one.own ? null : 'NO', commitment_id: one.for === null ? null : (pick(commitments, one.for) ?? null) };
    pledges.push(await pledge(where, { kind: one.kind, currency: one.currency, amount: String(one.amount), announced_on: one.day, visibility: one.visibility, recipients: shared(one.recipients) }));
    return;
  }
  const id = pick(pledges, one.nth);
  if (id === undefined) return;
  switch (one.act) {
    case 'move': {
      const made = valueOf(await record(id, one.type, String(one.value), { excess_explanation: 'as told' }));
      if (one.back) valueOf(await reverse(id, made.id));
      return;
    }
    case 'reduce': return told(`insert into transactions (id, pledge_id, type_code, transaction_on, value, currency, value_on)
      select '${newId()}', id, '12', '2026-02-10', -round(pledge_left * ${one.part} / 100, exponent), currency, announced_on
      from (select p.id, p.currency, p.announced_on, k.exponent, p.amount + coalesce((select sum(value) from transactions t where t.pledge_id = p.id and t.type_code = '12'), 0) as pledge_left from pledges p join currencies k on k.code = p.currency) p
      where id = '${id}' and round(pledge_left * ${one.part} / 100, exponent) > 0`);
    // What the database refuses (a ring, more than stands, an equal amount that differs) stays as it was.
    case 'link': return told(`insert into funding_links (id, pledge_id, counted_in_id, kind, amount, state, origin, pledge_stood, counted_in_stood, proposed_at, decided_at, decided_reason)
      select '${newId()}', p.id, '${pick(pledges, one.other)}', '${one.kind}', greatest(round(p.amount * ${one.part} / 100, k.exponent), power(10::numeric, -k.exponent)), 'decided', 'source', 0, 0, now(), now(), 'as told' from pledges p join currencies k on k.code = p.currency where p.id = '${id}'`).catch(refusedOnly);
    case 'unlink': return told(`update funding_links set state = 'ended', ended_at = now(), ended_reason = 'as told' where pledge_id = '${id}' and state = 'decided'`);
    case 'say': {
      const paid = (await sql<{ id: string }>`select t.id from transactions t where t.pledge_id = ${id} and type_code = '3' and reversal_of is null order by t.id`.execute(database())).rows;
      const [payment, act] = [pick(paid, one.nth)?.id, newId()];
      if (payment === undefined) return;
      const received = one.state === 'contested' ? 'null' : one.state === 'matched' ? 't.value' : `round(t.value * ${one.part} / 100, 0)`;
      return told(`insert into reconciliation_acts (id, transaction_id, act, state, said_at, words, language, received) select '${act}', t.id, '${one.state === 'contested' ? 'contest' : 'correct'}', '${one.state}', now(), 'In words', 'en', ${received} from transactions t where t.id = '${payment}';
        insert into reconciliations (transaction_id, state, received, said_id, said_at) select t.id, '${one.state}', ${received}, '${act}', now() from transactions t where t.id = '${payment}'
          on conflict (transaction_id) do update set state = excluded.state, received = excluded.received, said_id = excluded.said_id`).catch(refusedOnly);
    }
    case 'recipients': return told(`delete from pledge_recipients where pledge_id = '${id}'; ${shared(one.recipients).map(({ party: { country_iso2, organisation_id }, share }, at) => `insert into pledge_recipients values ('${id}', ${at}, ${country_iso2 === null ? 'null' : `'${country_iso2}'`}, ${organisation_id === null ? 'null' : `'${organisation_id}'`}, ${share});`).join(' ')}`);
    case 'visibility': return told(`update pledges set visibility = '${one.visibility}' where id = '${id}'`);
  }
}

const view = { language: 'en', now: new Date('2026-03-01T12:00:00Z') } as const;
const asked = (currency: string) => ({ dimensions, currency });
const spelled = (cells: readonly Cell[]): string[] => cells.map((cell) => JSON.stringify(Object.entries(cell).toSorted(([a], [b]) => a.localeCompare(b)))).toSorted();
const look = async (viewer: Actor, currency = 'USD', when = view) => spelled(await cellsFor(viewer, asked(currency), when));
const live = async (viewer: Actor, currency = 'USD', when = view) => spelled(await liveCells(viewer, asked(currency), when));

/** Each dimension whose cells part the whole: those of clauses overlap, so only the topmost ones and none are taken. */
function partsOf(cells: readonly Cell[], dimension: string): readonly Cell[] {
  return cells.filter((cell) => cell.dimension === dimension && (dimension !== 'clause' || cell.key === '' || cell.key === world.nodes[0]));
}

describe('the cells of the totals', () => {
  it('hold every amount there is', async () => {
    const where = { coalition_id: world.coalition, provider_organisation_id: world.organisation, provider_country_iso2: null, commitment_id: null };
    const [one, other, third, fourth] = [await pledge(where, { amount: '1000' }), await pledge(where, { amount: '5000' }), await pledge(where), await pledge(where)];
    for (const type of ['2', '3', '3', '3', '4'] as const) valueOf(await record(one, type, '100', { excess_explanation: 'as told' }));
    pledges.push(one, other, third, fourth);
    await make({ act: 'reduce', nth: 0, part: 10 });
    for (const [at, kind] of (['same_money', 'passes_through', 'matches'] as const).entries()) await make({ act: 'link', nth: 0, other: at + 1, kind, part: 10 });
    for (const [nth, state] of (['matched', 'amount_differs', 'contested'] as const).entries()) await make({ act: 'say', nth: nth * pledges.length, state, part: 40 });
    valueOf(await record(one, '3', '7', { excess_explanation: 'as told' }));
    const whole = (await cellsFor(anyone, asked('USD'), view)).find(({ dimension, class: kind }) => dimension === 'all' && kind === 'cash');
    expect(pieces.filter((piece) => new Big(whole?.[piece] ?? 0).lte(0))).toEqual([]);
  });

  it('equal what is counted from the pledges, whatever was written and whoever looks, and add up to the whole', async () => {
    await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 10 }), async (changes) => {
      for (const one of changes) await make(one);
      for (const currency of ['USD', 'EUR']) {
        expect(await look(anyone, currency)).toEqual(await live(anyone, currency));
        for (const viewer of [world.focal, world.stranger, world.officer]) expect(await look(viewer, currency)).toEqual(await live(viewer, currency));
      }
      const cells = await cellsFor(anyone, asked('USD'), view);
      for (const kind of ['cash', 'in_kind', 'guarantee']) {
        const sum = (dimension: string, name: (typeof amounts)[number]) => partsOf(cells, dimension).filter((cell) => cell.class === kind).reduce((total, cell) => total.plus(cell[name]), new Big(0)).toFixed();
        for (const dimension of dimensions) for (const name of amounts) expect([dimension, name, sum(dimension, name)]).toEqual([dimension, name, sum('all', name)]);
      }
      for (const cell of cells) {
        for (const piece of pieces) expect([cell.dimension, cell.key, piece, new Big(cell[piece]).gte(0)]).toEqual([cell.dimension, cell.key, piece, true]);
        expect(new Big(cell.announced).gte(cell.net_pledged)).toBe(true);
        expect(new Big(cell.reduced).plus(cell.same_money).plus(cell.passes_through).plus(cell.unmatched).plus(cell.net_pledged).eq(cell.announced)).toBe(true);
        expect(new Big(cell.no_record).plus(cell.differs).plus(cell.contested).plus(cell.confirmed).eq(cell.net_disbursed)).toBe(true);
      }
    }), { numRuns: 30, endOnFailure: true });
    expect(pledges.length).toBeGreaterThan(15);
  }, 240_000);

  it('follow the clock: a commitment is behind its clauses from the instant that its embargo ends', async () => {
    for (const now of ['2026-02-19T23:59:59.999Z', '2026-02-20T00:00:00Z', '2026-02-19T23:59:59.999Z'].map((when) => new Date(when))) expect(await look(anyone, 'USD', { ...view, now })).toEqual(await live(anyone, 'USD', { ...view, now }));
  });

  it('are made anew from nothing, and tell of the last change', async () => {
    const before = await look(anyone);
    const changed = await lastChange('USD');
    for (const table of ['financing_cells', 'financing_entries', 'financing_facts', 'financing_givers', 'financing_currencies']) await sql`delete from ${sql.table(table)}`.execute(database());
    await sql`insert into financing_changes (pledge_id) select id from pledges`.execute(database());
    expect(await look(anyone)).toEqual(before);
    expect((await lastChange('USD'))?.getTime()).toBeGreaterThan(changed?.getTime() ?? Infinity);
  });

  it('know of all givers of what can still come who told of a payment or an update', async () => {
    const expected = await sql<{ of: number; reporting: number }>`select count(*)::int as of, (count(*) filter (where paid))::int as reporting from (
      select coalesce(provider_country_iso2, provider_organisation_id::text), bool_or(exists (select from transactions t where t.pledge_id = p.id and t.type_code in ('2', '3', '4') and t.transaction_on >= '2026-02-01')) as paid
      from pledges p where p.visibility = 'public' and p.provider_organisation_id is not null group by 1 having bool_or(p.status not in ('fulfilled', 'cancelled'))) g`.execute(database());
    const { of, reporting } = await givers(anyone, '2026-02-01', view);
    expect(of).toBeGreaterThanOrEqual(expected.rows[0]?.of ?? 0);
    expect(reporting).toBeGreaterThan(0);
    expect(today <= view.now).toBe(true);
  });
});
