import { sql } from 'kysely';
import { personOf, secretariat, speakers, type Actor } from '#app/access/actor';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { chairsOf } from '#app/working-groups/actions/notices.server';
import { partiesOf } from '#app/working-groups/responses/parties.server';
import { holdsOn } from '#app/working-groups/seats/days.server';

interface Told {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly working_group_id: string;
}
type Happened = { readonly what: 'final' | 'endorsed' } | { readonly what: 'closed'; readonly reason: string };

/** Those who speak for the addressees of a recommendation, each once. */
export async function readersOf(tx: Tx, recommendationId: string, now: Date): Promise<string[]> {
  const found = await sql<{ person_id: string }>`
    select distinct held.person_id from recommendations r join working_groups g on g.id = r.working_group_id cross join lateral ${partiesOf} p
    join roles held on held.starts_at <= ${now} and (held.ends_at is null or held.ends_at > ${now}) and (
      (held.role = any(${[...speakers]}::text[]) and (held.organisation_id = p.organisation_id or held.country_iso2 = p.country_iso2))
      or (num_nonnulls(p.organisation_id, p.country_iso2) = 0 and held.role = any(${[...secretariat]}::text[]) and (held.scope = 'platform' or held.coalition_id = g.coalition_id)))
    where r.id = ${recommendationId} order by 1`.execute(tx);
  return found.rows.map(({ person_id }) => person_id);
}

/** Tells the addressees. Whoever was told that it is final is not told again when others are added: the key of the letter says it. */
export async function tellAddressees(tx: Tx, actor: Actor, of: Told, happened: Happened, now: Date): Promise<void> {
  for (const personId of await readersOf(tx, of.id, now)) {
    await tell(tx, actor, of, personId, happened.what, now, happened.what === 'closed' ? { reason: happened.reason } : {});
  }
}

/** Tells everybody on a seat of the group that a text waits for their look. */
export async function tellGroup(tx: Tx, actor: Actor, of: Told, now: Date): Promise<void> {
  const today = dayOf(now);
  const seats = await tx.selectFrom('seats').select(['holder_id', 'alternate_id']).where('working_group_id', '=', of.working_group_id)
    .where(holdsOn('seats', today)).execute();
  for (const personId of new Set(seats.flatMap((seat) => [seat.holder_id, seat.alternate_id]))) if (personId !== null) await tell(tx, actor, of, personId, 'preliminary', now);
}

export async function tellChairs(tx: Tx, actor: Actor, of: Told, what: 'endorsed' | 'implemented', now: Date): Promise<void> {
  for (const personId of await chairsOf(tx, of.working_group_id, now)) await tell(tx, actor, of, personId, what, now);
}

async function tell(tx: Tx, actor: Actor, { id, ref, title }: Told, personId: string, what: Happened['what'] | 'preliminary' | 'implemented', now: Date, more: Readonly<Record<string, string>> = {}): Promise<void> {
  if (personId === personOf(actor)) return;
  await sendLetter(tx, {
    to: { personId }, words: `working-groups:mails.recommendation_${what}`, values: { ref, title, ...more }, path: (language) => paths.in(language).recommendation(ref),
    topic: what === 'final' ? undefined : 'sessions', thread: `recommendation:${id}`, key: `recommendation:${id}:${what}:${personId}`, now,
  });
}
