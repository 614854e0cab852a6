import { sql } from 'kysely';
import type { Party, PledgeStatus } from '#app/financing/pledges/model';
import type { Reader } from '#app/platform/database.server';
import { rungOf, type Verification } from '#app/records/verification/model';
import type { MoneyRef } from './model';

interface Found extends Omit<MoneyRef, 'verification'> {
  readonly status: PledgeStatus;
  readonly rungs: readonly Verification[];
  readonly receivers: readonly Party[];
}

/** The figures of a pledge, or one of its transactions, as permissions look at it. In an operation the pledge is locked before. */
export async function moneyRefOf(db: Reader, pledge_id: string, transaction_id: string | null = null): Promise<MoneyRef> {
  const which = sql`t.pledge_id = p.id and ${transaction_id === null ? sql`t.type_code in ('2', '3')` : sql`t.id = ${transaction_id}`}`;
  const found = await sql<Found>`
    select p.id, p.status, p.recorded_by, p.coalition_id, p.provider_organisation_id, p.provider_country_iso2, ${transaction_id}::uuid as transaction_id,
      array(select distinct t.recorded_by from transactions t where ${which} and t.recorded_by is not null) as recorders,
      array(select distinct transaction_rung(t.id, t.verification) from transactions t where ${which}) as rungs,
      (select coalesce(json_agg(distinct jsonb_build_object('organisation_id', x.organisation_id, 'country_iso2', x.country_iso2)), '[]') from (
        select t.receiver_organisation_id as organisation_id, t.receiver_country_iso2 as country_iso2 from transactions t where ${which} and num_nonnulls(t.receiver_organisation_id, t.receiver_country_iso2) > 0
        union select r.organisation_id, r.country_iso2 from pledge_recipients r where r.pledge_id = p.id) x) as receivers
    from pledges p where p.id = ${pledge_id}`.execute(db);
  const [row] = found.rows;
  if (row === undefined) throw new Error(`no pledge ${pledge_id}`);
  const { rungs, ...rest } = row;
  return { ...rest, recorders: transaction_id === null ? [...rest.recorders, rest.recorded_by] : rest.recorders, verification: rungOf(rungs) ?? null };
}
