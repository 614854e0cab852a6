import { permit } from '#app/access/permit';
import { acceptOffer, declineOffer, makeOffer, translateOffer, withdrawOffer } from '#app/countries/offers/operations.server';
import { offerPolicy, type OfferRef } from '#app/countries/offers/policy';
import { placeOfCountry, type KnownPlace } from '#app/countries/place.server';
import { closeRequest, publishRequest, translateRequest, writeRequest } from '#app/countries/requests/operations.server';
import { requestPolicy, type RequestRef } from '#app/countries/requests/policy';
import { pillarsCode } from '#app/countries/worth';
import { convertOffer } from '#app/financing/pledges/from-offer/operations.server';
import { conversionPolicy } from '#app/financing/pledges/from-offer/policy';
import { languages } from '#app/languages/language';
import { addDays, dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import type { Cast, Player } from './people.server';
import { asking, gifts, needs, standing, type Answered, type Asked, type GiftName } from './request-stories';
import { as, at, must } from './stage.server';
import type { Story } from './story';
import type { Texts } from './texts.server';

interface Scene {
  readonly story: Story;
  readonly cast: Cast;
  readonly texts: Texts;
  readonly pillars: ReadonlyMap<string, string>;
  /** Who writes and answers for a country: its coordinator, else the officer of the global secretariat. */
  readonly runner: (iso2: string) => string;
}

/** What countries ask for and members offer, each in a state of its life. */
export async function requestsIn(story: Story, cast: Cast, texts: Texts): Promise<void> {
  const nodes = await database().selectFrom('framework_nodes as n').innerJoin('framework_versions as v', 'v.id', 'n.version_id').innerJoin('frameworks as f', 'f.id', 'v.framework_id')
    .select(['n.id', 'n.code']).where('f.code', '=', pillarsCode).execute();
  const coordinators = await database().selectFrom('roles').select(['person_id', 'country_iso2']).where('role', '=', 'country_coordinator').execute();
  const runner = (iso2: string) => coordinators.find((one) => one.country_iso2 === iso2)?.person_id ?? cast.officer;
  const scene = { story, cast, texts, runner, pillars: new Map(nodes.map(({ id, code }) => [code, id])) };
  for (const [number, request] of asking.entries()) await ask(scene, request, number);
  for (const offer of standing) await stand(scene, offer);
}

const placeOf = async (iso2: string): Promise<KnownPlace> => {
  const place = await placeOfCountry(iso2);
  if (place === undefined) throw new Error('the demo world has no coalition');
  return place;
};

async function ask(scene: Scene, request: Asked, number: number): Promise<void> {
  const { story, runner, texts, pillars } = scene;
  const { pillar, line, groups, title, need } = needs[request.need];
  const place = await placeOf(request.iso2);
  const written = story.ago(request.ago, 9, number);
  const writer = await as(runner(request.iso2), written);
  const until = addDays(story.today, request.until);
  const node = texts.clauses.get(line);
  const { id } = await must(writeRequest(permit(requestPolicy.write, writer, place), at(written), {
    title: title.en, need: need.en, language: 'en', pillar: pillars.get(pillar) ?? '', nodes: node === undefined ? [] : [node], beneficiaries: [...groups], amount: request.amount,
    currency: request.amount === null ? null : 'USD', amount_missing: request.amount === null ? (request.need === 'reviewers' ? 'not_money' : 'not_costed') : null, deadline_on: until,
  }));
  const ref: RequestRef = { ...place, id, state: 'draft', waiting: 0 };
  for (const language of languages.filter((one) => one !== 'en')) {
    await must(translateRequest(permit(requestPolicy.translate, writer, ref), at(written), language, { title: title[language], need: need[language], origin: 'human' }));
  }
  if (request.then === 'draft') return;
  const published = story.ago(request.ago, 15, number);
  await must(publishRequest(permit(requestPolicy.publish, writer, ref), at(published)));
  for (const [at_, answer] of request.offers.entries()) await offer(scene, request, { id, place, answer, days: Math.max(1, request.ago - 8 - at_ * 5) });
  if (request.then === 'closed') await must(closeRequest(permit(requestPolicy.close, writer, { ...ref, state: 'published' }), at(story.ago(Math.max(1, -request.until - 2))), { reason: request.offers.length > 0 ? 'What was needed is pledged.' : 'The survey was paid for from the national budget.' }));
}

const providerOf = (player: Player) => ({ provider_organisation_id: player.organisation_id, provider_country_iso2: null });

async function offer({ story, cast, runner }: Scene, request: Asked, { id, place, answer, days }: { id: string; place: KnownPlace; answer: Answered; days: number }): Promise<void> {
  const player = cast.others[answer.from] ?? cast.others[0]!;
  const made = story.ago(days, 10);
  const author = await as(player.focal_point, made);
  const offered = await must(makeOffer(permit(offerPolicy.make, author, { ...providerOf(player), request: { id, country_iso2: request.iso2, open: true } }), at(made), formOf(answer.gift, answer.amount)));
  const ref: OfferRef = { id: offered.id, ...providerOf(player), state: 'offered', offered_by: player.focal_point, countries: [request.iso2] };
  await tell(ref, author, made, answer.gift);
  const decided = story.ago(Math.max(0, days - 6), 11);
  const judge = await as(runner(request.iso2), decided);
  if (answer.then === 'withdrawn') await must(withdrawOffer(permit(offerPolicy.withdraw, author, ref), at(decided)));
  if (answer.then === 'declined') await must(declineOffer(permit(offerPolicy.decline, judge, { ...ref, place }), at(decided), { reason: 'The grant would end before the equipment arrives.' }));
  if (answer.then === 'accepted' || answer.then === 'pledged') await must(acceptOffer(permit(offerPolicy.accept, judge, { ...ref, place }), at(decided)));
  if (answer.then !== 'pledged') return;
  const pledged = story.ago(Math.max(0, days - 12), 12);
  const convertible = { coalition_id: cast.coalition_id, ...providerOf(player), commitment_id: null, offer_id: offered.id, state: 'accepted' as const };
  await must(convertOffer(permit(conversionPolicy.convert, await as(player.focal_point, pledged), convertible), at(pledged), { amount: answer.amount ?? '1', currency: 'USD', new_money: 'yes' }));
}

async function stand({ story, cast, texts, pillars, runner }: Scene, { gift, from, pillar, line, countries, amount, ago, takenBy }: (typeof standing)[number]): Promise<void> {
  const player = cast.others[from] ?? cast.others[0]!;
  const made = story.ago(ago, 10);
  const author = await as(player.focal_point, made);
  const node = texts.clauses.get(line);
  const { id } = await must(makeOffer(permit(offerPolicy.make, author, { ...providerOf(player), request: null }), at(made), {
    ...formOf(gift, amount), pillar: pillars.get(pillar) ?? null, nodes: node === undefined ? [] : [node], countries: [...countries], deadline_on: addDays(dayOf(made), 400),
  }));
  const ref: OfferRef = { id, ...providerOf(player), state: 'offered', offered_by: player.focal_point, countries };
  await tell(ref, author, made, gift);
  if (takenBy === undefined) return;
  const taken = story.ago(ago - 20);
  await must(acceptOffer(permit(offerPolicy.accept, await as(runner(takenBy), taken), { ...ref, place: await placeOf(takenBy) }), at(taken)));
}

const formOf = (gift: GiftName, amount: string | null) => ({
  title: gifts[gift].title.en, body: gifts[gift].body.en, language: 'en' as const, kind: gifts[gift].kind, amount, currency: amount === null ? null : 'USD',
  amount_missing: amount === null ? ('to_be_agreed' as const) : null, deadline_on: null, pillar: null, nodes: [], countries: [],
});

async function tell(ref: OfferRef, author: Awaited<ReturnType<typeof as>>, now: Date, gift: GiftName): Promise<void> {
  for (const language of languages.filter((one) => one !== 'en')) {
    await must(translateOffer(permit(offerPolicy.translate, author, ref), at(now), language, { title: gifts[gift].title[language], body: gifts[gift].body[language], origin: 'human' }));
  }
}
