import { expect, type Locator } from '@playwright/test';
import { paths } from '#app/paths';
import { arrive, become, confirmUntil, field, linkTo, open, press, section, type Traveller } from './traveller';

/** The clause that the journey's commitment serves. */
export const clause = 'P1.2';
/** The country that the account of a member speaks for, as forms post it. */
export const lead = 'country:KE';

/** Kenya's focal point logs a commitment that answers a decision, in four steps; says its reference. */
export async function logCommitment(who: Traveller, title: string, decision: string): Promise<string> {
  const { page, t, to } = who;
  await become(who, 'member');
  await open(who, to.decision(decision));
  await page.getByRole('link', { name: t('working-groups:answers.log_decision'), exact: true }).click();
  await arrive(who);
  await sayWhat(who, title, decision);
  await sayMeasure(who);
  await arrive(who);
  await page.getByRole('link', { name: t('commitments:form.skip'), exact: true }).click();
  await arrive(who);
  for (const answer of [title, decision]) await expect(page.locator('main').getByText(answer, { exact: true }).first()).toBeVisible();
  await press(who, t('commitments:act.submission'));
  const ref = /CMT-\d{4}-\d{4}/.exec(page.url())?.[0] ?? '';
  await expect(page.getByRole('status')).toContainText(t('commitments:desk.received_text', { ref }));
  await expect(page.getByRole('heading', { name: t('commitments:next.title'), exact: true })).toBeVisible();
  await arrive(who);
  return ref;
}

/** The first step; at first without a title, which the page asks for without losing anything. */
async function sayWhat(who: Traveller, title: string, decision: string): Promise<void> {
  const { page, t } = who;
  const action = 'Each school gets a line, power that lasts the school day, and a person who keeps it running.';
  await field(who, t('commitments:form.lead')).selectOption(lead);
  await field(who, t('commitments:form.action')).fill(action);
  await field(who, t('commitments:form.type')).selectOption('infrastructure');
  await page.getByRole('checkbox', { name: new RegExp(`^${clause.replace('.', '\\.')} `) }).check();
  await page.getByRole('group', { name: t('commitments:form.groups') }).getByRole('checkbox').last().check();
  await page.getByRole('radio', { name: t('commitments:form.learner_data_no'), exact: true }).check();
  await press(who, t('commitments:form.continue'));
  const summary = page.getByRole('alert');
  await expect(summary).toContainText(t('ui:errors.title', { count: 1, shown: '1' }));
  await arrive(who);
  await summary.getByRole('link', { name: t('commitments:problems.title'), exact: true }).click();
  const missing = field(who, t('commitments:form.title'));
  await expect(missing).toBeFocused();
  await expect(missing).toHaveAccessibleDescription(new RegExp(t('commitments:problems.title')));
  await expect(field(who, t('commitments:form.action'))).toHaveValue(action);
  await expect(field(who, t('commitments:form.origin'))).toHaveValue(decision);
  await missing.fill(title);
  await press(who, t('commitments:form.continue'));
  await arrive(who);
}

/** The second step: one goal with its target, year and starting value. */
export async function sayMeasure(who: Traveller): Promise<void> {
  const { page, t } = who;
  const year = new Date().getUTCFullYear();
  await field(who, t('commitments:form.target')).fill('500');
  await field(who, t('commitments:form.unit')).selectOption('schools');
  await field(who, t('commitments:form.year')).fill(String(year + 3));
  await page.getByRole('radio', { name: t('commitments:form.baseline_known') }).check();
  await field(who, t('commitments:form.baseline_value')).fill('20');
  await field(who, t('commitments:form.baseline_year')).fill(String(year - 1));
  await field(who, t('commitments:form.method')).fill('Head teachers count each term.');
  await press(who, t('commitments:form.continue'));
}

/** A reviewer verifies what was submitted, the secretariat publishes it: each finds it in the queue. */
export async function publishCommitment(who: Traveller, ref: string): Promise<void> {
  const { page, t } = who;
  await become(who, 'reviewer');
  await act(who, ref, 'verification', page.getByRole('heading', { name: t('commitments:life.done.verified'), exact: true }));
  await become(who, 'secretariat');
  await act(who, ref, 'publication', section(who, t('commitments:promise.title')));
}

/** From the queue to the commitment, to the page of the act, and on until it is done. */
export async function act(who: Traveller, ref: string, name: 'verification' | 'publication', done: Locator): Promise<void> {
  const { page, t, to } = who;
  const label = t(`commitments:act.${name}`);
  await open(who, paths.review);
  await linkTo(who, to.commitment(ref)).click();
  await arrive(who);
  await page.getByRole('link', { name: label, exact: true }).click();
  await confirmUntil(who, page.getByRole('button', { name: label, exact: true }));
  await press(who, label);
  await confirmUntil(who, done);
}
