import { expect, type Locator } from '@playwright/test';
import { paths } from '#app/paths';
import { arrive, field, inspect, open, press, section, type Traveller } from '../journey/traveller';
import { letterTo, linkIn } from '../month/letters';
import type { Person } from '../month/people';
import type { World } from '../month/world';
import { cast } from './cast';
import { dayOf, type Cycle } from './cycle';

/** What a member answered: one commitment as it is, one with a value that nobody believes. */
export interface Answered {
  readonly sure: string;
  readonly doubtful: string;
  /** What stood in the doubtful value before. */
  readonly before: string;
}

const unbelievable = '99999';
const question = 'Is it not another unit?';

/** The part of the page about one commitment. */
export const entryOf = ({ page, to }: Traveller, ref: string): Locator => page.getByRole('group').filter({ has: page.locator(`a[href="${to.commitment(ref)}"]`) });
const valueIn = ({ t }: Traveller, entry: Locator): Locator => entry.getByLabel(new RegExp(`^${t('reporting:updates.value', { what: '' }).trim()}`)).first();

export async function commitmentsOn({ page }: Traveller): Promise<string[]> {
  const links = page.getByRole('group').locator('a[href*="/commitments/CMT-"]');
  await expect(links.first()).toBeVisible();
  return (await links.allTextContents()).map((text) => text.trim());
}

/** The member sends one of two, at first without what the cycle wants to be told, and keeps the other for later. */
export async function answerOne(world: World, who: Person, { ref }: Cycle): Promise<Answered> {
  const { page, t } = who;
  const today = dayOf(world.now());
  await who.enter();
  await open(who, paths.updates(ref));
  const refs = await commitmentsOn(who);
  expect(refs).toHaveLength(2);
  const values = await Promise.all(refs.map((one) => valueIn(who, entryOf(who, one)).inputValue()));
  const known = Math.max(0, values.findIndex((value) => value !== ''));
  const [sure, doubtful, before] = [refs[known]!, refs[1 - known]!, values[1 - known]!];
  const entry = entryOf(who, sure);
  await expect(field(who, t('reporting:updates.barriers'), entry), 'the cycle does not ask it').toHaveCount(0);
  await entry.getByRole('radio', { name: t('reporting:answers.update'), exact: true }).check();
  await field(who, t('reporting:updates.as_of'), entry).fill(today);
  await field(who, t('reporting:updates.evidence_url'), entry).fill('https://example.org/registers/northlight');
  await press(who, t('reporting:updates.send_one'), entry);
  const narrative = field(who, t('reporting:updates.narrative'), entry);
  await expect(narrative).toHaveAccessibleDescription(new RegExp(t('reporting:problems.question_needed')));
  await expect(field(who, t('reporting:updates.evidence_url'), entry)).toHaveValue('https://example.org/registers/northlight');
  await narrative.fill('Work goes on as it was planned.');
  await press(who, t('reporting:updates.send_one'), entry);
  await expect(page.getByRole('status')).toContainText(t('reporting:updates.received', { count: 1, shown: '1' }));
  await letterTo(world.post, cast.member.mail, t('reporting:mails.receipt.subject', { ref: sure }));
  await draft(world, who, doubtful);
  return { sure, doubtful, before };
}

/** A draft may lack anything; the automatic checks say already what they notice. */
async function draft(world: World, who: Person, ref: string): Promise<void> {
  const { page, t } = who;
  const entry = entryOf(who, ref);
  await entry.getByRole('radio', { name: t('reporting:answers.update'), exact: true }).check();
  await valueIn(who, entry).fill(unbelievable);
  await field(who, t('reporting:updates.as_of'), entry).fill(dayOf(world.now()));
  await press(who, t('reporting:updates.save'));
  await expect(page.getByRole('status')).toContainText(t('reporting:updates.received_and_kept', { saved: '1' }));
  await expect(entry).toContainText(t('reporting:checks.beyond_target.text'));
  await expect(valueIn(who, entry)).toHaveValue(unbelievable);
  await inspect(who);
}

/** On another day the member sends the rest. */
export async function answerRest(who: Person, { ref }: Cycle, { doubtful }: Answered): Promise<void> {
  const { page, t } = who;
  await who.enter();
  await open(who, paths.updates(ref));
  const entry = entryOf(who, doubtful);
  await field(who, t('reporting:updates.narrative'), entry).fill('Everybody was reached.');
  await field(who, t('reporting:updates.evidence_url'), entry).fill('https://example.org/registers/reached');
  await press(who, t('reporting:updates.send'));
  await expect(page.getByRole('status')).toContainText(t('reporting:updates.received', { count: 1, shown: '1' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('reporting:updates.done_title'));
}

/** A reviewer sees what the checks noticed, and asks at the one field; at first without asking anything. */
export async function query(world: World, who: Person, { ref }: Cycle, { sure, doubtful }: Answered): Promise<void> {
  const { page, t } = who;
  await who.enter();
  await open(who, paths.cycle(ref));
  const waiting = section(who, t('reporting:review.title'));
  await expect(waiting.getByRole('row').filter({ hasText: sure })).toContainText(t('reporting:review.all_passed'));
  await waiting.getByRole('row').filter({ hasText: doubtful }).getByRole('link').first().click();
  await arrive(who);
  await expect(page.getByRole('complementary', { name: t('reporting:review.automatic') })).toContainText(t('reporting:checks.beyond_target.text'));
  await inspect(who);
  await press(who, t('reporting:review.return'));
  await expect(page.getByRole('alert')).toContainText(t('reporting:problems.reason_needed'));
  const value = page.locator('details').filter({ hasText: '99,999' });
  await value.locator('summary').click();
  await field(who, t('commitments:remarks.note'), value).fill(question);
  await press(who, t('reporting:review.return'));
  await expect(page.getByRole('status')).toContainText(t('reporting:board.returned', { ref: doubtful }));
  const letter = await letterTo(world.post, cast.member.mail, t('reporting:mails.returned.subject', { ref: doubtful }));
  expect(letter.text).toContain(question);
}

/** The member opens what came back from the mail, finds the question at the field, and mends that alone. */
export async function mend(world: World, who: Person, { doubtful, before }: Answered): Promise<void> {
  const { page, t } = who;
  const letter = await letterTo(world.post, cast.member.mail, t('reporting:mails.returned.subject', { ref: doubtful }));
  await who.enter();
  await open(who, linkIn(letter, '/updates/'));
  const entry = entryOf(who, doubtful);
  await expect(valueIn(who, entry)).toHaveAccessibleDescription(new RegExp(question.replace('?', '\\?')));
  await expect(field(who, t('reporting:updates.narrative'), entry)).toHaveValue('Everybody was reached.');
  await expect(entry.getByText(t('ui:field.asked'), { exact: true })).toHaveCount(1);
  await valueIn(who, entry).fill(before === '' ? '10' : before);
  await press(who, t('reporting:updates.send_one'), entry);
  await expect(page.getByRole('status')).toContainText(t('reporting:updates.received', { count: 1, shown: '1' }));
}

/** The officer accepts together what passed every check. */
export async function acceptPassed(who: Person, cycle: Cycle, { sure, doubtful }: Answered): Promise<void> {
  const { page, t } = who;
  await who.enter();
  await open(who, paths.cycle(cycle.ref));
  await page.getByRole('link', { name: t('reporting:acceptances.open'), exact: true }).click();
  await arrive(who);
  const boxes = page.getByRole('group', { name: t('reporting:acceptances.which') });
  for (const ref of [sure, doubtful]) await expect(boxes).toContainText(ref);
  for (const box of await boxes.getByRole('checkbox').all()) await expect(box).toBeChecked();
  await inspect(who);
  await press(who, t('reporting:acceptances.act'));
  await expect(page.getByRole('status')).toContainText(t('reporting:board.accepted_all', { count: 2, shown: '2' }));
}
