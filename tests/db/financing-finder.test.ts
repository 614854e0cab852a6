import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { searchLinks, searchLinksDaily } from '#app/financing/links/finder.server';
import { decideLink, declineLink } from '#app/financing/links/operations.server';
import { linkDesk, linkPolicy } from '#app/financing/links/policy';
import { reducePledge } from '#app/financing/pledges/operations.server';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { database } from '#app/platform/database.server';
import { desk, give, openWorld, otherDesk, person, place, valueOf } from './accounts-world';
import { bank, day, linkRef, pledge, pledgeRef, today, type Place } from './financing-world';

let world: Awaited<ReturnType<typeof openWorld>>;
let where: Place;
let officer: PersonActor;
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  await world.truncate();
  where = await bank();
  officer = await desk();
});
afterAll(() => world.close());

const kenya = { organisation_id: null, country_iso2: 'KE' };
const nepal = { organisation_id: null, country_iso2: 'NP' };
const all = (...parties: readonly (typeof kenya)[]) => parties.map((party) => ({ party, share: String(100 / parties.length) }));
const search = async () => valueOf(await searchLinks(permit(linkPolicy.search, officer, linkDesk), { now: today })).found;
const found = () => database().selectFrom('funding_links').select(['pledge_id', 'counted_in_id', 'kind', sql<string>`trim_scale(amount)::text`.as('amount'), 'state', 'reasons']).orderBy('proposed_at').orderBy('pledge_id').execute();

describe('FL-8: the finder', () => {
  it('proposes the later of two announcements of one provider for common recipients, of nearly the same amount, within 180 days', async () => {
    const first = await pledge(where, { amount: '1000', announced_on: '2025-09-01', recipients: all(kenya, nepal) });
    const later = await pledge(where, { amount: '1004', announced_on: '2025-09-13', recipients: all(kenya) });
    const others = [
      { amount: '1011', announced_on: '2025-09-01', recipients: all(kenya) },
      { amount: '1000', announced_on: '2025-09-01', currency: 'EUR', recipients: all(kenya) }, { amount: '1000', announced_on: '2025-09-01' }, { amount: '1000', kind: 'guarantee', announced_on: '2025-09-01', recipients: all(kenya) },
    ] as const;
    for (const other of others) await pledge(where, other);
    await pledge({ ...where, provider_organisation_id: await place('organisation', 'Another bank') }, { amount: '1000', announced_on: '2025-09-01', recipients: all(kenya) });
    expect(await search()).toBe(1);
    expect(await found()).toEqual([{ pledge_id: later, counted_in_id: first, kind: 'same_money', amount: '1000', state: 'proposed', reasons: { because: ['common_recipients', 'same_provider'], off: 0.004, days: 12 } }]);
    expect(await search()).toBe(0);
  });

  it('looks every day too, and writes to each of those who decide once of what is new', async () => {
    await pledge(where, { amount: '1000', announced_on: '2025-09-01' });
    await pledge(where, { amount: '1004', announced_on: '2025-09-13' });
    const named = async (name: string, coalition_id: string) => {
      const id = await person(name, day('2026-01-01'), { mail: `${name}@desk.example` });
      await give(id, 'secretariat_officer', day('2026-01-01'), { coalition_id });
      return id;
    };
    const here = [await named('one', where.coalition_id), await named('two', where.coalition_id)];
    await named('elsewhere', await place('coalition', 'another'));
    const letters = () => database().selectFrom('outbox_mails').select(['person_id', sql<string>`props #>> '{}'`.as('said')]).where('idempotency_key', 'like', 'funding_links:%').orderBy('person_id').execute();
    await searchLinksDaily(today);
    const told = await letters();
    expect(told.map(({ person_id }) => person_id)).toEqual(here.toSorted());
    expect(told[0]?.said).toContain('New pairs for you to decide about: 1.');
    await searchLinksDaily(day('2026-03-04'));
    expect((await letters()).length).toBe(2);
  });

  it('counts days and the last hundredth, and finds the same from either side', async () => {
    const first = await pledge(where, { amount: '990', announced_on: '2025-08-01' });
    const edge = await pledge(where, { amount: '1000', announced_on: '2026-01-28' });
    await pledge(where, { amount: '999.99', announced_on: '2026-01-29' });
    expect(await search()).toBe(2);
    expect((await found()).map(({ pledge_id, counted_in_id }) => [pledge_id, counted_in_id])).toContainEqual([edge, first]);
  });

  it('sees what one passes on that another gave it: A to B, B to C, by the part that B received', async () => {
    const organisation_id = await place('organisation', 'The one between');
    const onward = await pledge({ ...where, provider_organisation_id: organisation_id }, { amount: '502', announced_on: '2026-01-02', recipients: all(kenya) });
    const source = await pledge(where, { amount: '1000', announced_on: '2026-01-20', recipients: [{ party: { organisation_id, country_iso2: null }, share: '50' }, { party: nepal, share: '50' }] });
    expect(await search()).toBe(1);
    expect(await found()).toEqual([{ pledge_id: onward, counted_in_id: source, kind: 'passes_through', amount: '502', state: 'proposed', reasons: { because: ['passed_on'], off: 0.004, days: 18 } }]);
  });

  it('sees the same IATI identifier, whoever announced it and in which currency', async () => {
    const first = await pledge(where, { amount: '1000', announced_on: '2024-01-15', iati_identifier: 'XM-1' });
    const later = await pledge({ ...where, provider_organisation_id: await place('organisation', 'Another bank') }, { amount: '700', currency: 'EUR', iati_identifier: 'XM-1' });
    expect(await search()).toBe(1);
    expect(await found()).toMatchObject([{ pledge_id: later, counted_in_id: first, amount: '700', reasons: { because: ['same_iati'] } }]);
  });

  it('does not propose again what was declined, unless one of the two changed its amount; nor what is decided', async () => {
    const first = await pledge(where, { announced_on: '2026-01-01' });
    await pledge(where, { announced_on: '2026-01-02' });
    await search();
    const id = (await database().selectFrom('funding_links').select('id').executeTakeFirstOrThrow()).id;
    valueOf(await declineLink(permit(linkPolicy.decline, officer, await linkRef(id)), { now: today }, 1, { reason: 'Two schools' }));
    expect(await search()).toBe(0);
    valueOf(await reducePledge(permit(pledgePolicy.reduce, officer, await pledgeRef(first)), { now: today }, { amount: '999', reason: 'Less' }));
    expect(await search()).toBe(1);
    const again = await database().selectFrom('funding_links').select(['id', sql<string>`trim_scale(amount)::text`.as('amount')]).where('state', '=', 'proposed').executeTakeFirstOrThrow();
    expect(again.amount).toBe('999');
    valueOf(await decideLink(permit(linkPolicy.decide, await otherDesk(), await linkRef(again.id)), { now: today }, 1, { kind: 'same_money', amount: '999', reason: 'Yes' }));
    expect(await search()).toBe(0);
  });

  it('reads 20,000 pledges of one size without comparing each with each', { timeout: 200_000 }, async () => {
    const owner = postgres(world.ownerUrl, { max: 1 });
    await owner.unsafe('alter table pledges disable trigger user; alter table pledge_recipients disable trigger user');
    await owner`insert into pledges (id, ref, coalition_id, provider_organisation_id, title, amount, currency, announced_on, iati_identifier)
      select gen_random_uuid(), 'PLG-2000-' || n, ${where.coalition_id}, ${where.provider_organisation_id}, 'Pledge', case when n % 2 = 0 then 1000 else 1000 + n end, 'USD', date '2020-01-01' + (n % 1900), 'XM-' || n / 2
      from generate_series(1, 20000) n`;
    await owner`insert into pledge_recipients (pledge_id, position, country_iso2, share) select id, 1, 'KE', 100 from pledges`;
    await owner.unsafe('alter table pledges enable trigger user; alter table pledge_recipients enable trigger user');
    await owner.end();
    const read = async () => Number((await sql<{ rows: string }>`select sum(seq_tup_read) as rows from pg_stat_user_tables where relname in ('pledges', 'pledge_recipients')`.execute(database())).rows[0]?.rows);
    const before = await read();
    expect(await search()).toBe(500);
    // A few passes over the pledges; each with each would read four hundred million rows.
    await expect.poll(async () => (await read()) - before, { timeout: 20_000 }).toBeGreaterThan(19_999);
    expect((await read()) - before).toBeLessThan(20 * 20_000);
  });
});
