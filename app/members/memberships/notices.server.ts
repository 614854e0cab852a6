import { sendLetter } from '#app/mail/letter.server';
import { textFor } from '#app/languages/catalogues.server';
import { peopleFor, secretariatOf } from '#app/members/people/readers.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import type { LockedMembership } from './succession.server';

/** What became of a membership, to the people who act for the member; when it leaves, to the secretariat too. */
export async function tellOfMembership(tx: Tx, row: LockedMembership, what: 'suspended' | 'reinstated' | 'recategorised' | 'ended' | 'withdrawn', now: Date, reason: string): Promise<void> {
  const organisation = await tx.selectFrom('organisations').select(['name', 'ref']).where('id', '=', row.organisation_id).executeTakeFirstOrThrow();
  const names = await tx.selectFrom('coalition_texts').select(['language', 'name']).where('coalition_id', '=', row.coalition_id).execute();
  const readers = [...(await peopleFor(tx, row.organisation_id, ['org_admin', 'focal_point', 'deputy_focal_point'], now)), ...(what === 'withdrawn' ? await secretariatOf(tx, row.coalition_id, now) : [])];
  for (const personId of new Set(readers)) {
    await sendLetter(tx, {
      to: { personId }, words: `members:mails.membership_${what}`,
      values: (language) => ({
        name: organisation.name, reason, category: textFor(language, 'members')(`category.${row.category}`),
        coalition: (names.find((one) => one.language === language) ?? names.find((one) => one.language === 'en') ?? names[0])?.name ?? '',
      }),
      path: (language) => paths.in(language).member(organisation.ref), thread: `membership:${row.id}`, key: `membership:${row.id}:${what}:${row.version}`, now,
    });
  }
}
