import { sql } from 'kysely';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { addEvidence } from '#app/commitments/operations.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { makeOffer, withdrawOffer } from '#app/countries/offers/operations.server';
import { offerPolicy } from '#app/countries/offers/policy';
import { placeOfCountry } from '#app/countries/place.server';
import { takesOffers } from '#app/countries/requests/model';
import { closeRequest, publishRequest, writeRequest } from '#app/countries/requests/operations.server';
import { requestPolicy } from '#app/countries/requests/policy';
import { checkEndorsement, publishEndorsement, withdrawEndorsement } from '#app/frameworks/endorsements/operations.server';
import { endorsementPolicy } from '#app/frameworks/endorsements/policy';
import { confirmAdherence, recordAdherence, revokeAdherence } from '#app/members/adherences/operations.server';
import { adherencePolicy } from '#app/members/adherences/policy';
import { findAdherence } from '#app/members/adherences/queries.server';
import { confirmApplication, sendApplication } from '#app/members/applications/operations.server';
import { applicationPolicy } from '#app/members/applications/policy';
import { dayOf } from '#app/platform/clock';
import { database, type Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { discontinuePlatform } from '#app/registries/platforms/operations.server';
import { platformPolicy } from '#app/registries/platforms/policy';
import { proposeGroup } from '#app/working-groups/operations.server';
import { groupPolicy } from '#app/working-groups/policy';
import { desk, holder, otherDesk, valueOf } from './accounts-world';
import { refOf } from './commitments-world';
import { record } from './financing-world';
import { clause, declare, endorsement, published, signed } from './frameworks-world';
import { broughtTo, describeIt, platformRef, type Registrars } from './platforms-world';
import { gift, need, offerRef, requestRef, type RequestsWorld } from './requests-world';
import { openVisibility, sides, type Coalition, type Side, type VisibilityWorld } from './visibility-world';
import { charter } from './working-groups-world';

/** What has no visibility of its own, but states before it is out or after it is over; and what hangs on records that have one. */
export const stateKinds = ['request', 'offer', 'endorsement', 'adherence', 'group', 'recommendation', 'application', 'evidence', 'transaction', 'platform'] as const;
export type StateKind = (typeof stateKinds)[number];

export interface Stated {
  readonly kind: StateKind;
  readonly side: Side;
  /** Of the record, or the visibility of that which it hangs on. */
  readonly state: string;
  /** As its lists and files name it. */
  readonly ref: string;
  /** Where it opens by its id. */
  readonly id?: string;
}
export interface StatesWorld extends VisibilityWorld {
  readonly stated: readonly Stated[];
  readonly texts: readonly string[];
}
type Found = readonly Omit<Stated, 'side'>[];

export async function openStates(): Promise<StatesWorld> {
  const world = await openVisibility();
  const asking = { ...world.commitments, pillar: await sixPillars(world) };
  const texts = { declared: await text(world, 'TEXT-A'), published: await text(world, 'TEXT-B'), withdrawn: await text(world, 'TEXT-C') };
  const stated: Stated[] = [];
  for (const side of sides) {
    const coalition = world.coalitions[side];
    const made: Found[] = [
      await exchange(asking, coalition), await endorsements(texts, coalition, world), await adherences(coalition, world), await group(coalition, world),
      [await application(coalition, world)], await hanging(world, side), await platforms(coalition, world),
    ];
    stated.push(...made.flat().map((one) => ({ ...one, side })));
  }
  return { ...world, stated, texts: Object.keys(texts).map((_, at) => `TEXT-${'ABC'[at] ?? ''}`) };
}

const inAll = (words: string) => ({ en: words, fr: words, es: words, ar: words, ru: words, zh: words });
async function sixPillars({ commitments: { now } }: VisibilityWorld): Promise<string> {
  const version = await published(now, 'SIX-PILLARS', [{ code: 'SP1', kind: 'pillar', title: inAll('Coordination'), text: inAll('Text'), children: [] }]);
  return (await database().selectFrom('framework_nodes').select('id').where('version_id', '=', version).executeTakeFirstOrThrow()).id;
}
const text = ({ commitments: { now } }: VisibilityWorld, code: string): Promise<string> => published(now, code, [clause('1')]);

/** As the story, where the forms know no such state. */
const told = (work: (tx: Tx) => Promise<unknown>) => database().transaction().execute(async (tx) => {
  await sql`select set_config('concord.actor', '{"kind":"system","name":"demo"}', true)`.execute(tx);
  await work(tx);
});

/** A request in each state, and an offer on each that takes one: one that stands, one that was taken back, one to everybody. */
async function exchange(world: RequestsWorld, { country, organisation }: Coalition): Promise<Found> {
  const now = world.now;
  const place = await placeOfCountry(country);
  if (place === undefined) throw new Error('no place');
  const coordinator = await holder('country_coordinator', now, { country_iso2: country });
  const speaker = await holder('focal_point', now, { organisation_id: organisation });
  const asked = async (state: string) => {
    const { id, ref } = valueOf(await writeRequest(permit(requestPolicy.write, coordinator, place), { now }, need(world, { title: `Sample ${state}` })));
    if (state !== 'draft') valueOf(await publishRequest(permit(requestPolicy.publish, coordinator, await requestRef(id)), { now }));
    if (state === 'closed') valueOf(await closeRequest(permit(requestPolicy.close, coordinator, await requestRef(id)), { now }, { reason: 'Done' }));
    return { kind: 'request' as const, state, ref, id };
  };
  const requests = [await asked('draft'), await asked('published'), await asked('closed')];
  const [, open] = requests;
  const offered = async (state: string, on: string | undefined) => {
    const row = on === undefined ? null : await requestRef(on);
    const about = row === null ? null : { id: row.id, country_iso2: row.country_iso2, open: takesOffers(row.state, row.deadline_on, dayOf(now)) };
    const granted = permit(offerPolicy.make, speaker, { provider_organisation_id: organisation, provider_country_iso2: null, request: about });
    const { id, ref } = valueOf(await makeOffer(granted, { now }, gift({ title: `Sample ${state}`, ...(on === undefined ? { pillar: world.pillar, countries: [country] } : {}) })));
    if (state === 'withdrawn') valueOf(await withdrawOffer(permit(offerPolicy.withdraw, speaker, await offerRef(id)), { now }));
    return { kind: 'offer' as const, state, ref };
  };
  return [...requests.map(({ kind, state, ref }) => ({ kind, state, ref })), await offered('offered', open?.id), await offered('withdrawn', open?.id), await offered('to all', undefined)];
}

async function endorsements(texts: Readonly<Record<'declared' | 'published' | 'withdrawn', string>>, { organisation, country }: Coalition, { commitments: { now } }: VisibilityWorld): Promise<Found> {
  const speaker = await holder('focal_point', now, { organisation_id: organisation });
  const coordinator = await holder('country_coordinator', now, { country_iso2: country });
  const form = signed({ endorsed_on: '2026-02-01' });
  const of = async (state: keyof typeof texts) => {
    const { ref } = valueOf(await declare(speaker, { organisation_id: organisation }, texts[state], now, form));
    if (state === 'declared') return { kind: 'endorsement' as const, state, ref };
    valueOf(await checkEndorsement(permit(endorsementPolicy.check, await desk(), await endorsement(ref)), { now }));
    valueOf(await publishEndorsement(permit(endorsementPolicy.publish, await otherDesk(), await endorsement(ref)), { now }));
    if (state === 'withdrawn') valueOf(await withdrawEndorsement(permit(endorsementPolicy.withdraw, speaker, await endorsement(ref)), { now }));
    return { kind: 'endorsement' as const, state, ref };
  };
  const { ref } = valueOf(await declare(coordinator, { country_iso2: country }, texts.declared, now, form));
  // Taken back before it was out: it never was.
  const unheard = valueOf(await declare(coordinator, { country_iso2: country }, texts.withdrawn, now, form)).ref;
  valueOf(await withdrawEndorsement(permit(endorsementPolicy.withdraw, coordinator, await endorsement(unheard)), { now }));
  return [await of('declared'), await of('published'), await of('withdrawn'), { kind: 'endorsement', state: 'declared by country', ref }, { kind: 'endorsement', state: 'taken back by country', ref: unheard }];
}

async function adherences({ id: coalition_id, organisation }: Coalition, { commitments }: VisibilityWorld): Promise<Found> {
  const { now } = commitments;
  const place = { organisation_id: organisation, coalition_id, above: [coalition_id, commitments.coalition] };
  const view = { language: 'en', now } as const;
  const of = async (state: string, instrument: string) => {
    const form = { instrument, signed_by: `Sample ${state}`, signed_on: '2026-02-01' };
    const { id } = valueOf(await recordAdherence(permit(adherencePolicy.record, await desk(), place), { now }, form, { title: 'Signed', url: 'https://sample.example/signed', file: null, language: null }));
    const read = async () => {
      const found = await findAdherence(await desk(), id, view);
      if (found === undefined) throw new Error('absent');
      return found;
    };
    if (state !== 'pending') valueOf(await confirmAdherence(permit(adherencePolicy.confirm, await otherDesk(), await read()), { now }));
    if (state === 'revoked') valueOf(await revokeAdherence(permit(adherencePolicy.revoke, await desk(), await read()), { now }, 'Not so'));
    return { kind: 'adherence' as const, state, ref: `${(await read()).member_ref} ${state}`, id };
  };
  return [await of('revoked', 'LEARNER-DATA'), await of('current', 'LEARNER-DATA'), await of('pending', 'CHARTER-7')];
}

/** A group that is only proposed; and a draft and a final recommendation of the group at work. */
async function group({ id: coalition_id, group: atWork }: Coalition, { commitments: { now } }: VisibilityWorld): Promise<Found> {
  const made = valueOf(await proposeGroup(permit(groupPolicy.propose, await desk(), { coalition_id }), { now }, { ...charter, starts_on: dayOf(now), texts: { en: { name: 'Sample proposed', mandate: null } } }, { chair: null, cochair: null, secretary: null }));
  const recommended = async (state: 'draft' | 'final') => {
    const ref = `REC-2026-${coalition_id.slice(-4)}${state}`;
    const text = { id: newId(), ref, working_group_id: atWork.id, title: `Sample ${state}`, text: 'Do it.', status: state === 'draft' ? 'draft' : 'final', final_on: state === 'draft' ? null : '2026-01-05' };
    await told((tx) => tx.insertInto('recommendations').values(text).execute());
    return { kind: 'recommendation' as const, state, ref };
  };
  const recommendations = [await recommended('draft'), await recommended('final')];
  return [{ kind: 'group', state: 'proposed', ref: made.ref }, { kind: 'group', state: 'active', ref: atWork.ref }, ...recommendations];
}

async function application({ id: coalition_id, country }: Coalition, { commitments: { now } }: VisibilityWorld): Promise<Omit<Stated, 'side'>> {
  const form = {
    coalition_id, category: 'full', name: `Sample applicant of ${country}`, short_name: null, type_code: '70', constituency: 'private', country_iso2: country, website: `https://applicant-${country.toLowerCase()}.test`, identifiers: [],
    contact_name: 'Amina Okello', contact_title: null, contact_mail: `amina@applicant-${country.toLowerCase()}.test`, language: 'en', statement: 'We connect schools.', publish_name: true,
  } as const;
  valueOf(await sendApplication(permit(applicationPolicy.send, anyone, { coalition_id }), { now }, form));
  const row = await database().selectFrom('membership_applications').select(['id', 'ref']).where('contact_mail', '=', form.contact_mail).executeTakeFirstOrThrow();
  valueOf(await confirmApplication(permit(applicationPolicy.answer, anyone, { id: row.id, status: 'unverified' }), { now }));
  return { kind: 'application', state: 'applied', ref: row.ref };
}

/** A platform in each state, and one whose next edition is under way. */
async function platforms({ country, organisation }: Coalition, { commitments: { now, reviewer } }: VisibilityWorld): Promise<Found> {
  const by: Registrars = { now, country, author: await holder('focal_point', now, { organisation_id: organisation }), coordinator: await holder('country_coordinator', now, { country_iso2: country }), reviewer, desk: await desk() };
  const made: Omit<Stated, 'side'>[] = [];
  for (const state of ['nominated', 'described', 'country_confirmed', 'expert_reviewed', 'published', 'discontinued', 'next'] as const) {
    const { id, ref } = await broughtTo(by, state === 'discontinued' || state === 'next' ? 'published' : state, { name: `Sample ${state}` });
    if (state === 'discontinued') valueOf(await discontinuePlatform(permit(platformPolicy.discontinue, by.coordinator, await platformRef(id)), { now }, { reason: 'It has ended.' }));
    // What is said in the next edition is found by nobody in lists, search and files, whoever asks.
    if (state === 'next') valueOf(await describeIt(now, id, by.author, { name: 'Unheard of' }));
    made.push({ kind: 'platform', state: state === 'next' ? 'published' : state, ref });
  }
  return made;
}

/** Evidence of every commitment, and a payment of every pledge of a side. */
async function hanging({ records, officers, commitments: { now } }: VisibilityWorld, side: Side): Promise<Found> {
  const made: Omit<Stated, 'side'>[] = [];
  for (const one of records.filter((known) => known.side === side)) {
    if (one.kind === 'commitment') {
      const { id } = valueOf(await addEvidence(permit(commitmentPolicy.addEvidence, officers[0], await refOf(one.ref)), { now }, { title: `Sample of ${one.shade}`, url: 'https://sample.example/evidence', file: null, language: 'en' }));
      made.push({ kind: 'evidence', state: one.shade, ref: `${one.ref} ${id}` });
    }
    if (one.kind === 'pledge') {
      const { id } = await database().selectFrom('pledges').select('id').where('ref', '=', one.ref).executeTakeFirstOrThrow();
      made.push({ kind: 'transaction', state: one.shade, ref: valueOf(await record(id, '2', '100')).id });
    }
  }
  return made;
}
