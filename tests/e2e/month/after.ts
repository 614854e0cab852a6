import { expect } from '@playwright/test';
import { arrive, field, inspect, press } from '../journey/traveller';
import { cast, type Person } from './cast';
import { letterTo } from './letters';
import { later, type World } from './world';

/** An action that was given in the session. */
export interface Given {
  readonly ref: string;
  readonly text: string;
  /** `YYYY-MM-DD` */
  readonly due: string;
}

/** A week before its day its owner is reminded, finds it in their work, and says that it is done, with what shows it. */
export async function finish(world: World, who: Person, { ref, text, due }: Given): Promise<void> {
  const { page, t } = who;
  await world.moveTo(later(new Date(`${due}T09:00:00Z`), -7));
  await letterTo(world.post, cast.member.mail, t('working-groups:mails.actions_due.subject', { count: 1 }), ref);
  await who.enter();
  await page.getByRole('link', { name: text }).first().click();
  await arrive(who);
  await page.getByRole('link', { name: t('working-groups:actions.act.completion'), exact: true }).click();
  await arrive(who);
  await press(who, t('working-groups:actions.act.completion'));
  const outcome = field(who, t('working-groups:actions.outcome'));
  await expect(page.getByRole('alert').getByRole('link', { name: /./ })).toHaveCount(1);
  await outcome.fill('Two registers use the same number for each school.');
  await field(who, t('records:evidence.title')).fill('Comparison of two registers');
  await field(who, t('records:evidence.url')).fill('https://example.org/registers/comparison');
  await press(who, t('working-groups:actions.act.completion'));
  await expect(page.getByText(t('working-groups:action_status.done'), { exact: true }).first()).toBeVisible();
  await inspect(who);
}
