import { expect, test } from '@playwright/test';
import { paths, type GroupAct } from '#app/paths';
import { arrive, become, field, giveBack, inspect, open, press, traveller, type Traveller, type Way } from './journey/traveller';
import { phone } from './inspection';

const ways: readonly Way[] = [
  { language: 'en', width: phone.width, scripts: true },
  { language: 'ar', width: phone.width, scripts: true },
  { language: 'en', width: 1280, scripts: false },
];
const run = Date.now().toString(36);

/** The act that a group page leads to, for whoever may take it. */
const leadsTo = ({ page }: Traveller, ref: string, act: GroupAct) => page.locator(`main a[href="${paths.groupAct(ref, act)}"]`);

/** Looks at the page of a step, at first at that of the group too, and takes it. */
async function take(who: Traveller, ref: string, act: GroupAct, reason?: string): Promise<void> {
  const { page, t, to } = who;
  await open(who, to.workingGroup(ref));
  if (act === 'charter') await inspect(who);
  await leadsTo(who, ref, act).click();
  await arrive(who);
  await expect(page.getByRole('heading', { level: 1, name: t(`working-groups:life.act.${act}`), exact: true })).toBeVisible();
  await inspect(who);
  if (reason !== undefined) {
    await press(who, t(`working-groups:life.act.${act}`));
    await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1);
    await arrive(who);
    await field(who, t('working-groups:life.reason')).fill(reason);
  }
  await press(who, t(`working-groups:life.act.${act}`));
  await page.waitForURL((url) => url.pathname === to.workingGroup(ref));
  await arrive(who);
}

/** Somebody of the secretariat proposes a group; what they typed stays where something is missing. */
async function propose(who: Traveller, name: string, chair: boolean): Promise<string> {
  const { page, t } = who;
  await open(who, paths.newGroup);
  await inspect(who);
  await field(who, t('working-groups:charter.purpose')).fill('Says which towers are shared.');
  await press(who, t('working-groups:charter.act'));
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1);
  await arrive(who);
  await expect(field(who, t('working-groups:charter.purpose'))).toHaveValue('Says which towers are shared.');
  await field(who, t('working-groups:charter.name')).fill(name);
  const office = page.getByRole('group', { name: t('working-groups:charter.office.chair'), exact: true });
  await field(who, t('working-groups:seats.organisation'), office).fill('Harbour Telecom Group');
  if (chair) await field(who, t('working-groups:seats.holder'), office).fill('focal.point.32@people.example');
  await press(who, t('working-groups:charter.act'));
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  await arrive(who);
  return /working-groups\/([^/]+)$/.exec(new URL(page.url()).pathname)?.[1] ?? '';
}

for (const way of ways) {
  test.describe(`the life of a group, ${way.language}, ${way.scripts ? 'with' : 'without'} scripts`, () => {
    test.use({ actionTimeout: 20_000, javaScriptEnabled: way.scripts, viewport: { width: way.width, height: 900 } });
    const name = `Shared towers ${way.language} ${way.scripts ? 'one' : 'two'} ${run}`;

    test('is proposed by one, chartered by another, works, reports and is concluded', async ({ page }) => {
      test.setTimeout(600_000);
      const who = traveller(page, way);
      const { t, to } = who;
      await become(who, 'officer');
      const ref = await propose(who, name, true);
      await expect(leadsTo(who, ref, 'charter'), 'nobody charters what they proposed').toHaveCount(0);
      await become(who, 'secretariat');
      await take(who, ref, 'charter');
      await expect(page.getByRole('main')).toContainText(t('working-groups:life.next.chartered'));
      await take(who, ref, 'commencement');
      await expect(page.getByText(t('working-groups:group_status.active'), { exact: true }).first()).toBeVisible();
      await take(who, ref, 'reporting');
      await expect(leadsTo(who, ref, 'conclusion'), 'nor concludes what they took to its report').toHaveCount(0);
      await become(who, 'officer');
      await take(who, ref, 'conclusion', 'The towers are shared.');
      await expect(page.getByRole('main')).toContainText('The towers are shared.');
      await expect(page.getByText(t('working-groups:group_status.concluded'), { exact: true }).first()).toBeVisible();
      expect((await page.goto(paths.groupAct(ref, 'dissolution')))?.status(), 'what has ended does not end again').toBe(403);
      await open(who, to.workingGroup(ref));
      await giveBack(who);
    });

    test('does not begin without a chair, and is dissolved with a reason', async ({ page }) => {
      test.setTimeout(600_000);
      const who = traveller(page, way);
      const { t } = who;
      await become(who, 'officer');
      const ref = await propose(who, `${name} again`, false);
      await become(who, 'secretariat');
      await take(who, ref, 'charter');
      await open(who, paths.groupAct(ref, 'commencement'));
      await expect(page.getByRole('main')).toContainText(t('working-groups:life.wrong.no_chair'));
      await expect(page.getByRole('button', { name: t('working-groups:life.act.commencement') })).toBeDisabled();
      await arrive(who);
      await take(who, ref, 'dissolution', 'Nobody leads it.');
      await expect(page.getByRole('main')).toContainText('Nobody leads it.');
      await giveBack(who);
    });
  });
}
