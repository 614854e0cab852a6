import { expect } from '@playwright/test';
import { paths } from '#app/paths';
import { arrive, confirmUntil, field, inspect, open, press, type Traveller } from '../journey/traveller';
import { letterTo } from '../month/letters';
import type { Person } from '../month/people';
import { later, type World } from '../month/world';
import { cast } from './cast';
import { dayOf } from './cycle';
import { part } from './desk';
import { isNowhere, isOut, takeHome } from './outside';
import { passages, words } from './replies';
import { chapters } from './sections';

/** The lead publishes with an embargo: at first without an hour, then for an instant that has passed; says when it comes out. */
export async function publish(world: World, who: Person, ref: string): Promise<Date> {
  const { page, t } = who;
  const day = dayOf(later(world.now(), 2));
  await who.enter();
  await open(who, paths.reportEdit(ref));
  const publication = part(who, 'publication');
  const [on, at] = [field(who, t('reporting:embargo.day'), publication), field(who, t('reporting:embargo.time'), publication)];
  await on.fill(day);
  await press(who, t('reporting:publication.act'), publication);
  await confirmUntil(who, page.getByRole('alert'));
  await expect(page.getByRole('alert')).toContainText(t('reporting:problems.embargo_both'));
  await expect(on).toHaveValue(day);
  await on.fill(dayOf(later(world.now(), -1)));
  await at.fill('14:30');
  await press(who, t('reporting:publication.act'), publication);
  await expect(page.getByRole('alert')).toContainText(t('reporting:problems.embargo_past'));
  await expect(at).toHaveValue('14:30');
  await on.fill(day);
  await press(who, t('reporting:publication.act'), publication);
  await confirmUntil(who, publication.getByText(new RegExp(t('reporting:embargo.until', { day: '.+', time: '14:30', zone: '.+' }))));
  await expect(page).toHaveURL(new RegExp(paths.reportEdit(ref)));
  await inspect(who);
  return new Date(`${day}T14:30:00Z`);
}

interface Seen {
  readonly ref: string;
  /** One of those that its figures count. */
  readonly commitment: string;
}

/** A second before its instant it is nowhere, on both processes, and nobody is written to; a second after it is everywhere. */
export async function comeOut(world: World, readers: readonly Traveller[], instant: Date, { ref, commitment }: Seen): Promise<void> {
  await world.standAt(new Date(instant.getTime() - 1_000));
  for (const reader of readers) await isNowhere(reader, ref, commitment);
  expect(world.post.lettersTo(cast.silent.mail).filter(({ text }) => text.includes(`/ar/reports/${ref}`))).toEqual([]);
  await world.standAt(new Date(instant.getTime() + 1_000));
  for (const reader of readers) await isOut(reader, ref, commitment);
}

/** Who follows the coalition has a letter in their language, which leads to the report. */
export async function isTold(world: World, path: string): Promise<void> {
  const { text } = await letterTo(world.post, cast.silent.mail, '', path);
  expect(text).toContain('/following/stop/');
}

/** Anybody reads it, with the reply beside its passage and the silence of the other, and takes it home; says its seal. */
export async function read(who: Traveller, { ref }: Seen): Promise<string> {
  const { page, t, to } = who;
  await open(who, to.report(ref));
  const seal = (await page.locator('p.hash').textContent()) ?? '';
  await inspect(who);
  await page.goto(to.chapter(ref, chapters.promises));
  await arrive(who);
  await expect(page.getByRole('article')).toContainText(words);
  await inspect(who);
  await page.goto(to.chapter(ref, chapters.gaps));
  await expect(page.getByRole('article')).toContainText(passages.silent.of.organisation);
  await expect(page.getByRole('article')).toContainText(t('reporting:replies.silent_of', { party: '' }).trim());
  expect(await takeHome(who, ref, 1, words)).toBe(seal);
  return seal;
}

/** What it says of one country and of one member, a page each; in Arabic too. */
export async function readOwn(who: Traveller, { ref }: Seen): Promise<void> {
  const { page, to } = who;
  await open(who, to.ownReport(ref, 'country', 'KE'));
  await inspect(who);
  await open(who, to.ownReports(ref, 'member'));
  await inspect(who);
  await page.getByRole('link', { name: cast.member.organisation, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(cast.member.organisation);
  await expect(page.getByRole('article')).toContainText(words);
  await arrive(who);
  await inspect(who);
  await page.goto(new URL(page.url()).pathname.replace(to.home(), paths.in('ar').home()));
  await inspect(who);
}
