import { sql } from 'kysely';
import { secretariat, speakers } from '#app/access/actor';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import { addDays, dayOf, daysBetween } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { reminderDays, stageAfter } from './model';
import { partiesOf, saidBy } from './parties.server';

interface Waiting {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly party: string;
  readonly person_id: string;
  readonly asked_on: string;
}

/**
 * RS-3: reminds those who speak for an addressee that has not answered, after 30, 60 and 90 days, once each. Read from the records and the clock: a day on
 * which nobody ran is made good by the next one, and the key of the letter says what was sent.
 */
export async function remindOfResponses(now: Date): Promise<void> {
  const today = dayOf(now);
  const { rows } = await sql<Waiting>`
    select distinct r.id, r.ref, r.title, coalesce(o.ref, p.country_iso2, 'secretariat') as party, held.person_id, p.asked_on
    from recommendations r join working_groups g on g.id = r.working_group_id cross join lateral ${partiesOf} p left join organisations o on o.id = p.organisation_id left join ${saidBy} on true
    join roles held on held.starts_at <= ${now} and (held.ends_at is null or held.ends_at > ${now}) and (
      (held.role = any(${[...speakers]}::text[]) and (held.organisation_id = p.organisation_id or held.country_iso2 = p.country_iso2))
      or (num_nonnulls(p.organisation_id, p.country_iso2) = 0 and held.role = any(${[...secretariat]}::text[]) and (held.scope = 'platform' or held.coalition_id = g.coalition_id)))
    where r.status in ('final', 'endorsed', 'in_implementation') and said.id is null and p.asked_on <= ${addDays(today, -reminderDays[0])}::date order by r.ref, party, held.person_id`.execute(database());
  for (const row of rows) {
    const stage = stageAfter(daysBetween(row.asked_on, today));
    if (stage !== undefined) await remind(row, stage, now);
  }
}

const remind = ({ id, ref, title, party, person_id }: Waiting, stage: number, now: Date): Promise<void> => database().transaction().execute((tx) => sendLetter(tx, {
  to: { personId: person_id }, words: 'working-groups:mails.response_waits', values: { ref, title, days: stage }, path: paths.recommendationResponse(ref, party),
  thread: `recommendation:${id}`, key: `response-waits:${id}:${party}:${stage}:${person_id}`, now,
}));
