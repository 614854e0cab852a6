import { database, type Reader, type Tx } from '#app/platform/database.server';
import { later, linkMinutes, type LinkPurpose } from '../model';
import { hashOf, newSecret } from '../secrets.server';

/** A link that can still be used, and whom it is for. */
export interface Link {
  readonly secret_hash: string;
  readonly purpose: LinkPurpose;
  readonly person_id: string;
  readonly name: string;
  readonly language: string;
  readonly spoken_languages: readonly string[];
  readonly time_zone: string;
  readonly publish_name: boolean;
  readonly mail: string;
}

/** AC-3: makes a link for a mail and returns its secret, which is stored nowhere. Earlier links for the same purpose end. */
export async function offerLinkIn(tx: Tx, { personId, purpose, now }: { personId: string; purpose: LinkPurpose; now: Date }): Promise<string> {
  const secret = newSecret();
  await withdrawLinksIn(tx, personId, [purpose]);
  await tx.insertInto('one_time_links').values({ secret_hash: hashOf(secret), purpose, person_id: personId, created_at: now, expires_at: later(now, linkMinutes[purpose]) }).execute();
  return secret;
}

/** Ends the links of somebody for some purposes that were not used yet; whether there was any. */
export async function withdrawLinksIn(tx: Tx, personId: string, purposes: readonly LinkPurpose[]): Promise<boolean> {
  const ended = await tx.deleteFrom('one_time_links').where('person_id', '=', personId).where('purpose', 'in', [...purposes]).where('used_at', 'is', null).returning('person_id').execute();
  return ended.length > 0;
}

/** Looks at a link without using it up: mail scanners and link previews do as much. */
export async function findLink(secret: string, purpose: LinkPurpose, now: Date, reader: Reader = database()): Promise<Link | undefined> {
  const found = await reader
    .selectFrom('one_time_links as l')
    .innerJoin('people as p', 'p.id', 'l.person_id')
    .innerJoin('person_mails as m', (join) => join.onRef('m.person_id', '=', 'p.id').on('m.is_primary', '=', true))
    .select(['l.secret_hash', 'l.person_id', 'p.name', 'p.language', 'p.spoken_languages', 'p.time_zone', 'p.publish_name', 'm.address as mail'])
    .where('l.secret_hash', '=', hashOf(secret)).where('l.purpose', '=', purpose)
    .where('l.used_at', 'is', null).where('l.expires_at', '>', now).where('p.erased_at', 'is', null).where('p.suspended_at', 'is', null)
    .executeTakeFirst();
  return found === undefined ? undefined : { ...found, purpose };
}

/** Uses a link up. Of two at once, the second waits for the first and is told no. */
export async function consumeLinkIn(tx: Tx, link: Pick<Link, 'secret_hash' | 'purpose'>, now: Date): Promise<boolean> {
  const used = await tx.updateTable('one_time_links').set({ used_at: now })
    .where('secret_hash', '=', link.secret_hash).where('purpose', '=', link.purpose).where('used_at', 'is', null).where('expires_at', '>', now)
    .returning('person_id').executeTakeFirst();
  return used !== undefined;
}
