import { expect, type Locator } from '@playwright/test';
import { paths } from '#app/paths';
import { arrive, field, inspect, open, press, section, type Traveller } from '../journey/traveller';
import type { Person } from '../month/people';
import { letterTo } from '../month/letters';
import { later, type World } from '../month/world';
import { cast } from './cast';

/** A cycle as it was planned. */
export interface Cycle {
  readonly ref: string;
  readonly year: number;
  /** `YYYY-MM-DD` */
  readonly due: string;
}

export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

/** The lead plans the cycle of a year, at first with days in another order than theirs, and says what it asks. */
export async function plan(world: World, who: Person, year: number): Promise<Cycle> {
  const { page, t } = who;
  const day = (days: number) => dayOf(later(world.now(), days));
  const days = { opens_on: day(0), due_on: day(40), grace_on: day(50), lock_on: day(60) };
  await who.enter();
  await open(who, paths.cycles);
  await field(who, t('reporting:cycles.year')).fill(String(year));
  for (const [name, value] of Object.entries({ ...days, due_on: day(-1) })) await field(who, t(`reporting:cycles.${name}`)).fill(value);
  await press(who, t('reporting:cycles.act'));
  await expect(page.getByRole('alert')).toContainText(t('reporting:problems.days_in_order'));
  await expect(field(who, t('reporting:cycles.year'))).toHaveValue(String(year));
  await expect(field(who, t('reporting:cycles.lock_on'))).toHaveValue(days.lock_on);
  await field(who, t('reporting:cycles.due_on')).fill(days.due_on);
  await press(who, t('reporting:cycles.act'));
  await expect(page.getByRole('heading', { level: 1, name: t('reporting:board.title') })).toBeVisible();
  const ref = /cycles\/([^/?#]+)/.exec(page.url())?.[1] ?? '';
  await settle(who, ref);
  return { ref, year, due: days.due_on };
}

/** It wants to hear what happened, and does not ask what stood in the way. */
async function settle(who: Person, ref: string): Promise<void> {
  const { page, t } = who;
  await page.getByRole('link', { name: t('reporting:settings.act'), exact: true }).click();
  await arrive(who);
  const box = (group: string, question: string) => page.getByRole('group', { name: t(`reporting:settings.${group}`) }).getByRole('checkbox', { name: t(`reporting:updates.${question}`), exact: true });
  await box('questions', 'barriers').uncheck();
  await box('required', 'narrative').check();
  await press(who, t('reporting:settings.act'));
  await expect(page).toHaveURL(new RegExp(`${paths.cycle(ref)}$`));
}

/** What the board says of a lead: expected, accepted, being read, returned, draft, nothing; a phone leaves out what is zero. */
export async function standsAt(who: Person, { ref }: Cycle, lead: string, counts: readonly number[]): Promise<void> {
  await open(who, `${paths.cycle(ref)}?show=all`);
  const row = rowOf(who, lead);
  await expect.poll(async () => (await row.locator('td').allTextContents()).slice(0, 6).map(Number), { message: `${lead} on the board` }).toEqual(counts);
}

/** The board as it is after its day: who has not reported may still, and once its report is out nobody. */
export async function isPast(who: Person, { ref, year }: Cycle, state: 'grace' | 'published'): Promise<void> {
  const { page, t } = who;
  await open(who, paths.cycle(ref));
  await expect(page.getByRole('main')).toContainText(new RegExp(t(`reporting:board.kick.${state}`, { year, coalition: '.+', due: '.+', lock: '.+' })));
  await inspect(who);
}

const rowOf = ({ page, t }: Traveller, lead: string): Locator => page.getByRole('table', { name: t('reporting:board.caption') }).getByRole('row').filter({ hasText: lead });

/** The officer narrows the board to those who read in one language, sees what would be sent to whom, and sends it; nobody gets it twice. */
export async function remind(world: World, who: Person, cycle: Cycle): Promise<void> {
  const { page, t } = who;
  const { organisation, mail } = cast.silent;
  const sentence = 'A line from each of you is enough this year.';
  const choose = async () => {
    await open(who, paths.cycle(cycle.ref));
    const narrowing = page.getByRole('search', { name: t('reporting:board.filter') });
    await field(who, t('reporting:board.language'), narrowing).selectOption('ar');
    await press(who, t('table:show'), narrowing);
    await expect(rowOf(who, organisation)).toBeVisible();
    await expect(rowOf(who, cast.member.organisation)).toHaveCount(0);
    await page.getByRole('checkbox', { name: t('reporting:board.tick', { name: organisation }) }).check();
    await press(who, t('reporting:board.nudge_ticked'));
    await arrive(who);
  };
  await choose();
  await expect(section(who, 'العربية').locator('[lang="ar"][dir="rtl"]')).toContainText(String(cycle.year));
  const people = await countedIn(who, 'reporting:nudge.mails');
  expect(people).toBeGreaterThan(0);
  await inspect(who);
  expect(world.post.lettersTo(mail).filter(({ text }) => text.includes(sentence)), 'nobody is written to before').toEqual([]);
  await field(who, t('reporting:nudge.words')).fill(sentence);
  await press(who, t('reporting:nudge.act'));
  await expect(page.getByRole('status')).toContainText(t('reporting:board.nudged_done', { count: people, shown: people }));
  const { text } = await letterTo(world.post, mail, '', sentence);
  expect(text).toContain(paths.updates(cycle.ref));
  await choose();
  await expect(page.getByRole('button', { name: t('reporting:nudge.act'), exact: true })).toBeDisabled();
  await expect(page.getByRole('listitem').filter({ hasText: organisation })).toContainText(t('reporting:nudge.why.lately'));
}

/** The number in a sentence of the page. */
async function countedIn({ page, t }: Traveller, sentence: string): Promise<number> {
  const said = new RegExp([1, 2].map((count) => t(sentence, { count, shown: '(\\d+)' })).join('|'));
  const [, one, other] = said.exec((await page.getByRole('main').textContent()) ?? '') ?? [];
  return Number(one ?? other);
}
