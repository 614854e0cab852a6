import { permit } from '#app/access/permit';
import { searchLinks } from '#app/financing/links/finder.server';
import type { LinkKind } from '#app/financing/links/model';
import { decideLink, declineLink, objectToLink, proposeLink } from '#app/financing/links/operations.server';
import { linkDesk, linkPolicy } from '#app/financing/links/policy';
import { findLink, type LinkRow } from '#app/financing/links/queries.server';
import { createPledge } from '#app/financing/pledges/operations.server';
import { pledgePolicy, type PledgePlace } from '#app/financing/pledges/policy';
import type { Party } from '#app/financing/pledges/model';
import { database } from '#app/platform/database.server';
import type { Cast, Player } from './people.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

interface Telling {
  readonly player: Player;
  readonly title: string;
  readonly amount: string;
  readonly days: number;
  readonly to: Party;
  readonly iati?: string;
}

const country = (iso2: string): Party => ({ country_iso2: iso2, organisation_id: null });
const named = (player: Player): Party => ({ country_iso2: null, organisation_id: player.organisation_id });

/** Money that is easily counted twice: one link of each kind that was decided, one that was declined, one that waits. */
export async function linksIn(story: Story, cast: Cast): Promise<void> {
  const [fund, bank, agency] = cast.others.filter((player) => player.category === 'donor' || player.constituency === 'private');
  if (fund === undefined || bank === undefined || agency === undefined) throw new Error('the story needs three donors');
  const tell = (telling: Telling) => announce(story, cast, telling);
  const first = await tell({ player: fund, title: 'Devices for teachers, announced at the launch', amount: '1250000', days: 230, to: country('KE') });
  const again = await tell({ player: fund, title: 'Devices for teachers, announced at the assembly', amount: '1245000', days: 218, to: country('KE') });
  const source = await tell({ player: bank, title: 'Grant for school networks, through a partner', amount: '800000', days: 200, to: named(agency) });
  const onward = await tell({ player: agency, title: 'School networks, paid from a grant', amount: '800000', days: 180, to: country('SN') });
  const one = await tell({ player: bank, title: 'Learning content in national languages', amount: '400000', days: 170, to: country('RW') });
  const other = await tell({ player: bank, title: 'Training for content authors', amount: '400000', days: 160, to: country('RW') });
  await tell({ player: agency, title: 'Satellite links for remote schools', amount: '950000', days: 120, to: country('TD'), iati: 'XM-EXAMPLE-4711' });
  await tell({ player: fund, title: 'Remote schools by satellite', amount: '930000', days: 90, to: country('TD'), iati: 'XM-EXAMPLE-4711' });
  const matching = await tell({ player: agency, title: 'As much again as others commit to electricity for schools', amount: '500000', days: 110, to: country('UG') });
  const matched = await tell({ player: bank, title: 'Electricity for schools', amount: '700000', days: 140, to: country('UG') });

  const found = story.ago(80);
  await must(searchLinks(permit(linkPolicy.search, await as(cast.officer, found), linkDesk), at(found)));
  const decided = await decide(story, cast, await between(story, cast, again, first), 75, 'same_money', 'The provider’s own notes name one budget line for both announcements.');
  await decide(story, cast, await between(story, cast, onward, source), 74, 'passes_through', 'The partner pays this from the grant, as both write in their reports.');
  const declined = await between(story, cast, other, one);
  const day = story.ago(73);
  await must(declineLink(permit(linkPolicy.decline, await as(cast.lead, day), declined), at(day), declined.version, { reason: 'Two budget lines for two purposes, as the contracts show.' }));
  await decide(story, cast, await propose(story, cast, matching, matched, 'matches', '500000'), 70, 'matches', 'Given only as far as the other is committed, by its own terms.');
  await decide(story, cast, await propose(story, cast, one, other, 'co_funds', '400000'), 69, 'co_funds', 'Both pay for the same lessons, each with money of its own.');
  const said = story.ago(60);
  await must(objectToLink(permit(linkPolicy.object, await as(fund.focal_point, said), decided), at(said), { reason: 'A tenth of the second announcement is new money. We are sending the papers.' }));
}

async function announce(story: Story, cast: Cast, { player, title, amount, days, to, iati }: Telling): Promise<PledgePlace & { readonly id: string }> {
  const now = story.ago(days);
  const place = { coalition_id: cast.coalition_id, provider_organisation_id: player.organisation_id, provider_country_iso2: null, commitment_id: null };
  const { id } = await must(createPledge(permit(pledgePolicy.create, await as(player.focal_point, now), place), at(now), {
    title, kind: 'cash', amount, currency: 'USD', announced_on: story.dayAgo(days), new_money: 'unknown', visibility: 'public', recipients: [{ party: to, share: '100' }],
    starts_on: undefined, ends_on: undefined, valuation_method: undefined, valued_on: undefined, conditions: undefined, iati_identifier: iati,
  }));
  return { ...place, id };
}

async function between(story: Story, cast: Cast, less: { readonly id: string }, more: { readonly id: string }): Promise<LinkRow> {
  const { id } = await database().selectFrom('funding_links').select('id').where('pledge_id', '=', less.id).where('counted_in_id', '=', more.id).executeTakeFirstOrThrow();
  const link = await findLink(await as(cast.lead, story.ago(80)), id, { language: 'en', now: story.ago(80) });
  if (link === undefined) throw new Error('the secretariat sees every link of the story');
  return link;
}

async function propose(story: Story, cast: Cast, pledge: PledgePlace & { readonly id: string }, counted_in: PledgePlace & { readonly id: string }, kind: LinkKind, amount: string): Promise<LinkRow> {
  const now = story.ago(76);
  await must(proposeLink(permit(linkPolicy.propose, await as(cast.officer, now), { pledge, counted_in }), at(now), { kind, amount }));
  return between(story, cast, pledge, counted_in);
}

async function decide(story: Story, cast: Cast, link: LinkRow, days: number, kind: LinkKind, reason: string): Promise<LinkRow> {
  const now = story.ago(days, 15);
  await must(decideLink(permit(linkPolicy.decide, await as(cast.lead, now), link), at(now), link.version, { kind, amount: link.amount, reason }));
  return between(story, cast, link.pledge, link.counted_in);
}
