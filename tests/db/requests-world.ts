import type { Actor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import type { Result } from '#app/access/result';
import type { OfferForm } from '#app/countries/offers/input.server';
import { lockOffer } from '#app/countries/offers/lock.server';
import { acceptOffer, declineOffer, makeOffer, withdrawOffer } from '#app/countries/offers/operations.server';
import { offerPolicy, type OfferRef, type Provider } from '#app/countries/offers/policy';
import { placeOfCountry, type KnownPlace } from '#app/countries/place.server';
import type { RequestForm } from '#app/countries/requests/input.server';
import { lockRequest } from '#app/countries/requests/lock.server';
import { takesOffers } from '#app/countries/requests/model';
import { publishRequest, writeRequest } from '#app/countries/requests/operations.server';
import { requestPolicy, type RequestRef } from '#app/countries/requests/policy';
import { admitMember } from '#app/members/memberships/operations.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { openCommitments, type CommitmentsWorld } from './commitments-world';
import { published } from './frameworks-world';
import { story, valueOf } from './accounts-world';

/** The world of commitments with the six pillars, and the organisations as members: for what countries ask and members offer. */
export interface RequestsWorld extends CommitmentsWorld {
  readonly pillar: string;
}

const inAll = (text: string) => ({ en: text, fr: text, es: text, ar: text, ru: text, zh: text });

export async function openRequests(now?: Date): Promise<RequestsWorld> {
  const world = await openCommitments(now);
  const pillars = await published(world.now, 'SIX-PILLARS', [{ code: 'SP1', kind: 'pillar', title: inAll('Coordination'), text: inAll('Text'), children: [] }]);
  const pillar = await database().selectFrom('framework_nodes').select('id').where('version_id', '=', pillars).executeTakeFirstOrThrow();
  for (const organisation_id of [world.organisation, world.other]) {
    const granted = permit(membershipPolicy.admit, story, { organisation_id, coalition_id: world.coalition, coalition_ids: [world.coalition] });
    valueOf(await admitMember(granted, { now: world.now }, { category: 'full', joined_on: dayOf(world.now) }));
  }
  return { ...world, pillar: pillar.id };
}

export const need = (world: RequestsWorld, more: Partial<RequestForm> = {}): RequestForm => ({
  title: 'Solar power for 60 schools', need: 'Sixty connected schools have no power in the afternoon.', language: 'en', pillar: world.pillar, nodes: world.nodes.slice(1, 2),
  beneficiaries: ['rural_remote'], amount: '1800000', currency: 'USD', amount_missing: null, deadline_on: '2026-12-31', ...more,
});
export const gift = (more: Partial<OfferForm> = {}): OfferForm => ({
  title: 'Panels and batteries', body: 'For sixty schools, with the training of those who keep them.', language: 'en', kind: 'in_kind', amount: '900000', currency: 'USD',
  amount_missing: null, deadline_on: null, pillar: null, nodes: [], countries: [], ...more,
});

export async function kenya(): Promise<KnownPlace> {
  const place = await placeOfCountry('KE');
  if (place === undefined) throw new Error('there is no coalition');
  return place;
}

export const write = async (world: RequestsWorld, more: Partial<RequestForm> = {}, actor: Actor = world.coordinator) =>
  writeRequest(permit(requestPolicy.write, actor, await kenya()), { now: world.now }, need(world, more));

export async function requestRef(id: string): Promise<RequestRef & { version: number; deadline_on: string; ref: string }> {
  const row = await database().transaction().execute((tx) => lockRequest(tx, id));
  if (row === undefined) throw new Error('there is no such request');
  return row;
}

/** A request that everybody reads. */
export async function asked(world: RequestsWorld, more: Partial<RequestForm> = {}): Promise<string> {
  const { id } = valueOf(await write(world, more));
  valueOf(await publishRequest(permit(requestPolicy.publish, world.coordinator, await requestRef(id)), { now: world.now }));
  return id;
}

export const by = (organisation_id: string): Provider => ({ provider_organisation_id: organisation_id, provider_country_iso2: null });

/** An offer, on a request or open. */
export async function offer(world: RequestsWorld, request: string | null, { actor = world.focal, provider = by(world.organisation), form = {}, now = world.now }: { actor?: Actor; provider?: Provider; form?: Partial<OfferForm>; now?: Date } = {}): Promise<Result<{ id: string; ref: string }>> {
  const row = request === null ? null : await requestRef(request);
  const about = row === null ? null : { id: row.id, country_iso2: row.country_iso2, open: takesOffers(row.state, row.deadline_on, dayOf(now)) };
  return makeOffer(permit(offerPolicy.make, actor, { ...provider, request: about }), { now }, gift(form));
}

export const offerRef = (id: string): Promise<OfferRef & { ref: string }> => database().transaction().execute((tx) => lockOffer(tx, id));

export const accept = async (world: RequestsWorld, id: string, actor: Actor = world.coordinator, now = world.now) =>
  acceptOffer(permit(offerPolicy.accept, actor, { ...(await offerRef(id)), place: await kenya() }), { now });
export const decline = async (world: RequestsWorld, id: string, actor: Actor = world.coordinator) =>
  declineOffer(permit(offerPolicy.decline, actor, { ...(await offerRef(id)), place: await kenya() }), { now: world.now }, { reason: 'The schools were chosen already.' });
export const takeBack = async (world: RequestsWorld, id: string, actor: Actor = world.focal) => withdrawOffer(permit(offerPolicy.withdraw, actor, await offerRef(id)), { now: world.now });
