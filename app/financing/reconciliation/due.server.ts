import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { addDays, dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import type { Due } from '#app/records/due/model';
import { conditionOf } from './conditions.server';
import type { ReceiptSide } from './list';
import { answerWithinDays } from './model';
import { payments, receiverCountry, receiverOrganisation } from './payments.server';
import { sidesOf } from './rights.server';

interface Waiting {
  /** Of the party that the viewer speaks for, as filters post it. */
  readonly party: string | null;
  readonly name: string | null;
  readonly count: number;
  readonly since: string;
}

/** RC-9: a receiver that was reminded twice is on the list of the secretariat. */
const lastReminder = Math.max(...answerWithinDays);

const isUnanswered = sql`coalesce(rc.state, 'unpaired') = 'unpaired'`;
const isUnreplied = sql`rc.state in ('amount_differs', 'contested') and rc.reply_id is null`;

/** What waits for the viewer: payments about those they speak for, words about payments of theirs, and what nobody answers. */
export async function dueReceipts(viewer: Actor, view: View): Promise<Due[]> {
  const t = textFor(view.language, 'financing');
  const found = await Promise.all(sidesOf(viewer).map(async (side) => (await waitingOn(viewer, side, view)).map((one) => ({ ...one, side }))));
  return found.flat().map(({ side, party, name, count, since }) => ({
    key: `receipts ${side} ${party ?? ''}`, title: t(`reconciliation.due.${side}`, { count, name: name ?? '' }), ref: '', why: t(`reconciliation.due.why.${side}`), act: t('reconciliation.answer'),
    due_on: addDays(since, side === 'others' ? lastReminder : answerWithinDays[0]),
    href: paths.receipts({ side, state: side === 'provider' ? ['amount_differs', 'contested'] : 'unpaired', receiver: side === 'receiver' ? (party ?? undefined) : undefined, provider: side === 'provider' ? (party ?? undefined) : undefined }),
  }));
}

async function waitingOn(viewer: Actor, side: ReceiptSide, view: View): Promise<readonly Waiting[]> {
  const until = addDays(dayOf(view.now), -lastReminder);
  const asked: Readonly<Record<ReceiptSide, { which: RawBuilder<unknown>; since: RawBuilder<unknown>; organisation: RawBuilder<unknown>; country: RawBuilder<unknown> }>> = {
    receiver: { which: isUnanswered, since: sql`t.created_at`, organisation: receiverOrganisation, country: receiverCountry },
    provider: { which: isUnreplied, since: sql`rc.said_at`, organisation: sql`p.provider_organisation_id`, country: sql`p.provider_country_iso2` },
    others: { which: sql`${isUnanswered} and t.created_at < ${until}::date`, since: sql`t.created_at`, organisation: sql`null::uuid`, country: sql`null::text` },
  };
  const { which, since, organisation, country } = asked[side];
  const found = await sql<Waiting>`
    with waiting as (select ${organisation} as organisation_id, ${country} as iso2, count(*)::int as count, min((${since} at time zone 'UTC')::date)::text as since
      from ${payments} where ${conditionOf(viewer, {}, view, side)} and ${which} group by 1, 2)
    select coalesce('organisation:' || w.organisation_id, 'country:' || w.iso2) as party, coalesce(o.name, k.name) as name, w.count, w.since
    from waiting w left join organisations o on o.id = w.organisation_id left join country_texts k on k.iso2 = w.iso2 and k.language = ${view.language}
    order by w.since`.execute(database());
  return found.rows;
}
