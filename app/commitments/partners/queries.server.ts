import { sql } from 'kysely';
import { spokenFor, type Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import type { Option } from '#app/form/field';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { database, databaseByKey } from '#app/platform/database.server';
import type { Due } from '#app/records/due/model';
import type { Promised } from '../amendments/model';
import { promisedIn } from '../amendments/promised.server';
import type { CommitmentRef } from '../model';
import type { View } from '../readable.server';
import type { Partner, PartnerRef } from './model';
import { partnerPolicy } from './policy';

const columns = (now: Date) => sql`p.organisation_id as partner_id, o.ref, o.name, p.role, p.consent, p.side, p.words, p.asked_by, to_char(p.asked_at at time zone 'UTC', 'YYYY-MM-DD') as asked_on,
  to_char(p.answered_at at time zone 'UTC', 'YYYY-MM-DD') as answered_on, p.answer, p.version,
  (select count(distinct r.person_id)::int from roles r where r.organisation_id = o.id and r.role in ('focal_point', 'deputy_focal_point', 'org_admin') and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})) as people`;

/** Who stands beside the lead of a commitment, for those who look after it: whoever was asked, and what they said. */
export async function allPartnersOf(commitment: CommitmentRef, { now }: Pick<View, 'now'>): Promise<readonly Partner[]> {
  const { rows } = await sql<Partner>`select ${columns(now)} from commitment_partners p join organisations o on o.id = organisation_successor(p.organisation_id)
    where p.commitment_id = ${commitment.id} order by p.asked_at, o.name`.execute(database());
  return rows;
}

/** CO-4: as everybody may know them. */
export interface NamedPartner {
  readonly ref: string;
  readonly name: string;
  readonly role: Partner['role'];
}
export async function partnersOf(commitment_id: string): Promise<readonly NamedPartner[]> {
  const { rows } = await sql<NamedPartner>`select o.ref, o.name, p.role from confirmed_partners p join organisations o on o.id = organisation_successor(p.organisation_id)
    where p.commitment_id = ${commitment_id} order by o.name collate "und-x-icu", o.ref`.execute(databaseByKey());
  return rows;
}

export interface Partnership {
  readonly commitment: CommitmentRef & { readonly ref: string };
  readonly partner: Partner;
  readonly promised: Promised;
}

/**
 * What an organisation was asked to stand beside, for the two sides alone: a partner reads what it answers to although the commitment may
 * not be public. Undefined for everybody else, as if it were not there.
 */
export async function findPartnership(viewer: Actor, ref: string, partner: string, { now }: Pick<View, 'now'>): Promise<Partnership | undefined> {
  const { rows } = await sql<CommitmentRef & { readonly commitment_ref: string } & Partner>`
    select c.id, c.ref as commitment_ref, c.coalition_id, c.lead_organisation_id, c.lead_country_iso2, c.status, c.submitted_by, ${columns(now)}
    from commitment_partners p join commitments c on c.id = p.commitment_id join organisations o on o.id = organisation_successor(p.organisation_id)
    where c.ref = ${ref} and o.ref = ${partner}`.execute(database());
  const row = rows[0];
  if (row === undefined || !(spokenFor(viewer).organisations.includes(row.partner_id) || may(partnerPolicy.remove, viewer, row).allowed)) return undefined;
  const { id, commitment_ref, coalition_id, lead_organisation_id, lead_country_iso2, status, submitted_by, ...found } = row;
  return { commitment: { id, ref: commitment_ref, coalition_id, lead_organisation_id, lead_country_iso2, status, submitted_by }, partner: found, promised: await promisedIn(database(), id) };
}

export const partnerRef = (commitment: CommitmentRef, { partner_id, consent, side, asked_by }: Partner): PartnerRef => ({ ...commitment, partner_id, consent, side, asked_by });

/** Members that can be asked. */
export async function partnerChoices(): Promise<Option[]> {
  const { rows } = await sql<Option>`select o.id::text as value, o.name as label from organisations o
    where o.status = 'active' and exists (select from memberships m where m.organisation_id = o.id and m.status = 'active') order by o.name collate "und-x-icu", o.id limit 2500`.execute(database());
  return rows;
}

/** Whether the way to joining leads on: of who is not signed in nobody knows. */
export const mayAskToJoin = (viewer: Actor): boolean => viewer.kind === 'public' || spokenFor(viewer).organisations.length > 0;

/** The organisations in whose name a viewer can ask to join. */
export async function joiners(viewer: Actor): Promise<Option[]> {
  const { rows } = await sql<Option>`select o.id::text as value, o.name as label from organisations o where o.id = any(${spokenFor(viewer).organisations}::uuid[]) and o.status = 'active' order by 2`.execute(database());
  return rows;
}

/** What waits for this viewer's answer: to be a partner, or to let one in. */
export async function duePartnerships(viewer: Actor, view: View): Promise<Due[]> {
  if (viewer.kind !== 'person') return [];
  const { organisations, countries } = spokenFor(viewer);
  const { rows } = await sql<PartnerRef & { ref: string; partner: string; name: string; title: string; language: string; lead: string }>`
    select c.id, c.ref, c.coalition_id, c.lead_organisation_id, c.lead_country_iso2, c.status, c.submitted_by, p.organisation_id as partner_id, p.consent, p.side, p.asked_by,
      o.ref as partner, o.name, coalesce(t.title, c.ref) as title, c.language, coalesce(l.name, n.name, c.lead_country_iso2) as lead
    from commitment_partners p join commitments c on c.id = p.commitment_id join organisations o on o.id = organisation_successor(p.organisation_id)
    left join commitment_texts t on t.commitment_id = c.id and t.language = c.language
    left join organisations l on l.id = c.lead_organisation_id left join country_texts n on n.iso2 = c.lead_country_iso2 and n.language = ${view.language}
    where p.consent = 'asked' and (p.organisation_id = any(${organisations}::uuid[]) or c.lead_organisation_id = any(${organisations}::uuid[]) or c.lead_country_iso2 = any(${countries}::text[]))
    order by p.asked_at limit 200`.execute(database());
  const t = textFor(view.language, 'commitments');
  return rows.filter((row) => may(partnerPolicy.answer, viewer, row).allowed).map((row) => ({
    key: `partner ${row.id} ${row.partner_id}`, title: row.title, language: row.language, ref: row.ref, href: paths.partnerConsent(row.ref, row.partner), due_on: null, act: t('due.answer'),
    why: t(row.side === 'lead' ? 'partners.due' : 'partners.due_join', { lead: row.lead, partner: row.name }),
  }));
}
