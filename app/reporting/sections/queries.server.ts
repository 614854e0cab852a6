import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import type { Subject } from '#app/reporting/figures/subjects';
import { speaksFor } from '#app/reporting/profiles/candidates.server';
import { isLeftOut, isTold } from './told.server';

export interface ReportSection {
  readonly id: string;
  readonly position: number;
  readonly kind: string;
  /** Whom a profile is about. */
  readonly subject: Subject | null;
  readonly status: string;
  readonly owner_id: string | null;
  readonly owner: string | null;
  readonly version: number;
  readonly signed_off_on: string | null;
  readonly word_limit: number | null;
  /** What is to mend in one that came back, and who said so. */
  readonly return_words: string | null;
  readonly returned_by: string | null;
  /** SE-11: when a profile was left out of the report, and by whom; null of all that it tells. */
  readonly left_out_at: Date | null;
  readonly left_out_by: string | null;
  /** In the reader's language where it is written in it, else in the report's own. */
  readonly heading: string;
  readonly body: string;
  readonly language: Language;
  readonly machine: boolean;
  /** SE-6: the authoritative text has moved on since it was translated. */
  readonly outdated: boolean;
  /** The languages in which it is written. */
  readonly languages: readonly string[];
}

type InOrder = (reportId: string, language: Language, authoritative: Language) => Promise<ReportSection[]>;

/** The sections that a report tells in their order, profiles after the chapters (countries, groups, members), each in the language of the reader where it is written in it. */
export const sectionsOf: InOrder = (...asked) => sectionsWhere(isTold(), ...asked);

/** SE-11: its profiles that were left out, for those who work on it. */
export const leftOutOf: InOrder = (...asked) => sectionsWhere(isLeftOut(), ...asked);

async function sectionsWhere(condition: RawBuilder<boolean>, ...[reportId, language, authoritative]: Parameters<InOrder>): Promise<ReportSection[]> {
  const found = await sql<ReportSection>`
    select s.id, s.position, s.kind, s.status, s.owner_id, p.name as owner, s.version, s.word_limit, s.return_words, b.name as returned_by, s.left_out_at, e.name as left_out_by, to_char(s.signed_off_at at time zone 'UTC', 'YYYY-MM-DD') as signed_off_on,
      coalesce(x.heading, '') as heading, coalesce(x.body, '') as body, coalesce(x.language, ${authoritative}) as language, coalesce(x.language <> ${authoritative} and x.origin = 'machine' and x.checked_by is null, false) as machine,
      coalesce(x.language <> ${authoritative} and coalesce(x.source, 0) < a.number, false) as outdated,
      case when s.kind = 'profile' then jsonb_build_object('kind', case when g.id is not null then 'group' when o.id is not null then 'member' else 'country' end, 'ref', coalesce(g.ref, o.ref, s.country_iso2)) end as subject,
      coalesce((select array_agg(w.language order by w.language) from report_section_texts w where w.section_id = s.id and w.body <> ''), '{}') as languages
    from report_sections s left join people p on p.id = s.owner_id left join people b on b.id = s.returned_by left join people e on e.id = s.left_out_by left join report_section_texts a on a.section_id = s.id and a.language = ${authoritative} left join working_groups g on g.id = s.working_group_id left join organisations o on o.id = s.organisation_id
    left join lateral (select * from report_section_texts w where w.section_id = s.id and (w.language = ${authoritative} or (w.language = ${language} and w.body <> ''))
      order by w.language = ${language} desc limit 1) x on true
    where s.report_id = ${reportId} and ${condition} order by s.kind = 'profile', g.id is not null or o.id is not null, o.id is not null, s.position`.execute(database());
  return found.rows;
}

/** People who can write a section: those with a role in the coalition's secretariat, its section editors, chairs of its groups, and of a profile who speaks for its subject. */
export async function sectionWriters(_viewer: Actor, coalitionId: string, now: Date, sectionId: string | null = null): Promise<{ id: string; name: string }[]> {
  const found = await sql<{ id: string; name: string }>`
    select p.id, p.name from roles r join people p on p.id = r.person_id left join working_groups g on g.id = r.working_group_id
    where r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now}) and p.erased_at is null and p.suspended_at is null
      and ((r.role in ('secretariat_lead', 'secretariat_officer', 'section_editor') and (r.coalition_id = ${coalitionId}::uuid or r.scope = 'platform'))
        or (r.role in ('wg_chair', 'wg_cochair') and g.coalition_id = ${coalitionId}::uuid))
    union select who.id, who.name from report_sections s join roles r on r.country_iso2 = s.country_iso2 or r.working_group_id = s.working_group_id or r.organisation_id = s.organisation_id join people who on who.id = r.person_id
      where s.id = ${sectionId}::uuid and ${speaksFor(now)}
    order by 2, 1`.execute(database());
  return found.rows;
}
