import { expect } from '@playwright/test';
import { paths } from '#app/paths';
import { approve, goOnWithoutReplies } from '../journey/report';
import { confirmUntil, field, inspect, linkTo, open, press, type Traveller } from '../journey/traveller';
import type { Person } from '../month/people';
import type { Cycle } from './cycle';
import { freeze, lacks, part } from './desk';
import { takeHome } from './outside';
import { words as replied } from './replies';
import { chapters, rewrite, send, sign } from './sections';

/** What was wrong and what is right, as it stands in public. */
const erratum = 'An update that had come was not counted; now it is.';
const right = 'One more update is counted here.';

/** The officer begins the second edition, at first without saying what was wrong; the first one stands as it was. */
export async function correct(who: Person, anybody: Traveller, ref: string): Promise<void> {
  const { page, t } = who;
  await open(who, paths.reportEdit(ref));
  await linkTo(who, paths.reportAct(ref, 'correction')).click();
  await field(who, t('reporting:replies.passage')).selectOption(String(chapters.promises));
  await page.getByRole('checkbox', { name: t('reporting:errata.figures_change') }).check();
  await press(who, t('reporting:errata.act.correction'));
  await expect(page.getByRole('alert')).toContainText(t('reporting:problems.erratum_needed'));
  await expect(page.getByRole('checkbox', { name: t('reporting:errata.figures_change') })).toBeChecked();
  await field(who, t('reporting:errata.words')).fill(erratum);
  await page.getByRole('checkbox', { name: t('reporting:errata.counts_later') }).check();
  await press(who, t('reporting:errata.act.correction'));
  await expect(part(who, 'errata')).toContainText(erratum);
  await inspect(who);
  await open(anybody, anybody.to.report(ref));
  await expect(anybody.page.getByRole('article'), 'nothing is said of it yet').not.toContainText(erratum);
  expect((await anybody.page.goto(anybody.to.report(ref, 2)))?.status()).toBe(404);
}

interface Correcting {
  readonly lead: Person;
  readonly officer: Person;
  readonly editor: Person;
}

/** The chapter is mended and signed off, the figures are frozen anew, two approve, the lead publishes: at once. */
export async function publishCorrected({ lead, officer, editor }: Correcting, ref: string, cycle: Cycle): Promise<void> {
  await lead.enter();
  await lacks(lead, ref, ['not_frozen', 'not_signed_off', 'reply_not_opened', 'not_approved']);
  await editor.enter();
  await rewrite(editor, ref, chapters.promises, (before) => `${before}\n\n${right}`);
  await send(editor, ref, chapters.promises);
  await sign(officer, ref, chapters.promises);
  await freeze(officer, ref, cycle, ['members_silent', 'updates_not_in']);
  await goOnWithoutReplies(officer, ref);
  await approve(officer, ref);
  await approve(lead, ref);
  await press(lead, lead.t('reporting:publication.act'), part(lead, 'publication'));
  await confirmUntil(lead, lead.page.getByRole('article'));
  await expect(lead.page).toHaveURL(lead.to.report(ref));
}

/** Both editions are in public: each says what became of it, its data has the seal that it prints, and what differs stands number by number. */
export async function compare(who: Traveller, ref: string, firstSeal: string): Promise<void> {
  const { page, t, to } = who;
  const article = page.getByRole('article');
  await open(who, to.report(ref));
  await expect(article).toContainText(t('reporting:errata.corrects', { edition: 1 }));
  await expect(article).toContainText(erratum);
  const seal = (await page.locator('p.hash').textContent()) ?? '';
  expect(seal, 'its figures were frozen anew').not.toBe(firstSeal);
  await inspect(who);
  expect(await takeHome(who, ref, 2, right)).toBe(seal);
  await open(who, to.chapter(ref, chapters.promises, 2));
  for (const text of [right, replied]) await expect(article).toContainText(text);
  await open(who, to.report(ref, 1));
  await expect(article).toContainText(t('reporting:errata.corrected_by', { edition: 2 }));
  await expect(page.locator('p.hash')).toHaveText(firstSeal);
  expect(await takeHome(who, ref, 1, replied)).toBe(firstSeal);
  await open(who, to.chapter(ref, chapters.promises, 1));
  await expect(article).not.toContainText(right);
  await article.getByRole('link', { name: t('reporting:errata.read') }).first().click();
  await differences(who);
  await inspect(who);
}

/** Each number that is another, with what it was: the difference is what parts them. */
async function differences({ page, t }: Traveller): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('reporting:errata.page'));
  await expect(page.getByRole('main')).toContainText(erratum);
  for (const edition of [1, 2]) await expect(page.getByRole('link', { name: t('reporting:errata.open', { edition }), exact: true })).toBeVisible();
  const rows = page.getByRole('table').locator('tbody').getByRole('row');
  await expect(rows.first()).toBeVisible();
  const amount = (text: string): number => (text === t('reporting:errata.unknown') ? 0 : Number(text.replaceAll(/[,+]/g, '')));
  for (const row of await rows.all()) {
    const [before = Number.NaN, after = Number.NaN, difference] = (await row.locator('td').allTextContents()).slice(-3).map((text) => amount(text.trim()));
    expect(after - before, (await row.textContent()) ?? '').toBeCloseTo(difference ?? Number.NaN, 2);
    expect(difference).not.toBe(0);
  }
}
