import { leadOf } from '#app/commitments/notices.server';
import { textFor } from '#app/languages/catalogues.server';
import { formatMoneyExact, formatNumber } from '#app/languages/format';
import { sendLetter } from '#app/mail/letter.server';
import { secretariatOf } from '#app/members/people/readers.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
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

/** A pair that the finder has proposed, with the coalitions of its two pledges, whose secretariats decide. */
export interface FoundLink {
  readonly id: string;
  readonly coalitions: readonly string[];
}

/** Tells each of those who decide how many pairs of theirs were found, in one letter. */
export async function tellDesks(tx: Tx, found: readonly FoundLink[], now: Date): Promise<void> {
  const pairs = new Map<string, Set<string>>();
  for (const coalition of new Set(found.flatMap(({ coalitions }) => coalitions))) {
    const theirs = found.filter(({ coalitions }) => coalitions.includes(coalition));
    for (const personId of await secretariatOf(tx, coalition, now)) pairs.set(personId, new Set([...(pairs.get(personId) ?? []), ...theirs.map(({ id }) => id)]));
  }
  for (const [personId, { size }] of pairs) {
    await sendLetter(tx, {
      to: { personId }, words: 'financing:mails.links_found', values: (language) => ({ shown: formatNumber(language, size) }), path: paths.fundingLinks(), thread: 'funding_links',
      key: `funding_links:${dayOf(now)}:${personId}`, now,
    });
  }
}
