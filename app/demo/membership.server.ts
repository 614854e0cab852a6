import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { approveApplication } from '#app/accounts/admissions/operations.server';
import { lockApplication } from '#app/members/applications/lock.server';
import { askApplicant, confirmApplication, declineApplication, sendApplication } from '#app/members/applications/operations.server';
import type { ApplicationForm } from '#app/members/applications/model';
import { applicationPolicy } from '#app/members/applications/policy';
import { confirmAdherence, recordAdherence, revokeAdherence } from '#app/members/adherences/operations.server';
import { adherencePolicy } from '#app/members/adherences/policy';
import { changeCategory, suspendMembership } from '#app/members/memberships/operations.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { registerOrganisation } from '#app/members/organisations/operations.server';
import { organisationPolicy } from '#app/members/organisations/policy';
import { database } from '#app/platform/database.server';
import type { Cast, Player } from './people.server';
import { as, at, must, teller } from './stage.server';
import type { Story } from './story';

/** Who wants to join: some wait, one has been asked for more, one was declined. */
export async function applicationsIn(story: Story, cast: Cast): Promise<void> {
  await apply(story, cast, 6, { name: 'Coral Reef Learning Trust', constituency: 'civil_society', country_iso2: 'VU', website: 'https://coral-learning.example', contact_name: 'Moana Taufa', contact_mail: 'moana@coral-learning.example', type_code: '22' });
  const ministry = await apply(story, cast, 5, { name: 'Ministry of Education of Barbados', constituency: 'government', country_iso2: 'BB', website: 'https://education.gov.bb.example', contact_name: 'Marisol Castro', contact_mail: 'marisol@education.gov.bb.example', type_code: '10' });
  const now = story.ago(4, 11);
  await must(approveApplication(permit(applicationPolicy.approve, await as(cast.officer, now), await read(ministry)), at(now), { organisation_id: null, note: 'The permanent secretary confirmed it on the telephone.' }));
  const network = await apply(story, cast, 12, { name: 'Delta Teachers Online', constituency: 'teachers_union', country_iso2: 'EG', website: null, contact_name: 'Yusuf Mansour', contact_mail: 'delta.teachers@gmail.com.example', type_code: null });
  await must(askApplicant(permit(applicationPolicy.ask, await as(cast.officer, story.ago(10)), await read(network)), at(story.ago(10)), 'Which body registered you, and under which number?'));
  const shop = await apply(story, cast, 40, { name: 'Bright Screens Trading', constituency: 'private', country_iso2: 'IN', website: 'https://bright-screens.example', contact_name: 'Arjun Berg', contact_mail: 'sales@bright-screens.example', type_code: '70' });
  await must(declineApplication(permit(applicationPolicy.decline, await as(cast.lead, story.ago(35)), await read(shop)), at(story.ago(35)), 'The coalition admits companies that commit to the Declaration; yours asks for customers. You are welcome once you have endorsed it.'));
}

/** One member is suspended, adherences stand in each state, one pair waits to be decided. */
export async function standingIn(story: Story, cast: Cast): Promise<void> {
  const { coalition_id } = cast;
  const named = (name: string): Player => cast.others.find((one) => one.name === name) ?? missing(name);
  const officer = (now: Date) => as(cast.officer, now);
  const ref = (player: Player) => ({ coalition_id, organisation_id: player.organisation_id, above: [coalition_id] });
  const since = story.ago(20);
  await must(suspendMembership(permit(membershipPolicy.suspend, await officer(since), { ...ref(named('Paperless Press')), status: 'active' }), at(since), 'It has not answered for two cycles, and the secretariat could reach nobody.'));
  const change = story.ago(90);
  await must(changeCategory(permit(membershipPolicy.recategorise, await officer(change), { ...ref(named('Lakeside University')), status: 'active' }), at(change), 1, { category: 'associate', from: story.dayAgo(90) }));
  const signed: readonly (readonly [string, string, number, 'pending' | 'confirmed' | 'revoked'])[] = [
    ['Global Campaign for Safe Data', 'LEARNER-DATA', 200, 'confirmed'], ['Open Shelf Alliance', 'LEARNER-DATA', 690, 'confirmed'], ['Open Shelf Alliance', 'CHARTER-7', 300, 'confirmed'],
    ['Harbour Telecom Group', 'LEARNER-DATA', 900, 'confirmed'], ['Lantern Devices', 'LEARNER-DATA', 250, 'revoked'], ['Savanna Research Network', 'LEARNER-DATA', 6, 'pending'],
  ];
  for (const [name, instrument, ago, state] of signed) await adhere(story, cast, named(name), { instrument, ago, state });
  const noted = story.ago(15);
  await must(registerOrganisation(permit(organisationPolicy.register, teller, { register: true }), at(noted), { name: 'Mountain School Trust', short_name: null, type_code: '22', constituency: 'civil_society', country_iso2: 'NP', website: null, identifiers: [] }));
}

/** The member's own person records it, an officer confirms it, the lead may revoke it. */
async function adhere(story: Story, cast: Cast, player: Player, { instrument, ago, state }: { instrument: string; ago: number; state: 'pending' | 'confirmed' | 'revoked' }): Promise<void> {
  const subject = { coalition_id: cast.coalition_id, organisation_id: player.organisation_id, above: [cast.coalition_id] };
  const now = story.ago(ago);
  const paper = { title: 'The signed text', url: 'https://papers.example/signed.pdf', file: null, language: null };
  const { id } = await must(recordAdherence(permit(adherencePolicy.record, await as(player.focal_point, now), subject), at(now), { instrument, signed_by: 'Director General', signed_on: story.dayAgo(ago) }, paper));
  if (state === 'pending') return;
  const next = story.ago(ago - 2);
  const recorded = { id, ...subject, recorded_by: player.focal_point, confirmed: false, revoked: false };
  await must(confirmAdherence(permit(adherencePolicy.confirm, await as(cast.officer, next), recorded), at(next)));
  if (state === 'revoked') await must(revokeAdherence(permit(adherencePolicy.revoke, await as(cast.lead, story.ago(30)), { ...recorded, confirmed: true }), at(story.ago(30)), 'Its devices showed advertising to learners.'));
}

const missing = (name: string): never => {
  throw new Error(`nobody is called ${name}`);
};

type Asked = Pick<ApplicationForm, 'name' | 'constituency' | 'country_iso2' | 'website' | 'contact_name' | 'contact_mail' | 'type_code'>;

/** An application that was sent and confirmed on the same day. */
async function apply(story: Story, { coalition_id }: Cast, ago: number, form: Asked): Promise<string> {
  const now = story.ago(ago, 9);
  const said = { statement: `${form.name} works on access to learning in places that are hard to reach and wants to share what it has found.`, publish_name: false };
  await must(sendApplication(permit(applicationPolicy.send, anyone, { coalition_id }), at(now), { coalition_id, category: 'full', short_name: null, identifiers: [], contact_title: null, language: 'en', ...form, ...said }));
  const { id } = await database().selectFrom('membership_applications').select('id').where('contact_mail', '=', form.contact_mail).orderBy('id', 'desc').executeTakeFirstOrThrow();
  await must(confirmApplication(permit(applicationPolicy.answer, anyone, { id, status: 'unverified' }), at(story.ago(ago, 10))));
  return id;
}

const read = (id: string) => database().transaction().execute((tx) => lockApplication(tx, id));
