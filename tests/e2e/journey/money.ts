import { expect } from '@playwright/test';
import { paths } from '#app/paths';
import { lead } from './commitment';
import { arrive, become, field, inspect, open, press, section, type Traveller } from './traveller';

/** The member promises money for the commitment, somebody else confirms it, and steps of it are recorded; says its reference. */
export async function giveMoney(who: Traveller, title: string, commitment: string): Promise<string> {
  const pledge = await announce(who, title, commitment);
  await confirm(who, pledge);
  await become(who, 'member');
  await open(who, who.to.pledge(pledge));
  await record(who, { type: '2', value: '600000' });
  await record(who, { type: '3', value: '400000' });
  await payTooMuch(who);
  return pledge;
}

async function announce(who: Traveller, title: string, commitment: string): Promise<string> {
  const { page, t, to } = who;
  await become(who, 'member');
  await open(who, to.commitment(commitment));
  await page.getByRole('link', { name: t('commitments:form.add_pledge'), exact: true }).click();
  await arrive(who);
  await field(who, t('financing:form.provider')).selectOption(lead);
  await field(who, t('financing:form.title')).fill(`Lines for ${title}`);
  await field(who, t('financing:form.amount')).fill('1000000');
  await field(who, t('financing:form.currency')).selectOption('USD');
  await field(who, t('financing:form.recipient', { number: 1 })).selectOption(lead);
  await field(who, t('financing:form.share', { number: 1 })).fill('100');
  await press(who, t('financing:form.save_new'));
  await expect(page.getByRole('heading', { level: 1, name: `Lines for ${title}` })).toBeVisible();
  await arrive(who);
  // Nobody confirms what they recorded themselves.
  await expect(page.getByRole('button', { name: t('financing:pledge.confirm'), exact: true })).toHaveCount(0);
  const ref = /PLG-\d{4}-\d{4}/.exec(page.url())?.[0] ?? '';
  await open(who, paths.pledgeAct(ref, 'edit'));
  await inspect(who);
  return ref;
}

async function confirm(who: Traveller, pledge: string): Promise<void> {
  const { page, t, to } = who;
  await become(who, 'secretariat');
  await open(who, to.pledge(pledge));
  await inspect(who);
  await press(who, t('financing:pledge.confirm'));
  await expect(page.getByText(t('financing:status.confirmed'), { exact: true }).first()).toBeVisible();
}

interface Step {
  /** Of IATI: 2 committed, 3 disbursed. */
  readonly type: '2' | '3';
  readonly value: string;
}

async function record(who: Traveller, { type, value }: Step): Promise<void> {
  const { page, t } = who;
  await page.getByRole('link', { name: t('financing:pledge.record_transaction'), exact: true }).click();
  await arrive(who);
  await page.getByRole('radio', { name: t(`financing:record.type_hint.${type}`) }).check();
  await field(who, t('financing:record.value', { currency: 'USD' })).fill(value);
  await press(who, t('financing:record.save'));
}

/** FI-4: a payment beyond what is committed is taken with an explanation only, which then stands beside it. */
async function payTooMuch(who: Traveller): Promise<void> {
  const { page, t } = who;
  await record(who, { type: '3', value: '300000' });
  await expect(page.getByRole('alert')).toContainText(t('financing:problems.beyond_commitment'));
  await expect(field(who, t('financing:record.value', { currency: 'USD' }))).toHaveValue('300000');
  await arrive(who);
  const why = field(who, t('financing:record.explanation'));
  await expect(why).toHaveAccessibleDescription(new RegExp(t('financing:problems.beyond_commitment')));
  await why.fill('Paid ahead of the rains.');
  await press(who, t('financing:record.save'));
  const transactions = section(who, t('financing:pledge.transactions'));
  await expect(transactions.getByText(t('financing:transactions.beyond', { why: 'Paid ahead of the rains.' })).first()).toBeVisible();
  await arrive(who);
}
