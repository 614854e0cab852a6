import { formatDayInZone, formatTime } from '#app/languages/format';
import { isLanguage, type Language } from '#app/languages/language';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import { addressWaitHours, later } from '../model';

interface Change {
  readonly id: string;
  readonly person_id: string;
  /** The new one. */
  readonly address: string;
}

/** A letter to an address that is not (or no longer) the one that a person is written to at. */
async function reader(tx: Tx, person_id: string, address: string): Promise<{ address: string; name: string; language: Language }> {
  const { name, language } = await tx.selectFrom('people').select(['name', 'language']).where('id', '=', person_id).executeTakeFirstOrThrow();
  return { address, name, language: isLanguage(language) ? language : 'en' };
}

/** Asks whoever reads the new address to confirm it. */
export async function askForConfirmation(tx: Tx, { id, person_id, address }: Change, secret: string, now: Date): Promise<void> {
  await sendLetter(tx, {
    to: await reader(tx, person_id, address), words: 'accounts:mails.address_confirm', values: { hours: addressWaitHours },
    path: paths.addressConfirmation(''), secret, thread: `address:${id}`, key: `address:${id}:confirm`, now,
  });
}

/** Tells the old address, while it can still be called off. */
export async function warnOldAddress(tx: Tx, { id, person_id, address }: Change, secret: string, now: Date): Promise<void> {
  const { time_zone } = await tx.selectFrom('people').select('time_zone').where('id', '=', person_id).executeTakeFirstOrThrow();
  const until = later(now, addressWaitHours * 60);
  await sendLetter(tx, {
    to: { personId: person_id }, words: 'accounts:mails.address_warned',
    values: (language) => ({ address, day: formatDayInZone(language, until, time_zone), time: formatTime(language, until, time_zone), zone: time_zone }),
    path: paths.addressWithdrawal(''), secret, thread: `address:${id}`, key: `address:${id}:warned`, now,
  });
}

/** Tells both addresses that the new one counts from now on. */
export async function tellOfNewAddress(tx: Tx, { id, person_id, address }: Change, before: string | undefined, now: Date): Promise<void> {
  const letter = { words: 'accounts:mails.address_taken', values: { address }, thread: `address:${id}`, key: `address:${id}:taken`, now };
  await sendLetter(tx, { ...letter, to: { personId: person_id }, path: paths.signIn() });
  if (before !== undefined) await sendLetter(tx, { ...letter, to: await reader(tx, person_id, before), path: paths.signIn() });
}
