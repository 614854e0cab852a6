import { sql } from 'kysely';
import type { Tx } from '#app/platform/database.server';
import type { ProviderRef } from '#app/financing/pledges/policy';
import type { LinkGround, LinkKind, LinkState } from './model';
import type { LinkRef } from './policy';

/** One of the two pledges of a link, as it stands under the lock. */
export interface LockedSide extends ProviderRef {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly currency: string;
  readonly stands: string;
}

export interface LockedPair {
  readonly pledge: LockedSide;
  readonly counted_in: LockedSide;
  readonly ground: LinkGround;
}

/** Both pledges, locked in the order of their ids after the one lock of all links: what is decided about money runs one after the other. */
export async function lockPair(tx: Tx, pledgeId: string, countedInId: string, linkId: string | null = null): Promise<LockedPair> {
  await sql`select lock_funding_links(${pledgeId}, ${countedInId})`.execute(tx);
  const found = await sql<LockedSide & { readonly kind: string; readonly exponent: number }>`
    select p.id, p.ref, p.title, p.coalition_id, p.provider_organisation_id, p.provider_country_iso2, p.currency, p.kind, k.exponent, trim_scale(pledge_stands(p.id))::text as stands
    from pledges p join currencies k on k.code = p.currency where p.id in (${pledgeId}, ${countedInId})`.execute(tx);
  const [pledge, counted_in] = [pledgeId, countedInId].map((id) => found.rows.find((row) => row.id === id));
  if (pledge === undefined || counted_in === undefined) throw new Error('a link is between two pledges');
  const others = await sql<{ linked: string; closes: boolean }>`
    with recursive reached as (
      select ${countedInId}::uuid as id
      union
      select l.counted_in_id from funding_links l join reached r on l.pledge_id = r.id where l.state = 'decided'
    )
    select trim_scale(coalesce((select sum(amount) from funding_links where pledge_id = ${pledgeId} and state = 'decided' and id is distinct from ${linkId}::uuid), 0))::text as linked,
      exists (select from reached where id = ${pledgeId}) as closes`.execute(tx);
  const { linked = '0', closes = false } = others.rows[0] ?? {};
  const apart = (pledge.kind === 'guarantee') !== (counted_in.kind === 'guarantee');
  return { pledge, counted_in, ground: { exponent: pledge.exponent, currency: pledge.currency, stands: pledge.stands, linked, closes, apart } };
}

export interface LockedLink extends LockedPair {
  readonly id: string;
  readonly state: LinkState;
  readonly proposed_by: string | null;
  readonly kind: LinkKind;
  readonly amount: string;
  readonly version: number;
}

/** A link and its two pledges, locked until the transaction ends. */
export async function lockLink(tx: Tx, { id, pledge, counted_in }: LinkRef): Promise<LockedLink> {
  const pair = await lockPair(tx, pledge.id, counted_in.id, id);
  const row = await tx.selectFrom('funding_links').select(['id', 'kind', 'amount', 'state', 'proposed_by', 'version']).where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  return { ...row, ...pair, kind: row.kind as LinkKind, state: row.state as LinkState };
}
