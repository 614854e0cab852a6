import { sql } from 'kysely';
import { textFor } from '#app/languages/catalogues.server';
import { formatDayInZone } from '#app/languages/format';
import { isLanguage, type Language } from '#app/languages/language';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import { scopeName } from './queries.server';

/** Tells the holder, in their language, that they have a role from now on or from a later day, or have it no longer. */
export async function tellOfRole(tx: Tx, role_id: string, what: 'granted' | 'granted_later' | 'ended', now: Date): Promise<void> {
  const about = await tx.selectFrom('roles as r').innerJoin('people as p', 'p.id', 'r.person_id').select(['r.person_id', 'r.role', 'r.starts_at', 'p.language', 'p.time_zone']).where('r.id', '=', role_id).executeTakeFirstOrThrow();
  const language: Language = isLanguage(about.language) ? about.language : 'en';
  const scope = await sql<{ name: string | null }>`select ${scopeName('r', language)} as name from roles r where r.id = ${role_id}`.execute(tx);
  const t = textFor(language, 'accounts');
  await sendLetter(tx, {
    to: { personId: about.person_id },
    words: `accounts:mails.role_${what}`,
    values: { role: t(`roles.${about.role}`), scope: scope.rows[0]?.name ?? t('scopes.platform'), from: formatDayInZone(language, about.starts_at, about.time_zone) },
    path: paths.my,
    thread: `role:${role_id}`,
    key: `role:${role_id}:${what}`,
    now,
  });
}
