import { expect, type Locator } from '@playwright/test';
import { paths } from '#app/paths';
import { field, inspect, open, press, section, type Traveller } from '../journey/traveller';
import type { Person } from '../month/people';
import type { Cycle } from './cycle';

/** What publishing still needs, in the order in which it is said. */
export type Gap = 'not_frozen' | 'not_signed_off' | 'reply_not_opened' | 'reply_running' | 'not_approved';

/** A part of the desk. */
export const part = (who: Traveller, title: string): Locator => section(who, who.t(`reporting:${title}.title`));

/** Everything that is missing is said at once, and the button says how much it is. */
export async function lacks(who: Person, ref: string, gaps: readonly Gap[]): Promise<void> {
  const { t } = who;
  await open(who, paths.reportEdit(ref));
  const publication = part(who, 'publication');
  const missing = gaps.map((gap) => t(`reporting:gaps.${gap}`));
  await expect.poll(() => publication.getByRole('listitem').allTextContents()).toEqual(missing);
  const act = publication.getByRole('button', { name: t('reporting:publication.act'), exact: true });
  await expect(act).toBeDisabled();
  await expect(act).toHaveAccessibleDescription(t('reporting:publication.blocked', { count: gaps.length }));
}

/** Freezes the figures, at first with another name than that of the cycle; what is missing is listed with its count, and kept. */
export async function freeze(who: Person, ref: string, cycle: Cycle, missing: readonly string[]): Promise<void> {
  const { page, t } = who;
  await open(who, paths.reportEdit(ref));
  const freezing = part(who, 'freeze');
  for (const kind of missing) {
    await expect(freezing.getByRole('row').filter({ hasText: t(`reporting:missing_before.kinds.${kind}`) }).getByRole('cell')).toHaveText(/^[1-9]\d*$/);
  }
  const name = field(who, t('reporting:freeze.confirmation', { cycle: cycle.ref }), freezing);
  await name.fill(`${cycle.ref}-draft`);
  await press(who, t('reporting:freeze.act'), freezing);
  await expect(page.getByRole('alert')).toContainText(t('reporting:problems.type_the_cycle', { cycle: cycle.ref }));
  await expect(name).toHaveValue(`${cycle.ref}-draft`);
  await name.fill(cycle.ref);
  // Everything is copied and counted before it answers.
  await freezing.getByRole('button', { name: t('reporting:freeze.act'), exact: true }).click({ timeout: 60_000 });
  await expect(freezing.locator('.hash')).toHaveText(/^[0-9a-f ]{71}$/);
  await expect(freezing).toContainText(t('reporting:missing_before.was'));
  await inspect(who);
}
