import { permit, type PermitFor } from '#app/access/permit';
import { done, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { lockOffer } from '#app/countries/offers/lock.server';
import { tellOfPledge } from '#app/countries/offers/notices.server';
import { dayOf } from '#app/platform/clock';
import type { PledgeKind } from '../model';
import { createPledgeIn } from '../operations.server';
import { pledgePolicy } from '../policy';
import type { ConversionForm } from './input.server';
import type { conversionPolicy } from './policy';

/** RQ-7: makes an accepted offer a pledge to the country that took it, announced today. The country is told. */
export function convertOffer(granted: PermitFor<typeof conversionPolicy.convert>, occasion: Occasion, form: Omit<ConversionForm, 'commitment'>): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockOffer(tx, granted.subject.offer_id);
    const { subject, actor } = granted.again({ ...granted.subject, state: row.state });
    const offer = await tx.selectFrom('offers').innerJoin('offer_texts', (join) => join.onRef('offer_texts.offer_id', '=', 'offers.id').onRef('offer_texts.language', '=', 'offers.language'))
      .select(['offers.kind', 'offers.accepted_for_iso2', 'offer_texts.title']).where('offers.id', '=', row.id).executeTakeFirstOrThrow();
    const country = offer.accepted_for_iso2 ?? '';
    const made = await createPledgeIn(tx, permit(pledgePolicy.create, actor, subject), occasion, {
      ...form, title: offer.title, kind: offer.kind as PledgeKind, announced_on: dayOf(occasion.now), visibility: 'public', recipients: [{ party: { country_iso2: country, organisation_id: null }, share: '100' }],
    });
    if (!made.ok) return made;
    await tellOfPledge(tx, row, made.value, country, actor, occasion.now);
    return done({ ref: made.value.ref });
  });
}
