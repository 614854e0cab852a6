import { expect } from '@playwright/test';
import { paths } from '#app/paths';
import { inspect, open, press, section } from '../journey/traveller';
import { letterTo } from '../month/letters';
import type { Person } from '../month/people';
import type { World } from '../month/world';
import { cast } from './cast';
import type { Cycle } from './cycle';
import { commitmentsOn, entryOf } from './updates';

/** Who was silent says after the freeze, in their language, that nothing changed; says of which commitment. */
export async function answerLate(world: World, who: Person, { ref }: Cycle): Promise<string> {
  const { t } = who;
  await who.enter();
  await open(who, paths.updates(ref));
  const [commitment = ''] = await commitmentsOn(who);
  const entry = entryOf(who, commitment);
  await entry.getByRole('radio', { name: t('reporting:answers.nothing_changed'), exact: true }).check();
  await press(who, t('reporting:updates.send_one'), entry);
  await letterTo(world.post, cast.silent.mail, t('reporting:mails.receipt.subject', { ref: commitment }));
  return commitment;
}

/** It is read and accepted as any other. */
export async function acceptLate(who: Person, { ref }: Cycle, commitment: string): Promise<void> {
  const { page, t } = who;
  await who.enter();
  await open(who, paths.updateReview(ref, commitment));
  await press(who, t('reporting:review.accept'));
  await expect(page.getByRole('status')).toContainText(t('reporting:board.accepted', { ref: commitment }));
}

/** Beside what was frozen stands what came later, and that it belongs to the next report. */
export async function isLater(who: Person, ref: string, commitment: string): Promise<void> {
  const { page, t } = who;
  await open(who, paths.reportEdit(ref));
  await section(who, t('reporting:since.title')).getByRole('link', { name: t('reporting:since.compare'), exact: true }).click();
  const update = page.getByRole('row').filter({ hasText: commitment }).filter({ has: page.locator('td', { hasText: new RegExp(`^${t('reporting:since.kinds.update')}$`) }) });
  await expect(update).toContainText(t('reporting:since.fates.added'));
  await expect(page.getByRole('main')).toContainText(t('reporting:since.lede'));
  await inspect(who);
}
