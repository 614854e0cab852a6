import { expect, type Locator } from '@playwright/test';
import { clause } from './commitment';
import { arrive, linkTo, open, section, signOut, type Traveller } from './traveller';

/** What a commitment is linked to, by reference. */
export interface Links {
  readonly commitment: string;
  /** Of one pledge for it. */
  readonly pledge?: string;
  readonly decision?: string;
  readonly report?: string;
  /** The year of an accepted update. */
  readonly year?: number;
}

type Kind = 'endorsement' | 'clause' | 'commitment' | 'money' | 'decision' | 'progress' | 'figure';

/**
 * As somebody from the public, walks from a commitment to each of the stations around it, in the order of the chain, and from each
 * one back again. What the links say is compared with what is known.
 */
export async function walkChain(who: Traveller, links: Links): Promise<void> {
  await signOut(who);
  await endorsement(who, links);
  await clauses(who, links);
  await money(who, links);
  await decision(who, links);
  await progress(who, links);
  await figure(who, links);
}

/** The first commitment of the country in the demo world, which has every link; found where a visitor would find it. */
export async function firstCommitment(who: Traveller): Promise<Links> {
  await signOut(who);
  await open(who, who.to.country('KE'));
  const href = await who.page.locator('main a[href$="-0001"][href*="/commitments/CMT-"]').first().getAttribute('href');
  return { commitment: /CMT-\d{4}-\d{4}/.exec(href ?? '')?.[0] ?? '' };
}

/** A station of the chain on the page that is open, by the words for its kind. */
function station({ page, t }: Traveller, kind: Kind, catalogue = 'commitments'): Locator {
  return page.getByRole('navigation').getByRole('listitem').filter({ has: page.getByText(t(`${catalogue}:chain.${kind}`), { exact: true }) });
}

/** Opens the commitment, follows its chain to a station, and says where that is. */
async function follow(who: Traveller, { commitment }: Links, kind: Kind): Promise<string> {
  await open(who, who.to.commitment(commitment));
  const link = station(who, kind).getByRole('link');
  const href = (await link.getAttribute('href')) ?? '';
  await link.click();
  if (!href.startsWith('#')) {
    await expect(who.page).toHaveURL(new RegExp(`${href}$`));
    await arrive(who);
  }
  return href;
}

/** Follows a link and expects to be back at the commitment. */
async function back(who: Traveller, { commitment }: Links): Promise<void> {
  await linkTo(who, who.to.commitment(commitment)).click();
  await expect(who.page).toHaveURL(who.to.commitment(commitment));
}

/** Endorsement: to the text that was signed, and to what the party has promised under it. */
async function endorsement(who: Traveller, links: Links): Promise<void> {
  const { page, to } = who;
  const here = await follow(who, links, 'endorsement');
  await station(who, 'commitment', 'frameworks').getByRole('link').click();
  await arrive(who);
  await back(who, links);
  await open(who, here);
  await station(who, 'clause', 'frameworks').getByRole('link').click();
  await arrive(who);
  await linkTo(who, to.clause(clause)).click();
  await arrive(who);
  await station(who, 'endorsement', 'frameworks').getByRole('link').click();
  await arrive(who);
  await linkTo(who, here).click();
  await expect(page).toHaveURL(here);
}

/** Clause: its commitments are on its page or in the list that it leads to. */
async function clauses(who: Traveller, links: Links): Promise<void> {
  const { page, to } = who;
  expect(await follow(who, links, 'clause')).toBe(to.clause(clause));
  await expect(station(who, 'money', 'frameworks').getByRole('link')).toBeVisible();
  await expect(station(who, 'decision', 'frameworks').getByRole('link')).toBeVisible();
  await expect(station(who, 'figure', 'frameworks').getByRole('link')).toBeVisible();
  await page.locator('main').getByRole('region').locator(`a[href^="${to.commitments({ node: clause })}"]:not([href*="verification="])`).first().click();
  await arrive(who);
  await back(who, links);
}

/** Money: a pledge tells the whole chain that it is part of. */
async function money(who: Traveller, links: Links): Promise<void> {
  const { t, to } = who;
  expect(await follow(who, links, 'money')).toBe('#money');
  const link = section(who, t('commitments:money.title')).locator(`a[href*="/pledges/${links.pledge ?? 'PLG-'}"]`).first();
  await link.click();
  await arrive(who);
  for (const kind of ['endorsement', 'clause', 'commitment', 'decision', 'progress', 'figure'] as const) await expect(station(who, kind, 'financing').getByRole('link')).toBeVisible();
  expect(await station(who, 'clause', 'financing').getByRole('link').getAttribute('href')).toBe(to.clause(clause));
  await back(who, links);
}

/** Decision: its commitments, and the session that took it. */
async function decision(who: Traveller, links: Links): Promise<void> {
  const { page, t, to } = who;
  const here = await follow(who, links, 'decision');
  if (links.decision !== undefined) expect(here).toBe(to.decision(links.decision));
  await page.getByRole('navigation', { name: t('working-groups:chain.label') }).locator('a[href*="/sessions/"]').click();
  await arrive(who);
  await linkTo(who, here).click();
  await arrive(who);
  await back(who, links);
}

/** Progress: the accepted update, said by whom, on the commitment's own page. */
async function progress(who: Traveller, links: Links): Promise<void> {
  const { t } = who;
  expect(await follow(who, links, 'progress')).toBe('#progress');
  await expect(section(who, t('commitments:progress.title'))).toBeVisible();
  const rows = section(who, t('commitments:updates.title')).getByRole('row');
  await expect(links.year === undefined ? rows.nth(1) : rows.filter({ hasText: String(links.year) })).toBeVisible();
}

/** Figure: the records behind it, and the report and chapter that it stands in. */
async function figure(who: Traveller, links: Links): Promise<void> {
  const { page, t, to } = who;
  const here = await follow(who, links, 'figure');
  if (links.report !== undefined) expect(here).toMatch(new RegExp(`^${to.report(links.report)}/figures/`));
  const [report = '', key = ''] = here.split('/figures/');
  await linkTo(who, report).click();
  await arrive(who);
  // The report leads to the chapter, the chapter to its figure.
  await page.locator(`main a[href^="${report}/chapters/"][href$="#figure-${key}"]`).first().click();
  await arrive(who);
  await linkTo(who, here).click();
  await arrive(who);
  const next = page.getByRole('link', { name: t('ui:pager.next'), exact: true });
  const record = linkTo(who, to.commitment(links.commitment));
  while (!(await record.isVisible()) && (await next.isVisible())) {
    const before = page.url();
    await next.click();
    await expect(page).not.toHaveURL(before);
  }
  await back(who, links);
}
