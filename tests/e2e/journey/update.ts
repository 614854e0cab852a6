import { expect } from '@playwright/test';
import { paths } from '#app/paths';
import { become, dayAhead, field, linkTo, open, press, arrive, type Traveller } from './traveller';

/** The secretariat opens the reporting cycle of a year for the global coalition; says its reference. */
export async function openCycle(who: Traveller, year: number): Promise<string> {
  const { page, t } = who;
  await become(who, 'secretariat');
  await open(who, paths.cycles);
  await field(who, t('reporting:cycles.year')).fill(String(year));
  await field(who, t('reporting:cycles.opens_on')).fill(dayAhead(0));
  await field(who, t('reporting:cycles.due_on')).fill(dayAhead(30));
  await field(who, t('reporting:cycles.grace_on')).fill(dayAhead(45));
  await field(who, t('reporting:cycles.lock_on')).fill(dayAhead(60));
  await press(who, t('reporting:cycles.act'));
  await expect(page.getByRole('heading', { level: 1, name: t('reporting:board.title') })).toBeVisible();
  await arrive(who);
  return /cycles\/([^/?#]+)/.exec(page.url())?.[1] ?? '';
}

/** The member says how far the commitment is, and a reviewer accepts it. */
export async function report(who: Traveller, commitment: string, cycle: string): Promise<void> {
  const { page, t } = who;
  await become(who, 'member');
  await open(who, paths.updates(cycle));
  const entry = page.getByRole('group').filter({ has: page.locator(`a[href="${who.to.commitment(commitment)}"]`) });
  await entry.getByRole('radio', { name: t('reporting:answers.update'), exact: true }).check();
  await field(who, t('reporting:updates.value', { what: t('commitments:unit.schools') }), entry).fill('60');
  await field(who, t('reporting:updates.as_of'), entry).fill(dayAhead(0));
  await field(who, t('reporting:updates.narrative'), entry).fill('The first forty lines are up.');
  await press(who, t('reporting:updates.send_one'), entry);
  await expect(page.getByRole('status')).toContainText(t('reporting:updates.received', { count: 1, shown: '1' }));
  await arrive(who);
  await become(who, 'reviewer');
  await open(who, paths.cycle(cycle));
  await linkTo(who, paths.updateReview(cycle, commitment)).click();
  await arrive(who);
  await press(who, t('reporting:review.accept'));
  await expect(page.getByRole('status')).toContainText(t('reporting:board.accepted', { ref: commitment }));
}
