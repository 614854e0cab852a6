import { sql, type RawBuilder } from 'kysely';
import { holds, isOfPlatform, secretariat, spokenFor, type Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { readParty } from '#app/financing/pledges/model';
import { pledgesVisibleTo } from '#app/financing/pledges/visible.server';
import type { ListState } from '#app/table/state';
import type { ReceiptFilter, ReceiptSide, ReceiptSort } from './list';
import { receiverCountry, receiverOrganisation, standing } from './payments.server';

export type ReceiptState = ListState<ReceiptFilter, ReceiptSort>;

const parties = (values: readonly string[], organisation: RawBuilder<unknown>, country: RawBuilder<unknown>): RawBuilder<unknown> => {
  const read = values.flatMap((value) => readParty(value) ?? []);
  return sql`(${organisation} = any(${read.flatMap((one) => one.organisation_id ?? [])}::uuid[]) or ${country} = any(${read.flatMap((one) => one.country_iso2 ?? [])}::text[]))`;
};
const conditions: Readonly<Record<ReceiptFilter, (values: readonly string[]) => RawBuilder<unknown>>> = {
  state: (values) => sql`coalesce(rc.state, 'unpaired') = any(${values}::text[])`,
  year: (values) => sql`extract(year from t.transaction_on)::text = any(${values}::text[])`,
  provider: (values) => parties(values, sql`p.provider_organisation_id`, sql`p.provider_country_iso2`),
  receiver: (values) => parties(values, receiverOrganisation, receiverCountry),
  currency: (values) => sql`t.currency = any(${values}::text[])`,
  pledge: (values) => sql`p.ref = any(${values}::text[])`,
};

/** Payments on one side of which the viewer stands: what was reported about them, what they reported; or, for the secretariat, everybody's. */
export function sideOf(viewer: Actor, side: ReceiptSide): RawBuilder<unknown> {
  const { organisations, countries } = spokenFor(viewer);
  const of = (organisation: RawBuilder<unknown>, country: RawBuilder<unknown>) => sql`(${organisation} = any(${organisations}::uuid[]) or ${country} = any(${countries}::text[]))`;
  switch (side) {
    case 'receiver': return of(receiverOrganisation, receiverCountry);
    case 'provider': return of(sql`p.provider_organisation_id`, sql`p.provider_country_iso2`);
    case 'others': return servesCoalition(viewer);
  }
}

function servesCoalition(viewer: Actor): RawBuilder<unknown> {
  if (holds(viewer, secretariat)) return sql`true`;
  const coalitions = viewer.kind === 'person' ? viewer.roles.flatMap((held) => (secretariat.some((one) => one === held.role) && !isOfPlatform(held) ? (held.coalition_id ?? []) : [])) : [];
  return sql`p.coalition_id = any(${coalitions}::uuid[])`;
}

export const conditionOf = (viewer: Actor, filters: ReceiptState['filters'], view: View, side?: ReceiptSide): RawBuilder<unknown> => {
  const set = Object.entries(filters) as [ReceiptFilter, readonly string[]][];
  return sql.join([standing, pledgesVisibleTo(viewer, view), ...(side === undefined ? [] : [sideOf(viewer, side)]), ...set.map(([filter, values]) => conditions[filter](values))], sql` and `);
};
