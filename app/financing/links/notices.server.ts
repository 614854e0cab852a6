import { leadOf } from '#app/commitments/notices.server';
import { textFor } from '#app/languages/catalogues.server';
import { formatMoneyExact } from '#app/languages/format';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import type { LockedLink } from './lock.server';
import type { LinkKind } from './model';

interface Told {
  /** `financing:mails.<words>` */
  readonly words: 'link_decided' | 'link_changed' | 'link_ended';
  readonly kind: LinkKind;
  readonly amount: string;
  readonly reason: string;
  readonly version: number;
  readonly now: Date;
}

/** Tells those who speak for the two providers what was decided about their pledges; both may object on the link's page. */
export async function tellProviders(tx: Tx, link: LockedLink, { words, kind, amount, reason, version, now }: Told): Promise<void> {
  const { pledge, counted_in } = link;
  const speaking = await Promise.all([pledge, counted_in].map((side) => leadOf(tx, { lead_organisation_id: side.provider_organisation_id, lead_country_iso2: side.provider_country_iso2, submitted_by: null }, now)));
  for (const personId of new Set(speaking.flat())) {
    await sendLetter(tx, {
      to: { personId },
      words: `financing:mails.${words}`,
      values: (language) => ({
        pledge: pledge.ref, counted_in: counted_in.ref, title: pledge.title, amount: formatMoneyExact(language, amount, pledge.currency), reason,
        kind: textFor(language, 'financing')(`links.kind.${kind}`),
      }),
      path: paths.fundingLink(link.id),
      thread: `funding_link:${link.id}`,
      key: `funding_link:${link.id}:${words}:${version}:${personId}`,
      now,
    });
  }
}
