import type { RoleName } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { formCoalition, setCoalitionStatus } from '#app/coalitions/operations.server';
import { coalitionPolicy } from '#app/coalitions/policy';
import type { Language } from '#app/languages/language';
import { admitMember } from '#app/members/memberships/operations.server';
import { membershipPolicy } from '#app/members/memberships/policy';
import { registerOrganisation } from '#app/members/organisations/operations.server';
import { organisationPolicy } from '#app/members/organisations/policy';
import { addPerson } from '#app/members/people/operations.server';
import { peoplePolicy } from '#app/members/people/policy';
import { platform, type RoleScope } from '#app/members/people/roles/model';
import { grantRole } from '#app/members/people/roles/operations.server';
import { rolePolicy } from '#app/members/people/roles/policy';
import { familyNames, givenNames, ministries, others, type CastMember } from './cast';
import { at, must, teller } from './stage.server';
import { chapters, pick, type Story } from './story';

/** An organisation of the story with the person who speaks for it. */
export interface Player {
  readonly organisation_id: string;
  readonly name: string;
  readonly iso2: string | null;
  readonly language: Language;
  readonly constituency: CastMember['constituency'];
  readonly focal_point: string;
  readonly category: CastMember['category'];
}

/** The country that a player speaks for; donors' agencies are governmental too, and speak for themselves. */
export const countryOf = (player: Player): string | null => (player.constituency === 'government' && player.category === 'full' ? player.iso2 : null);

export interface Cast {
  readonly coalition_id: string;
  readonly national: ReadonlyMap<string, string>;
  readonly ministries: readonly Player[];
  readonly others: readonly Player[];
  readonly lead: string;
  readonly officer: string;
  readonly reviewer: string;
  readonly chair: string;
}

const globalTexts = {
  en: { name: 'Global Coalition for Digital Learning', mandate: 'Makes promises on connectivity for education, keeps them in public and reports on them once a year.' },
  fr: { name: 'Coalition mondiale pour l’apprentissage numérique', mandate: 'Prend des engagements pour la connectivité éducative, les tient en public et en rend compte chaque année.' },
  es: { name: 'Coalición Mundial para el Aprendizaje Digital', mandate: 'Promete conectividad para la educación, cumple en público e informa cada año.' },
  ar: { name: 'التحالف العالمي للتعلّم الرقمي', mandate: 'يتعهد بالربط من أجل التعليم، ويفي بتعهداته علنًا، ويقدّم تقريرًا عنها كل عام.' },
  ru: { name: 'Всемирная коалиция за цифровое обучение', mandate: 'Даёт обещания о подключении образования, выполняет их открыто и ежегодно отчитывается.' },
  zh: { name: '全球数字学习联盟', mandate: '就教育联网作出承诺，公开履行，并每年报告。' },
};

/** The global coalition, its members, the people who act, and national coalitions under it. */
export async function castIn(story: Story): Promise<Cast> {
  const founded = story.ago(chapters.founding);
  const { id: coalition_id } = await must(formCoalition(permit(coalitionPolicy.form, teller, { parent_id: null }), at(founded), { slug: 'global', kind: 'global', country_iso2: null, texts: globalTexts, licence: 'CC-BY-4.0' }));
  await must(setCoalitionStatus(permit(coalitionPolicy.edit, teller, { id: coalition_id, parent_id: null, country_iso2: null }), at(founded), 'active'));
  const lead = await hire('Hanna Lindqvist', 'secretariat', 'en', founded, 'secretariat_lead', { ...platform, coalition_id });
  const officer = await hire('Mateo Rivera', 'officer', 'es', founded, 'secretariat_officer', { ...platform, coalition_id });
  const reviewer = await hire('Leila Haddad', 'reviewer', 'ar', founded, 'reviewer', { ...platform, coalition_id });
  await hire('Arjun Rao', 'admin', 'en', founded, 'platform_admin', platform);
  await hire('Elena Petrova', 'auditor', 'ru', founded, 'auditor', platform);
  const chair = await hire('Wanjiru Mwangi', 'chair', 'en', founded, null, platform);
  const all = await membersIn(story, coalition_id);
  const national = await nationalCoalitions(story, coalition_id, all.ministries);
  return { coalition_id, national, ...all, lead, officer, reviewer, chair };
}

/** A person with an account to try, and the role that it is for. */
async function hire(name: string, account: string, language: Language, now: Date, role: RoleName | null, scope: RoleScope): Promise<string> {
  const { person_id } = await must(addPerson(permit(peoplePolicy.add, teller, { organisation_id: null, coalition_ids: [] }), at(now), {
    name, mail: `${account}@demo.example`, language, time_zone: 'UTC', publish_name: false, title: null,
  }));
  if (role !== null) await give(person_id, role, scope, now);
  return person_id;
}

/** Gives a role in the name of the story. */
export async function give(person_id: string, role: RoleName, scope: RoleScope, now: Date): Promise<void> {
  const coalition_ids = scope.coalition_id === null ? [] : [scope.coalition_id];
  await must(grantRole(permit(rolePolicy.grant, teller, { person_id, role, scope, coalition_ids }), at(now), { ends_at: null, reason: null }));
}

async function membersIn(story: Story, coalition_id: string): Promise<{ ministries: Player[]; others: Player[] }> {
  const found: { ministries: Player[]; others: Player[] } = { ministries: [], others: [] };
  for (const [at_, { iso2, name, language }] of ministries.entries()) {
    const cast: CastMember = { name, short_name: null, constituency: 'government', type_code: '10', country: iso2, category: 'full' };
    found.ministries.push(await join(story, coalition_id, cast, at_, language, iso2 === 'KE' ? 'member@demo.example' : null));
  }
  for (const [at_, cast] of others.entries()) found.others.push(await join(story, coalition_id, cast, ministries.length + at_, 'en', null));
  return found;
}

/** Registers a member, admits it, and gives it a focal point; a ministry's speaks for its country too. */
async function join(story: Story, coalition_id: string, cast: CastMember, number: number, language: Language, account: string | null): Promise<Player> {
  const now = story.ago(chapters.founding - 4 - pick(number, 30), 10);
  const { id: organisation_id } = await must(registerOrganisation(permit(organisationPolicy.register, teller, { register: true }), at(now), {
    name: cast.name, short_name: cast.short_name, type_code: cast.type_code, constituency: cast.constituency, country_iso2: cast.country, website: null,
    identifiers: [`XI-DEMO-${String(number + 1).padStart(3, '0')}`],
  }));
  await must(admitMember(permit(membershipPolicy.admit, teller, { coalition_id, organisation_id }), at(now), { category: cast.category, joined_on: now.toISOString().slice(0, 10) }));
  const name = `${givenNames[pick(number * 7 + 1, givenNames.length)] ?? 'Amina'} ${familyNames[number % familyNames.length] ?? 'Okello'}`;
  const { person_id } = await must(addPerson(permit(peoplePolicy.add, teller, { organisation_id, coalition_ids: [coalition_id] }), at(now), {
    name: account === null ? name : 'Amina Okello', mail: account ?? `focal.point.${number + 1}@people.example`, language, time_zone: 'UTC', publish_name: number % 3 === 0, title: null,
  }));
  await give(person_id, 'focal_point', { ...platform, organisation_id }, now);
  if (cast.constituency === 'government' && cast.category === 'full' && cast.country !== null) await give(person_id, 'focal_point', { ...platform, country_iso2: cast.country }, now);
  return { organisation_id, name: cast.name, iso2: cast.country, language, constituency: cast.constituency, focal_point: person_id, category: cast.category };
}

const nationalNames: Readonly<Record<string, Readonly<Record<'en' | 'fr' | 'ar', string>>>> = {
  KE: { en: 'Kenya Coalition for Digital Learning', fr: 'Coalition du Kenya pour l’apprentissage numérique', ar: 'تحالف كينيا من أجل التعلّم الرقمي' },
  SN: { en: 'Senegal Coalition for Digital Learning', fr: 'Coalition du Sénégal pour l’apprentissage numérique', ar: 'تحالف السنغال من أجل التعلّم الرقمي' },
  FJ: { en: 'Fiji Coalition for Digital Learning', fr: 'Coalition des Fidji pour l’apprentissage numérique', ar: 'تحالف فيجي من أجل التعلّم الرقمي' },
  JO: { en: 'Jordan Coalition for Digital Learning', fr: 'Coalition de Jordanie pour l’apprentissage numérique', ar: 'تحالف الأردن من أجل التعلّم الرقمي' },
};

/** A coalition in some countries, each with a coordinator; Kenya's has an account to try. */
async function nationalCoalitions(story: Story, parent_id: string, players: readonly Player[]): Promise<Map<string, string>> {
  const formed = new Map<string, string>();
  for (const [iso2, names] of Object.entries(nationalNames)) {
    const now = story.ago(chapters.founding - 200 - formed.size * 20);
    const texts = { en: { name: names.en, mandate: null }, fr: { name: names.fr, mandate: null }, ar: { name: names.ar, mandate: null } };
    const { id } = await must(formCoalition(permit(coalitionPolicy.form, teller, { parent_id }), at(now), { slug: iso2.toLowerCase(), kind: 'national', country_iso2: iso2, texts }));
    await must(setCoalitionStatus(permit(coalitionPolicy.edit, teller, { id, parent_id, country_iso2: iso2 }), at(now), 'active'));
    const ministry = players.find((player) => player.iso2 === iso2);
    if (ministry !== undefined) await must(admitMember(permit(membershipPolicy.admit, teller, { coalition_id: id, organisation_id: ministry.organisation_id }), at(now), { category: 'full', joined_on: now.toISOString().slice(0, 10) }));
    await hire(`${givenNames[pick(formed.size + 3, givenNames.length)] ?? 'Omar'} ${familyNames[formed.size + 4] ?? 'Haddad'}`, iso2 === 'KE' ? 'coordinator' : `coordinator.${iso2.toLowerCase()}`, iso2 === 'SN' ? 'fr' : 'en', now, 'country_coordinator', { ...platform, country_iso2: iso2 });
    formed.set(iso2, id);
  }
  return formed;
}
