import { expect } from '@playwright/test';
import { arrive, become, confirmUntil, dayAhead, field, inspect, linkTo, open, press, section, signOut, type Traveller } from './traveller';

/** The group that the account of the chair leads in the demo world. */
const group = 'WG-01';

export interface Decided {
  readonly session: string;
  readonly decision: string;
}

/** The chair plans a session, holds it with a quorum, and publishes what came of it. */
export async function holdSession(who: Traveller, title: string): Promise<Decided> {
  await become(who, 'chair');
  const session = await planSession(who, title);
  await gather(who);
  const decision = await decide(who, title);
  await giveAction(who, title);
  await close(who);
  await signOut(who);
  await open(who, who.to.decision(decision));
  await expect(who.page.getByText(textOf(title)).first()).toBeVisible();
  await expect(linkTo(who, who.to.session(session))).toBeVisible();
  return { session, decision };
}

const textOf = (title: string): string => `The group agrees: ${title}.`;

/** From the page of the group to its desk, where the next session is planned and convened. */
async function planSession(who: Traveller, title: string): Promise<string> {
  const { page, t, to } = who;
  await open(who, to.workingGroup(group));
  await page.getByRole('link', { name: t('working-groups:desk.open_group'), exact: true }).click();
  await arrive(who);
  const plan = section(who, t('working-groups:plan.title'));
  await field(who, t('working-groups:plan.name'), plan).fill(title);
  await field(who, t('working-groups:plan.day'), plan).fill(dayAhead(1));
  await field(who, t('working-groups:plan.items'), plan).fill(`Numbers for ${title}`);
  await press(who, t('working-groups:plan.act'), plan);
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
  await arrive(who);
  await page.getByRole('link', { name: t('working-groups:invitation.preview'), exact: true }).click();
  await arrive(who);
  await press(who, t('working-groups:desk.convene'));
  await press(who, t('working-groups:desk.start'));
  await expect(page.getByRole('heading', { name: t('working-groups:desk.who_is_here') })).toBeVisible();
  await inspect(who);
  return /sessions\/([^/]+)\/desk/.exec(page.url())?.[1] ?? '';
}

/** One is not enough for a quorum; all are. */
async function gather(who: Traveller): Promise<void> {
  const { page, t } = who;
  const quorum = section(who, t('working-groups:desk.quorum'));
  const here = section(who, t('working-groups:desk.who_is_here'));
  await here.getByRole('combobox').first().selectOption('holder_remote');
  await press(who, t('working-groups:desk.save_attendance'));
  await expect(quorum.getByText(t('working-groups:quorum.not_met'), { exact: true })).toBeVisible();
  await expect(page.getByText(t('working-groups:desk.without_quorum'), { exact: true })).toBeVisible();
  for (const seat of await here.getByRole('combobox').all()) await seat.selectOption('holder_remote');
  await press(who, t('working-groups:desk.save_attendance'));
  await expect(quorum.getByText(t('working-groups:quorum.met'), { exact: true })).toBeVisible();
}

/** Treats what stands before it on the agenda, then records a decision on the session's own item, each seat with its vote. */
async function decide(who: Traveller, title: string): Promise<string> {
  const { page, t } = who;
  const current = page.getByRole('heading', { level: 2, name: `Numbers for ${title}`, exact: true });
  for (let treated = 0; treated < 8 && !(await current.isVisible()); treated += 1) await press(who, t('working-groups:desk.next_item'));
  const form = page.locator('main form').filter({ has: page.getByRole('heading', { name: t('working-groups:decision.one'), exact: true }) });
  await field(who, t('working-groups:desk.decision_text'), form).fill(textOf(title));
  await form.getByText(t('working-groups:votes.by_seat'), { exact: true }).click();
  for (const seat of await form.getByRole('listitem').getByRole('combobox').all()) await seat.selectOption('for');
  await press(who, t('working-groups:desk.record_decision'), form);
  const soFar = section(who, t('working-groups:desk.so_far'));
  const recorded = soFar.getByRole('row').filter({ hasText: textOf(title) });
  await expect(recorded).toContainText(t('working-groups:decision_status.adopted'));
  await inspect(who);
  return ((await recorded.getByRole('link').first().textContent()) ?? '').trim();
}

async function giveAction(who: Traveller, title: string): Promise<void> {
  const { page, t } = who;
  const form = page.locator('main form').filter({ has: page.getByRole('heading', { name: t('working-groups:action.one'), exact: true }) });
  await field(who, t('working-groups:action.what'), form).fill(`Count for ${title}`);
  await field(who, t('working-groups:action.owner'), form).selectOption({ index: 1 });
  await field(who, t('working-groups:action.due'), form).fill(dayAhead(20));
  await press(who, t('working-groups:desk.add_action'), form);
  await expect(section(who, t('working-groups:desk.so_far')).getByText(`Count for ${title}`)).toBeVisible();
}

async function close(who: Traveller): Promise<void> {
  const { t } = who;
  const soFar = section(who, t('working-groups:desk.so_far'));
  await soFar.locator('summary').click();
  await field(who, t('working-groups:desk.summary'), soFar).fill('One rule was agreed.');
  await press(who, t('working-groups:desk.close'), soFar);
  await press(who, t('working-groups:desk.publish'));
  await confirmUntil(who, section(who, t('working-groups:desk.published_title')));
}
