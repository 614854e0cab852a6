import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { Forbidden, permit } from '#app/access/permit';
import { signTransaction } from '#app/access/transaction.server';
import { lifeOfPledge } from '#app/financing/pledges/life/queries.server';
import { pledgeListChoices } from '#app/financing/pledges/list-choices.server';
import { pledgeList } from '#app/financing/pledges/list';
import { cancelPledge, confirmPledge, reducePledge, updatePledge } from '#app/financing/pledges/operations.server';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { findPledge, listPledges } from '#app/financing/pledges/queries.server';
import type { Sector } from '#app/financing/pledges/terms/model';
import { classifyPledge } from '#app/financing/pledges/terms/operations.server';
import { pledgeTrail } from '#app/financing/pledges/trail';
import { financingTotals } from '#app/financing/totals/queries.server';
import { database } from '#app/platform/database.server';
import { historyFor } from '#app/records/history/queries.server';
import { readState } from '#app/table/state';
import { desk, holder, openWorld, place, story, valueOf } from './accounts-world';
import { bank, day, pledge, pledgeAs, pledgeRef, record, terms, today, type Place } from './financing-world';

let world: Awaited<ReturnType<typeof openWorld>>;
let where: Place;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await world.truncate();
  where = await bank();
});
afterAll(() => world.close());

const view = { language: 'en', now: today } as const;
const country = (iso2: string) => ({ organisation_id: null, country_iso2: iso2 });
const region = (m49: string) => ({ organisation_id: null, country_iso2: null, region_m49: m49 });
const sector = (code: string, share: string, vocabulary: Sector['vocabulary'] = '1', name: string | null = null): Sector => ({ vocabulary, code, name, share });
const found = async (id: string) => {
  const { ref } = await database().selectFrom('pledges').select('ref').where('id', '=', id).executeTakeFirstOrThrow();
  const row = await findPledge(anyone, ref, view);
  if (row === undefined) throw new Error(`no pledge ${ref}`);
  return row;
};

/** Past the application: what the database alone accepts. The constraints that wait are asked at the end, as in every transaction. */
const raw = (...statements: readonly ReturnType<typeof sql>[]) =>
  database().transaction().execute(async (tx) => {
    await signTransaction(tx, story, 'test', { now: today });
    for (const statement of statements) await statement.execute(tx);
  });
/** The second writes while the first, which has passed every constraint, is not committed yet: what becomes of the second. */
async function whileOpen(first: ReturnType<typeof sql>, second: ReturnType<typeof sql>): Promise<void> {
  let late: Promise<void> = Promise.resolve();
  await database().transaction().execute(async (tx) => {
    await signTransaction(tx, story, 'test', { now: today });
    await first.execute(tx);
    await sql`set constraints all immediate`.execute(tx);
    late = raw(second);
    await Promise.race([late.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 300))]);
  });
  return late;
}
const rawSector = (id: string, position: number, code: string, share: string, vocabulary = '1') =>
  sql`insert into pledge_sectors (pledge_id, position, vocabulary, code, share) values (${id}, ${position}, ${vocabulary}, ${code}, ${share})`;

describe('a pledge in full terms', () => {
  it('keeps sectors, aims, codes and quantity, and shows them', async () => {
    const id = await pledge(where, {
      kind: 'devices', valuation_method: 'market_price', valued_on: '2026-01-31', quantity: '1200', unit: 'laptops', aid_type: 'C01', finance_type: '110', flow_type: '30', tied_status: '5', earmarking: '3',
      sectors: [sector('11220', '60'), sector('22040', '40'), sector('Digital classrooms', '100', '99', 'Digital classrooms')], markers: [{ marker: '11', significance: '2' }, { marker: '1', significance: '0' }],
    });
    expect(await found(id)).toMatchObject({
      quantity: '1200', unit: 'laptops', aid_type: 'C01', finance_type: '110', flow_type: '30', tied_status: '5', earmarking: '3',
      sectors: [{ code: '11220', share: '60' }, { code: '22040', share: '40' }, { vocabulary: '99', name: 'Digital classrooms', share: '100' }],
      markers: [{ marker: '1', significance: '0' }, { marker: '11', significance: '2' }],
    });
    expect(await pledgeAs(await desk(), where, terms({ quantity: '5', unit: 'laptops' }))).toMatchObject({ ok: false, problems: [{ field: 'unit' }] });
  });

  it('FI-10: the database takes a quantity in units of the kind alone', async () => {
    const id = await pledge(where);
    const set = (what: ReturnType<typeof sql>) => raw(sql`update pledges set ${what} where id = ${id}`);
    await expect(set(sql`quantity = 3, unit = 'laptops'`)).rejects.toMatchObject({ constraint_name: 'pledges_unit_of_kind' });
    await expect(set(sql`quantity = 3`)).rejects.toMatchObject({ constraint_name: 'pledges_quantity_of_unit' });
    await expect(set(sql`kind = 'devices', quantity = 0, unit = 'laptops'`)).rejects.toMatchObject({ constraint_name: 'pledges_quantity' });
    await expect(set(sql`aid_type = 'project'`)).rejects.toMatchObject({ constraint_name: 'pledges_aid_type' });
    await set(sql`kind = 'content', quantity = 0.5, unit = 'open_items'`);
  });
});

describe('FI-3: shares of sectors', () => {
  it('total 100 in each vocabulary or nothing is stored, by SQL alone', async () => {
    const id = await pledge(where);
    const count = async () => Number((await sql<{ count: string }>`select count(*) from pledge_sectors where pledge_id = ${id}`.execute(database())).rows[0]?.count);
    const wrong = { constraint_name: 'pledge_sectors_total' };
    await expect(raw(rawSector(id, 1, '11110', '60'), rawSector(id, 2, '112', '40', '2'))).rejects.toMatchObject(wrong);
    expect(await count()).toBe(0);
    await raw(rawSector(id, 1, '11110', '60'), rawSector(id, 2, '11220', '40'), rawSector(id, 3, '112', '100', '2'));
    expect(await count()).toBe(3);
    await expect(raw(sql`delete from pledge_sectors where pledge_id = ${id} and position = 2`)).rejects.toMatchObject(wrong);
    await expect(raw(sql`update pledge_sectors set share = 99.9999 where pledge_id = ${id} and position = 3`)).rejects.toMatchObject(wrong);
    // A row that fits where it moves to leaves a gap behind, which counts too.
    const other = await pledge(where);
    await expect(raw(rawSector(other, 1, '11110', '60'), sql`update pledge_sectors set pledge_id = ${other} where pledge_id = ${id} and position = 2`)).rejects.toMatchObject(wrong);
    await raw(sql`delete from pledge_sectors where pledge_id = ${id}`);
  });

  it('hold for any shares, also where they are typed', async () => {
    const id = await pledge(where);
    const share = fc.integer({ min: 1, max: 1_000_000 }).map((units) => (units / 10_000).toFixed(4));
    const whole = fc.integer({ min: 1, max: 999_999 }).map((units) => [(units / 10_000).toFixed(4), (100 - units / 10_000).toFixed(4)]);
    await fc.assert(fc.asyncProperty(fc.oneof(fc.array(share, { minLength: 1, maxLength: 4 }), whole), async (shares) => {
      const total = shares.reduce((sum, one) => sum + Math.round(Number(one) * 10_000), 0);
      await raw(sql`delete from pledge_sectors where pledge_id = ${id}`);
      const stored = await raw(...shares.map((one, at) => rawSector(id, at + 1, String(11000 + at), one))).then(() => true, () => false);
      expect(stored).toBe(total === 1_000_000);
      const said = await pledgeAs(await desk(), where, terms({ sectors: shares.map((one, at) => sector(String(11000 + at), one)) }));
      expect(said.ok).toBe(total === 1_000_000);
    }), { numRuns: 25 });
  });

  it('hold when two writers share out at once', async () => {
    const id = await pledge(where);
    await expect(whileOpen(rawSector(id, 1, '11110', '100'), rawSector(id, 2, '11220', '100'))).rejects.toMatchObject({ constraint_name: 'pledge_sectors_total' });
    const recipient = (position: number, iso2: string) => sql`insert into pledge_recipients (pledge_id, position, country_iso2, share) values (${id}, ${position}, ${iso2}, 100)`;
    await expect(whileOpen(recipient(1, 'KE'), recipient(2, 'NP'))).rejects.toMatchObject({ constraint_name: 'pledge_recipients_total' });
  });
});

describe('a region as recipient', () => {
  it('has a share like the others, and one name only', async () => {
    const id = await pledge(where, { recipients: [{ party: region('202'), share: '75' }, { party: country('NP'), share: '25' }] });
    expect((await found(id)).recipients).toMatchObject([{ region_m49: '202', country_iso2: null, ref: '202', name: 'Sub-Saharan Africa', share: '75' }, { ref: 'NP', share: '25' }]);
    expect(await pledgeAs(await desk(), where, terms({ recipients: [{ party: region('202'), share: '50' }, { party: region('202'), share: '50' }] }))).toMatchObject({ problems: [{ code: 'financing:problems.recipient_twice' }] });
    await expect(raw(sql`insert into pledge_recipients (pledge_id, position, country_iso2, region_m49, share) values (${await pledge(where)}, 1, 'KE', '202', 100)`)).rejects.toMatchObject({ constraint_name: 'pledge_recipients_party' });
  });

  it('counts for the region that it lies in', async () => {
    await pledge(where, { amount: '100', recipients: [{ party: region('014'), share: '60' }, { party: country('NP'), share: '40' }] });
    await pledge(where, { amount: '7', recipients: [{ party: region('001'), share: '100' }] });
    const { regions } = await financingTotals(anyone, view);
    expect(Object.fromEntries(regions.map(({ key, money }) => [key, money.total.announced]))).toEqual({ '002': '60', 142: '40', '': '7' });
  });
});

describe('the classification of a confirmed pledge', () => {
  it('is put right by who speaks for it, with a trail, and never over somebody else’s change', async () => {
    const focal = await holder('focal_point', today, { organisation_id: where.provider_organisation_id });
    const { id } = valueOf(await pledgeAs(focal, where, terms({ sectors: [sector('11220', '100')], aid_type: 'C01' })));
    const classify = async (version: number, form: Parameters<typeof classifyPledge>[3]) => classifyPledge(permit(pledgePolicy.classify, focal, await pledgeRef(id)), { now: today }, version, form);
    await expect(classify(1, {})).rejects.toThrow(Forbidden);
    valueOf(await confirmPledge(permit(pledgePolicy.confirm, await desk(), await pledgeRef(id)), { now: today }));
    expect(await classify(1, {})).toMatchObject({ problems: [{ code: 'form:problems.changed_meanwhile' }] });
    expect(await classify(2, { sectors: [sector('11220', '50')] })).toMatchObject({ problems: [{ field: 'sectors', code: 'financing:problems.sectors_not_100' }] });
    valueOf(await classify(2, { sectors: [sector('11220', '100')], aid_type: 'B04', markers: [{ marker: '1', significance: '1' }] }));
    expect(await found(id)).toMatchObject({ version: 3, confirmed_on: '2026-03-01', aid_type: 'B04', ladder: { announced: '1000' }, sectors: [{ code: '11220' }], markers: [{ marker: '1' }] });
    const [act] = (await historyFor(pledgePolicy.history, focal, await pledgeRef(id), 'pledges', pledgeTrail)) ?? [];
    expect([act?.rule, act?.actor_name]).toEqual(['pledge:classify', focal.name]);
    // Sectors were said again as they stood, so they are no change.
    expect(act?.changes.map(({ field, before, after }) => [field, before, after])).toEqual([['pledges.aid_type', 'C01', 'B04'], ['pledge_markers.marker', null, '1'], ['pledge_markers.significance', null, '1']]);
    const other = await holder('focal_point', today, { organisation_id: await place('organisation', 'Another') });
    const subject = await pledgeRef(id);
    expect(() => permit(pledgePolicy.classify, other, subject)).toThrow(Forbidden);
    await expect(updatePledge(permit(pledgePolicy.edit, focal, { ...subject, status: 'announced' }), { now: today }, 3, terms())).rejects.toThrow(Forbidden);
  });
});

describe('the life of a pledge', () => {
  it('is told with dates and reasons', async () => {
    const id = await pledge(where);
    valueOf(await confirmPledge(permit(pledgePolicy.confirm, await holder('secretariat_officer', today, { coalition_id: where.coalition_id }), await pledgeRef(id)), { now: day('2026-01-20') }));
    valueOf(await record(id, '2', '300', { transaction_on: '2026-02-01' }));
    valueOf(await record(id, '3', '100', { transaction_on: '2026-02-10' }));
    valueOf(await reducePledge(permit(pledgePolicy.reduce, await desk(), await pledgeRef(id)), { now: day('2026-02-20') }, { amount: '600', reason: 'Budget cut' }));
    valueOf(await cancelPledge(permit(pledgePolicy.cancel, await desk(), await pledgeRef(id)), { now: day('2026-02-25') }, { reason: 'Programme closed' }));
    expect((await lifeOfPledge(anyone, await found(id), view)).map(({ what, on, amount, reason }) => [what, on, amount, reason])).toEqual([
      ['announced', '2026-01-15', '1000', undefined], ['confirmed', '2026-01-20', undefined, undefined], ['partly_committed', '2026-02-01', '300', undefined],
      ['first_paid', '2026-02-10', '100', undefined], ['reduced', '2026-02-20', '600', 'Budget cut'], ['cancelled', '2026-02-25', '100', 'Programme closed'],
    ]);
  });
});

describe('the list of pledges', () => {
  it('is narrowed by sector, aim, type of aid and recipient', async () => {
    const receiver = await place('organisation', 'Northlight Foundation');
    await pledge(where, { sectors: [sector('11220', '100')], markers: [{ marker: '1', significance: '2' }], aid_type: 'C01', recipients: [{ party: region('014'), share: '100' }] });
    await pledge(where, { sectors: [sector('112', '100', '2')], markers: [{ marker: '1', significance: '0' }], recipients: [{ party: { organisation_id: receiver, country_iso2: null }, share: '100' }] });
    await pledge(where, { sectors: [sector('112', '100', '99', '112')], recipients: [{ party: country('NP'), share: '100' }] });
    const count = async (query: string) => (await listPledges(anyone, readState(pledgeList, new URLSearchParams(query)), view)).total.count;
    const asked = ['sector=112', 'sector=11220', 'sector=nonsense', 'marker=1', 'aid_type=C01', 'recipient=region:014', 'recipient=region:202', `recipient=organisation:${receiver}`, 'recipient=country:NP', 'recipient=nobody', 'region=002', 'region=202', 'region=none', 'country=none'];
    expect(Object.fromEntries(await Promise.all(asked.map(async (query) => [query.replace(receiver, 'it'), await count(query)])))).toEqual({
      'sector=112': 2, 'sector=11220': 1, 'sector=nonsense': 0, 'marker=1': 1, 'aid_type=C01': 1, 'recipient=region:014': 1, 'recipient=region:202': 0, 'recipient=organisation:it': 1, 'recipient=country:NP': 1, 'recipient=nobody': 0,
      'region=002': 1, 'region=202': 1, 'region=none': 1, 'country=none': 2,
    });
  });

  it('offers only what the reader can find in it', async () => {
    const receiver = await place('organisation', 'Northlight Foundation');
    const hidden = await place('organisation', 'Unseen Trust');
    await pledge(where, { announced_on: '2025-06-01', recipients: [{ party: { organisation_id: receiver, country_iso2: null }, share: '60' }, { party: region('202'), share: '30' }, { party: country('NP'), share: '10' }] });
    await pledge({ ...where, provider_organisation_id: hidden }, { visibility: 'private', announced_on: '2024-06-01', recipients: [{ party: { organisation_id: hidden, country_iso2: null }, share: '100' }] });
    const { providers, receivers, years } = await pledgeListChoices(anyone, view);
    expect([providers.map(({ label }) => label), receivers.map(({ label }) => label), years]).toEqual([['Meridian Development Bank'], ['Northlight Foundation', 'Sub-Saharan Africa'], ['2025']]);
  });
});
