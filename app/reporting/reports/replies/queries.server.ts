import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import type { ReplyRef } from '../policy';
import { takesReply } from './window';

/** What a report says of a member, and what that member answers. */
export interface ReportReply {
  readonly id: string;
  readonly section_id: string;
  readonly position: number;
  readonly figure_key: string | null;
  readonly party: string;
  readonly about: string;
  readonly language: Language;
  readonly reply: string | null;
  readonly reply_language: Language | null;
  readonly replied_on: string | null;
  /** The last day on which the edition before took a reply, where it got none. */
  readonly silent_on: string | null;
}

/** `isAwaited` of the table `report_replies`, as `p`. */
export const awaited = sql<boolean>`(p.replied_at is null and p.silent_on is null)`;

const partyName = sql`coalesce(o.name, n.name, p.country_iso2)`;
const partyJoins = (language: Language) => sql`
  join report_sections s on s.id = p.section_id left join organisations o on o.id = p.organisation_id
  left join country_texts n on n.iso2 = p.country_iso2 and n.language = ${language}`;

/** Everybody whom an edition names, in the order of its passages. */
export async function repliesOf(reportId: string, language: Language): Promise<ReportReply[]> {
  const found = await sql<ReportReply>`
    select p.id, p.section_id, s.position, p.figure_key, ${partyName} as party, p.about, p.language, p.reply, p.reply_language, to_char(p.replied_at at time zone 'UTC', 'YYYY-MM-DD') as replied_on, p.silent_on
    from report_replies p ${partyJoins(language)} where p.report_id = ${reportId} order by s.position, p.figure_key nulls last, ${partyName} collate "und-x-icu", p.id`.execute(database());
  return found.rows;
}

/** A passage as the member that it names reads it, before anybody else does. */
export interface AskedReply extends ReportReply, Omit<ReplyRef, 'window_open'> {
  readonly ref: string;
  readonly title: string;
  readonly title_language: Language;
  readonly zone: string;
  readonly reply_until: string | null;
  readonly version: number;
  /** The section that names them, in the reader's language where it is written in it. */
  readonly heading: string;
  readonly body: string;
  readonly body_language: Language;
  readonly report_id: string;
}
export type Asked = AskedReply & { readonly window_open: boolean };

async function askedWhere(condition: RawBuilder<unknown>, { language, now }: { readonly language: Language; readonly now: Date }): Promise<Asked[]> {
  const found = await sql<AskedReply>`
    select p.id, p.section_id, s.position, p.figure_key, ${partyName} as party, p.about, p.language, p.reply, p.reply_language, to_char(p.replied_at at time zone 'UTC', 'YYYY-MM-DD') as replied_on, p.silent_on,
      p.organisation_id, p.country_iso2, p.version, r.id as report_id, r.ref, r.status, r.reply_until, y.coalition_id, c.time_zone as zone,
      coalesce(t.title, r.ref) as title, coalesce(t.language, r.language) as title_language, coalesce(x.heading, '') as heading, coalesce(x.body, '') as body, coalesce(x.language, r.language) as body_language
    from report_replies p join reports r on r.id = p.report_id join cycles y on y.id = r.cycle_id join coalitions c on c.id = y.coalition_id ${partyJoins(language)}
    left join lateral (select * from report_texts w where w.report_id = r.id and w.language in (${language}, r.language) order by w.language = ${language} desc limit 1) t on true
    left join lateral (select * from report_section_texts w where w.section_id = s.id and (w.language = r.language or (w.language = ${language} and w.body <> '')) order by w.language = ${language} desc limit 1) x on true
    where ${condition} order by r.reply_until, r.ref, s.position, p.id`.execute(database());
  return found.rows.map((row) => ({ ...row, window_open: takesReply(row, now) }));
}

/** What one is asked, by the address in the letter. Who may read it is decided by `reportPolicy.reply`. */
export const findAsked = async (_viewer: Actor, ref: string, id: string, view: { readonly language: Language; readonly now: Date }): Promise<Asked | undefined> =>
  (await askedWhere(sql`p.id = ${id}::uuid and r.ref = ${ref} and r.reply_opened_at is not null`, view))[0];

/** What waits for a reply of those for whom somebody speaks. */
export const waitingReplies = (party: { readonly organisations: readonly string[]; readonly countries: readonly string[] }, view: { readonly language: Language; readonly now: Date }): Promise<Asked[]> =>
  askedWhere(sql`r.status = 'right_of_reply' and ${awaited} and (p.organisation_id = any(${[...party.organisations]}::uuid[]) or p.country_iso2 = any(${[...party.countries]}::text[]))`, view);
