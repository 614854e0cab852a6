import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { personActor } from '#app/accounts/viewer.server';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate, formatMoneyExact } from '#app/languages/format';
import { isLanguage, type Language } from '#app/languages/language';
import { sendLetter, type LetterEntry } from '#app/mail/letter.server';
import { speakersOf } from '#app/members/people/readers.server';
import { paths } from '#app/paths';
import { addDays, dayOf, daysBetween, type Day } from '#app/platform/clock';
import { database, type Tx } from '#app/platform/database.server';
import { lastDoneBefore } from '#app/platform/jobs.server';
import { conditionOf } from './conditions.server';
import { answerWithinDays } from './model';
import { paymentRows, payments, receiverCountry, receiverOrganisation, standing, type PaymentRow } from './payments.server';

export const receiptsWork = 'financing:receipts';
const mostListed = 30;

/** One side that waits: which of its payments a letter tells of, since when, and whom it is told to. */
interface Side {
  readonly side: 'receiver' | 'provider';
  readonly letter: 'reported' | 'unanswered';
  readonly waits: RawBuilder<unknown>;
  readonly since: RawBuilder<unknown>;
  /** After how many days it is told again. */
  readonly steps: readonly number[];
  readonly organisation: RawBuilder<unknown>;
  readonly country: RawBuilder<unknown>;
}

const sides: readonly Side[] = [
  {
    side: 'receiver', letter: 'reported', waits: sql`coalesce(rc.state, 'unpaired') = 'unpaired'`, since: sql`(t.created_at at time zone 'UTC')::date`,
    steps: [0, ...answerWithinDays], organisation: receiverOrganisation, country: receiverCountry,
  },
  {
    side: 'provider', letter: 'unanswered', waits: sql`rc.state in ('amount_differs', 'contested') and rc.reply_id is null`, since: sql`(rc.said_at at time zone 'UTC')::date`,
    steps: answerWithinDays, organisation: sql`p.provider_organisation_id`, country: sql`p.provider_country_iso2`,
  },
];

/**
 * RC-9: once a day, one letter to each of those who speak for a receiver, of the payments that were recorded about it, or have waited 30 or 60
 * days for its word; and to those who speak for a provider, of words that have waited as long for a reply. It tells of all days since it
 * last ran, so that a day on which nobody ran is made good by the next.
 */
export async function tellOfReceipts(now: Date): Promise<void> {
  const today = dayOf(now);
  const from = (await lastDoneBefore(receiptsWork, today)) ?? addDays(today, -1);
  for (const side of sides) for (const personId of await readersOf(side, from, today, now)) await database().transaction().execute((tx) => tellOne(tx, side, personId, from, now));
}

/** What crossed one of the steps in these days. */
const crossed = ({ waits, since, steps }: Side, from: Day, today: Day): RawBuilder<unknown> =>
  sql`${waits} and exists (select from unnest(${[...steps]}::int[]) step (days) where ${since} + step.days >= ${from}::date and ${since} + step.days < ${today}::date)`;

async function readersOf(side: Side, from: Day, today: Day, now: Date): Promise<readonly string[]> {
  return database().transaction().execute(async (tx) => {
    const parties = await sql<{ organisation_id: string | null; country_iso2: string | null }>`
      select distinct ${side.organisation} as organisation_id, ${side.country} as country_iso2 from ${payments} where ${standing} and ${crossed(side, from, today)}`.execute(tx);
    const people = new Set<string>();
    for (const party of parties.rows) for (const id of await speakersOf(tx, party, now)) people.add(id);
    return [...people].toSorted();
  });
}

/** What one reader may see of it, in one letter. */
async function tellOne(tx: Tx, side: Side, personId: string, from: Day, now: Date): Promise<void> {
  const today = dayOf(now);
  const person = await personActor(personId, now, tx);
  const language: Language = isLanguage(person.language) ? person.language : 'en';
  const found = await listed(tx, side, person, { language, now }, from, today);
  if (found.length === 0) return;
  await sendLetter(tx, {
    to: { personId }, words: `financing:reconciliation.mails.${side.letter}`, entries: entriesOf(found, today, language), path: paths.receipts({ side: side.side }),
    thread: `receipts:${personId}`, key: `receipts-${side.letter}:${personId}:${today}`, now,
  });
}

type Listed = PaymentRow & { readonly since: Day };

async function listed(tx: Tx, side: Side, person: Actor, view: { readonly language: Language; readonly now: Date }, from: Day, today: Day): Promise<readonly Listed[]> {
  const self = person.kind === 'person' ? person.id : null;
  const found = await sql<{ id: string; since: Day }>`
    select t.id, ${side.since}::text as since from ${payments}
    where ${conditionOf(person, {}, view, side.side)} and ${crossed(side, from, today)} and t.recorded_by is distinct from ${self} order by 2, t.id`.execute(tx);
  const rows = await paymentRows(tx, view.language, found.rows.map(({ id }) => id));
  return rows.map((row, at) => ({ ...row, since: found.rows[at]?.since ?? today }));
}

function entriesOf(found: readonly Listed[], today: Day, language: Language): LetterEntry[] {
  const t = textFor(language, 'financing');
  const shown = found.slice(0, mostListed).map((row): LetterEntry => {
    const days = daysBetween(row.since, today);
    return {
      title: t('reconciliation.mails.line', { provider: row.provider, receiver: row.receiver ?? '', told: formatMoneyExact(language, row.value, row.currency), on: formatDate(language, row.transaction_on) }),
      language, path: paths.receipt(row.transaction_id),
      lines: [row.pledge_ref, days < answerWithinDays[0] ? t('reconciliation.mails.line_new', { on: formatDate(language, row.since) }) : t('reconciliation.mails.line_waits', { days })],
    };
  });
  const more = found.length - shown.length;
  return more === 0 ? shown : [...shown, { title: t('reconciliation.mails.more', { count: more }), language, path: paths.receipts(), lines: [] }];
}
