import { permit } from '#app/access/permit';
import type { Occasion } from '#app/access/transaction.server';
import { linkPassedOnIn } from '#app/financing/links/passed-on.server';
import { linkPolicy } from '#app/financing/links/policy';
import { takePledgesIn, type IncomingPledge } from '#app/financing/pledges/intake.server';
import type { Party } from '#app/financing/pledges/model';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { takeOrganisationsIn } from '#app/members/organisations/intake.server';
import { organisationPolicy } from '#app/members/organisations/policy';
import type { Tx } from '#app/platform/database.server';
import type { Outcomes } from '#app/records/sources/model';
import { identityOf } from './identity';
import type { FlowParty, FlowRow } from './rows';
import { keyed, portal, settled, type Destination, type Intake } from './taken';

/** Flows of a tracking service: pledges with what is committed or paid of them, and the links that the service itself says. */
export async function takeFlows(tx: Tx, occasion: Occasion, to: Destination, rows: readonly FlowRow[]): Promise<Intake> {
  if (to.coalition === null) throw new Error('pledges belong to a coalition');
  const named = await organisationsOf(tx, occasion, to, rows);
  const partyOf = (party: FlowParty): Party => ('country' in party ? { organisation_id: null, country_iso2: party.country } : { organisation_id: named.get(keyOf(party.organisation))?.id ?? null, country_iso2: null });
  const outcomes = await takePledgesIn(tx, permit(pledgePolicy.take, portal, { source: to.source }), occasion, to, to.coalition, rows.map((row) => pledge(row, partyOf)));
  await linkPassedOnIn(tx, permit(linkPolicy.take, portal, { source: to.source }), occasion, to.source);
  return settled(rows, outcomes);
}

function pledge(row: FlowRow, partyOf: (party: FlowParty) => Party): IncomingPledge {
  const { flow, stage, kind, title, description, reference, amount, currency, announced_on, starts_on, ends_on, countries, boundary, said, published_usd, published_rate, missing, provider, receiver } = row;
  const { source_key, content_hash } = keyed(row);
  return {
    source_key, content_hash, missing, stage, title, kind, amount, currency, announced_on, starts_on, ends_on, description, reference, country_iso2: countries[0] ?? null, provider: partyOf(provider),
    receiver: receiver === null ? null : partyOf(receiver), receiver_name: receiver === null || 'country' in receiver ? null : receiver.organisation,
    notes: { ...said, flow, boundary, published_usd, published_rate },
  };
}

const keyOf = (name: string): string => `organisation/${name}`;

/** Who gives and who receives, each once: one that no source of this portal has named yet is registered, as from any other file. */
function organisationsOf(tx: Tx, occasion: Occasion, to: Destination, rows: readonly FlowRow[]): Promise<Outcomes> {
  const types = new Map(rows.flatMap(({ provider, receiver }) => [provider, receiver].flatMap((party) => (party === null || 'country' in party ? [] : [[party.organisation, party.type] as const]))));
  return takeOrganisationsIn(tx, permit(organisationPolicy.register, portal, { register: true }), occasion, to, [...types].map(([name, type]) => ({
    source_key: keyOf(name), content_hash: identityOf(name), name, type_code: null, type_missing: type === null ? 'not-stated' : `unknown-code (${type})`, identifiers: [], notes: [], duplicates: [],
  })));
}
