import { expect } from '@playwright/test';
import { paths } from '#app/paths';
import { arrive, field, inspect, open, press, section, type Traveller } from '../journey/traveller';
import { group, type Person } from './cast';

/** What is recommended, on the ground of what was decided. */
export interface Advice {
  readonly title: string;
  readonly text: string;
  /** Its number, and its words. */
  readonly decision: string;
  readonly decided: string;
}

/** Who is asked: the ministry that the demonstration's member speaks for. */
const addressee = 'Ministry of Education of Kenya';
const said = 'From the next term on; the first counts are being gathered.';

/** The chair writes a draft at the desk of the group, at first without the decision that it rests on. Says its number. */
export async function recommend(who: Person, { title, text, decision }: Advice): Promise<string> {
  const { page, t } = who;
  await who.enter();
  await open(who, paths.groupDesk(group));
  const form = section(who, t('working-groups:recommend.title'));
  await form.getByText(t('working-groups:recommend.open'), { exact: true }).click();
  await field(who, t('working-groups:recommend.name'), form).fill(title);
  await field(who, t('working-groups:recommend.text'), form).fill(text);
  await form.getByRole('radio', { name: t('working-groups:recommendation_status.draft'), exact: true }).check();
  await press(who, t('working-groups:recommend.act'), form);
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1);
  await arrive(who);
  await expect(field(who, t('working-groups:recommend.text'), form)).toHaveValue(text);
  await form.getByRole('checkbox', { name: decision }).check();
  await press(who, t('working-groups:recommend.act'), form);
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
  await arrive(who);
  await expect(section(who, t('working-groups:decisions.title'))).toContainText(decision);
  return /recommendations\/([^/]+)$/.exec(new URL(page.url()).pathname)?.[1] ?? '';
}

/** Says whom it is for. */
export async function sendTo(who: Person, ref: string): Promise<void> {
  const { page, t, to } = who;
  await act(who, 'addressees', async () => {
    await page.getByText(t('working-groups:recommendations.to.organisations'), { exact: true }).first().click();
    await page.getByRole('checkbox', { name: addressee, exact: true }).check();
  });
  await page.waitForURL((url) => url.pathname === to.recommendation(ref));
  await expect(section(who, t('working-groups:responses.title'))).toContainText(addressee);
  await expect(section(who, t('working-groups:responses.title'))).toContainText(t('working-groups:responses.not_asked'));
}

/** Issues it, and makes its words final: whoever it is for is asked. */
export async function finalise(who: Person, ref: string): Promise<void> {
  const { page, t, to } = who;
  await open(who, to.recommendation(ref));
  await act(who, 'issue');
  await expect(page.getByText(t('working-groups:recommendation_status.preliminary'), { exact: true }).first()).toBeVisible();
  await act(who, 'finality');
  await expect(page.getByText(t('working-groups:recommendation_status.final'), { exact: true }).first()).toBeVisible();
  await expect(section(who, t('working-groups:responses.title'))).toContainText(t('working-groups:responses.waiting', { count: 0, shown: 0 }));
  await inspect(who);
}

async function act(who: Person, name: 'addressees' | 'issue' | 'finality', fill = async () => undefined as void): Promise<void> {
  const { page, t } = who;
  await page.getByRole('link', { name: t(`working-groups:recommendations.act.${name}`), exact: true }).click();
  await arrive(who);
  await fill();
  await press(who, t(`working-groups:recommendations.act.${name}`));
  await arrive(who);
}

/** Who speaks for the addressee finds it in their work; an answer says something. */
export async function answerAs(who: Person, ref: string, title: string): Promise<void> {
  const { page, t, to } = who;
  await who.enter();
  await open(who, paths.my);
  await page.locator(`main a[href^="${paths.recommendationResponse(ref, '')}"]`).filter({ visible: true }).first().click();
  await arrive(who);
  await expect(page.getByRole('main')).toContainText(title);
  await inspect(who);
  const button = t('working-groups:responses.give_for', { name: addressee });
  await page.getByRole('radio', { name: t('working-groups:responses.means.accept') }).check();
  await press(who, button);
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1);
  await arrive(who);
  await field(who, t('working-groups:responses.words')).fill(said);
  await press(who, button);
  await page.waitForURL((url) => url.pathname === to.recommendation(ref));
  await expect(section(who, t('working-groups:responses.title'))).toContainText(t('working-groups:responses.answer.accept'));
}

interface Sought extends Advice {
  readonly ref: string;
  /** Whether it can be found: a draft cannot. */
  readonly there: boolean;
}

/** Anybody looks for both by their words and by the group, and follows them to each other. */
export async function find(who: Traveller, { ref, title, text, decision, decided, there }: Sought): Promise<void> {
  const { page, to } = who;
  await seek(who, 'recommendations', title);
  await expect(page.getByRole('main').getByRole('link', { name: title, exact: true })).toHaveCount(there ? 1 : 0);
  if (!there) {
    expect((await page.goto(to.recommendation(ref)))?.status()).toBe(404);
    return;
  }
  await page.getByRole('main').getByRole('link', { name: title, exact: true }).click();
  await arrive(who);
  for (const words of [text, said, addressee]) await expect(page.getByRole('main')).toContainText(words);
  await seek(who, 'decisions', decided);
  await page.getByRole('main').getByRole('link', { name: decision, exact: true }).first().click();
  await arrive(who);
  await expect(page.getByRole('main')).toContainText(decided);
  await page.getByRole('main').locator(`a[href="${to.recommendation(ref)}"]`).filter({ visible: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
}

/** Searches a register for words among the records of the group alone. */
async function seek(who: Traveller, list: 'decisions' | 'recommendations', words: string): Promise<void> {
  const { page, t, to } = who;
  await open(who, list === 'decisions' ? to.decisions() : to.recommendations());
  const form = page.getByRole('search', { name: t(`working-groups:${list}.filter`), exact: true });
  await field(who, t(`working-groups:${list}.search`), form).fill(words);
  const fold = form.getByText(t('table:all_filters'), { exact: true });
  if (await fold.isVisible()) await fold.click();
  await form.getByRole('combobox', { name: t('working-groups:filter.group'), exact: true }).selectOption({ value: group });
  await press(who, t('table:show'), form);
  await arrive(who);
  await expect(page.getByRole('status').first()).toBeVisible();
}
