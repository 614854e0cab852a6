import { expect, type Locator, type Page } from '@playwright/test';
import { paths } from '#app/paths';
import { narrowProblemsOf, problemsOf } from '../inspection';
import { signInAs, speak, type Role } from '../visiting';
import { words, type Language, type Words } from './words';

/** How the pages are read on the way. */
export interface Way {
  readonly language: Language;
  /** Pixels. */
  readonly width: number;
  readonly scripts: boolean;
}

/** Somebody on the way: a browser, the language of its pages, and the words that they say. */
export interface Traveller {
  readonly page: Page;
  readonly way: Way;
  readonly t: Words;
  readonly to: ReturnType<typeof paths.in>;
  /** The language that each account had before. */
  readonly spoke: Map<Role, string>;
}

export const traveller = (page: Page, way: Way): Traveller => ({ page, way, t: words(way.language), to: paths.in(way.language), spoke: new Map() });

/** Signs in, and asks for pages in the language of the journey as a person would: in the account. */
export async function become(who: Traveller, role: Role): Promise<void> {
  await signInAs(who.page, role);
  if (who.spoke.has(role)) return;
  who.spoke.set(role, await speak(who.page, who.way.language));
}

/** Gives each account the language back that it had. */
export async function giveBack({ page, spoke }: Traveller): Promise<void> {
  for (const [role, language] of spoke) {
    await signInAs(page, role);
    await speak(page, language);
  }
}

export async function signOut({ page }: Traveller): Promise<void> {
  await page.context().clearCookies();
}

/** Goes to a page, and looks whether it is one of this journey. */
export async function open(who: Traveller, path: string): Promise<void> {
  await who.page.goto(path);
  await arrive(who);
}

/** The page answers in the language of the journey, in its direction, and nothing scrolls sideways. */
export async function arrive({ page, way }: Traveller): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', way.language);
  await expect(page.locator('html')).toHaveAttribute('dir', way.language === 'ar' ? 'rtl' : 'ltr');
  expect(await page.evaluate(() => document.documentElement.scrollWidth), `${page.url()} is as wide as the screen`).toBeLessThanOrEqual(way.width);
}

/**
 * Looks at the page as every page is looked at, by axe, by keyboard and for its width, here and on the smallest screen: for what stands only while something is under way,
 * which no walk along the links of the demonstration meets. Axe needs scripts.
 */
export async function inspect({ page, way }: Pick<Traveller, 'page'> & { readonly way: Pick<Way, 'scripts'> }): Promise<void> {
  const { pathname, search } = new URL(page.url());
  if (way.scripts) expect([...(await problemsOf(page, `${pathname}${search}`)), ...(await narrowProblemsOf(page))], `${pathname}${search}`).toEqual([]);
}

/** Presses the button with these words. */
export async function press({ page }: Traveller, name: string, within: Locator = page.locator('main')): Promise<void> {
  await within.getByRole('button', { name, exact: true }).click();
}

/** A step that weighs much: before it is done the portal may ask whether it is still the same person, and keeps a form meanwhile. */
export async function confirmUntil(who: Traveller, done: Locator): Promise<void> {
  const { page, t } = who;
  const asked = page.getByRole('heading', { level: 1, name: t('accounts:confirm.title') });
  const kept = page.getByRole('button', { name: t('accounts:kept.send'), exact: true });
  await expect(asked.or(done).first()).toBeVisible();
  if (await asked.isVisible()) await page.locator('main').getByRole('button').click();
  await expect(kept.or(done).first()).toBeVisible();
  if (await kept.isVisible()) await kept.click();
  await expect(done.first()).toBeVisible();
  await arrive(who);
}

/** A field by its label, with the remark that it is optional or without. */
export function field({ page, t }: Traveller, label: string, within: Locator = page.locator('main')): Locator {
  const optional = `${label} ${t('ui:field.optional')}`;
  return within.getByLabel(label, { exact: true }).or(within.getByLabel(optional, { exact: true }));
}

/** A link that can be seen, by where it leads. */
export const linkTo = ({ page }: Traveller, path: string): Locator => page.locator(`main a[href="${path}"]`).filter({ visible: true }).first();

/** A section of the page by its heading. */
export const section = ({ page }: Traveller, title: string): Locator => page.getByRole('region', { name: title, exact: true });

/** `YYYY-MM-DD`, so many days from today. */
export const dayAhead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
