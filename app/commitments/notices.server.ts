import { sql } from 'kysely';
import { personOf, type Actor } from '#app/access/actor';
import { formatDate } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { sendLetter } from '#app/mail/letter.server';
import type { LetterTopic } from '#app/mail/topics';
import { secretariatOf } from '#app/members/people/readers.server';
import { paths } from '#app/paths';
import { addWorkingDays } from './review/model';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import type { LockedCommitment } from './lock.server';
import { answerWithinWorkingDays, publishWithinWorkingDays } from './model';

interface Notice {
  /** `commitments:mails.<words>` */
  readonly words: 'submitted' | 'returned' | 'published' | 'superseded' | 'to_review' | 'amendment_asked' | 'amended' | 'amendment_declined' | 'safeguard_written' | 'safeguard_reviewed' | 'safeguard_returned' | 'safeguard_approved' | 'safeguard_ending'
    | 'verified' | 'to_publish' | 'withdrawn' | 'reached' | 'not_reached'
    | 'partner_asked' | 'partner_wants' | 'partner_answered' | 'partner_removed' | 'gap_given';
  /** Of what the act was on, after it: makes the mail's key. */
  readonly version: number | string;
  readonly now: Date;
  readonly reason?: string;
  /** Further facts for its sentences, in the reader's language. */
  readonly values?: (language: Language) => Readonly<Record<string, string>>;
  /** Where the letter leads; else to the commitment. */
  readonly path?: string;
}

/** What comes back asks for an act: that letter is always sent. */
const topics: Readonly<Record<Notice['words'], LetterTopic | undefined>> = { submitted: 'commitments', returned: undefined, published: 'commitments', superseded: 'commitments', to_review: 'review', amendment_asked: 'review', amended: 'commitments', amendment_declined: undefined,
  safeguard_written: 'review', safeguard_reviewed: 'review', safeguard_returned: undefined, safeguard_approved: 'commitments', safeguard_ending: undefined,
  verified: 'commitments', to_publish: 'review', withdrawn: 'commitments', reached: 'commitments', not_reached: 'commitments',
  partner_asked: undefined, partner_wants: undefined, partner_answered: 'commitments', partner_removed: 'commitments', gap_given: undefined,
};

/** Who looks after the lead's commitments, and who submitted this one. */
export async function leadOf(tx: Tx, row: Pick<LockedCommitment, 'lead_organisation_id' | 'lead_country_iso2' | 'submitted_by'>, now: Date): Promise<string[]> {
  const people = await tx.selectFrom('roles').select('person_id').distinct()
    .where('role', 'in', ['focal_point', 'deputy_focal_point', 'country_coordinator']).where('starts_at', '<=', now)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now)]))
    .where((eb) => row.lead_organisation_id === null ? eb('country_iso2', '=', row.lead_country_iso2) : eb('organisation_id', '=', sql<string>`organisation_successor(${row.lead_organisation_id})`))
    .execute();
  return [...new Set([...people.map((one) => one.person_id), ...(row.submitted_by === null ? [] : [row.submitted_by])])];
}

/** Tells the people who look after the lead's commitments, and who submitted it. */
export async function tellLead(tx: Tx, row: LockedCommitment, notice: Notice): Promise<void> {
  await tell(tx, row, await leadOf(tx, row, notice.now), notice);
}

/** Tells the secretariat that something waits to be read. */
export async function tellSecretariat(tx: Tx, row: LockedCommitment, notice: Notice): Promise<void> {
  await tell(tx, row, await secretariatOf(tx, row.coalition_id, notice.now), notice);
}

/** The same without those who had a part in it already and so may not take the next step. */
export async function tellOthersOfSecretariat(tx: Tx, row: LockedCommitment, without: readonly (string | null)[], notice: Notice): Promise<void> {
  await tell(tx, row, (await secretariatOf(tx, row.coalition_id, notice.now)).filter((one) => !without.includes(one)), notice);
}

/** Tells both sides of what one of them did: the lead and the secretariat, never who acted. */
export async function tellEverybodyElse(tx: Tx, actor: Actor, row: LockedCommitment, notice: Notice): Promise<void> {
  const readers = new Set([...(await leadOf(tx, row, notice.now)), ...(await secretariatOf(tx, row.coalition_id, notice.now))]);
  await tell(tx, row, [...readers].filter((one) => one !== personOf(actor)), notice);
}

/** Tells these people. */
export async function tell(tx: Tx, row: LockedCommitment, readers: readonly string[], notice: Notice): Promise<void> {
  const text = await tx.selectFrom('commitment_texts').select('title').where('commitment_id', '=', row.id).where('language', '=', row.language).executeTakeFirst();
  const answerBy = addWorkingDays(dayOf(notice.now), notice.words === 'verified' || notice.words === 'to_publish' ? publishWithinWorkingDays : answerWithinWorkingDays);
  for (const personId of readers) {
    await sendLetter(tx, {
      to: { personId },
      words: `commitments:mails.${notice.words}`,
      values: (language) => ({ ref: row.ref, title: text?.title ?? row.ref, reason: notice.reason ?? '', by: formatDate(language, answerBy), ...notice.values?.(language) }),
      path: (language) => notice.path ?? paths.in(language).commitment(row.ref),
      topic: topics[notice.words],
      thread: `commitment:${row.id}`,
      key: `commitment:${row.id}:${notice.words}:${notice.version}:${personId}`,
      now: notice.now,
    });
  }
}
