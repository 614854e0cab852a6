import { sql } from 'kysely';
import { formatList } from '#app/languages/format';
import { isLanguage, type Language } from '#app/languages/language';
import { isReachable, sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import { database, type Reader, type Tx } from '#app/platform/database.server';

/** Somebody who speaks for parties that endorsed an earlier version and not yet this one. */
interface Invited {
  readonly person_id: string;
  /** The names of those parties by language. */
  readonly parties: readonly Readonly<Partial<Record<Language, string>>>[];
}

interface Subject {
  readonly id: string;
  readonly framework_id: string;
  readonly number: number;
}

/** Each person once, whoever many parties they speak for. Whom no letter would reach is not counted. */
async function invitedTo(db: Reader, version: Pick<Subject, 'id' | 'framework_id'>, now: Date): Promise<readonly Invited[]> {
  const { rows } = await sql<Invited>`
    with parties as (
      select distinct organisation_successor(e.organisation_id) as organisation_id, e.country_iso2 from endorsements e join framework_versions v on v.id = e.version_id
      where v.framework_id = ${version.framework_id} and v.id <> ${version.id} and v.status <> 'draft' and e.status = 'published'
    )
    select r.person_id, json_agg(distinct coalesce(
        (select jsonb_object_agg(k.language, k.name) from country_texts k where k.iso2 = parties.country_iso2), jsonb_build_object('en', o.name))) as parties
    from parties left join organisations o on o.id = parties.organisation_id
    join roles r on r.role in ('focal_point', 'deputy_focal_point', 'country_coordinator') and (r.organisation_id = parties.organisation_id or r.country_iso2 = parties.country_iso2)
      and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})
    where ${isReachable(sql`r.person_id`, 'endorsements')}
    group by r.person_id order by r.person_id`.execute(db);
  return rows;
}

/** How many people publishing a version will write to: said before it is done. */
export async function countInvited(version: Pick<Subject, 'id' | 'framework_id'>, now: Date): Promise<number> {
  return (await invitedTo(database(), version, now)).length;
}

/** FR-5: invites those who endorsed an earlier version to look at this one; nothing that they signed is changed. One letter each. */
export async function inviteFormerEndorsers(tx: Tx, version: Subject, now: Date): Promise<number> {
  const invited = await invitedTo(tx, version, now);
  if (invited.length === 0) return 0;
  const framework = await tx.selectFrom('frameworks').select('code').where('id', '=', version.framework_id).executeTakeFirstOrThrow();
  const names = await tx.selectFrom('framework_texts').select(['language', 'name']).where('framework_id', '=', version.framework_id).execute();
  const nameIn = (language: Language) => (names.find((one) => one.language === language) ?? names.find((one) => one.language === 'en') ?? names[0])?.name ?? framework.code;
  for (const { person_id, parties } of invited) {
    await sendLetter(tx, {
      to: { personId: person_id }, words: 'frameworks:mails.invited',
      values: (language) => ({
        name: nameIn(language), number: version.number, before: version.number - 1,
        parties: formatList(language, parties.map((party) => party[language] ?? party.en ?? Object.entries(party).find(([code]) => isLanguage(code))?.[1] ?? '')),
      }),
      path: (language) => paths.in(language).compare(framework.code, { from: version.number - 1, to: version.number }),
      topic: 'endorsements', thread: `version:${version.id}`, key: `invited:${version.id}`, now,
    });
  }
  return invited.length;
}
