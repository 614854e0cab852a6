import { expect, type Locator } from '@playwright/test';
import { paths } from '#app/paths';
import { field, inspect, linkTo, open, press, type Traveller } from '../journey/traveller';
import { letterTo, linkIn, type Letter } from '../month/letters';
import type { Part, Person } from '../month/people';
import { later, type World } from '../month/world';
import { cast } from './cast';
import { part } from './desk';
import { chapters } from './sections';

/** What the report says of somebody, and where. */
export interface Passage {
  readonly of: Part;
  /** As the list of passages has it. */
  readonly at: string;
  readonly about: string;
}

/** Two who are named: one replies, of the other it is said that they did not. */
export const passages = {
  member: { of: cast.member, at: `${chapters.promises}:standing`, about: 'Northlight Foundation counts schools that are not open yet.' },
  silent: { of: cast.silent, at: String(chapters.gaps), about: 'Harbour Telecom Group had not reported by its day.' },
} as const satisfies Readonly<Record<string, Passage>>;

/** What is replied at last. */
export const words = 'The schools have opened since; the register is being mended.';

const rowOf = (who: Traveller, { of }: Passage): Locator => part(who, 'replies').getByRole('row').filter({ hasText: of.organisation });

/** The officer names whom a passage speaks of, at first without saying what; nobody is written to. */
export async function name(world: World, who: Person, ref: string, passage: Passage): Promise<void> {
  const { page, t } = who;
  await open(who, paths.reportEdit(ref));
  await linkTo(who, paths.reportAct(ref, 'replies')).click();
  await field(who, t('reporting:replies.member')).selectOption({ label: passage.of.organisation });
  await field(who, t('reporting:replies.passage')).selectOption(passage.at);
  await press(who, t('reporting:replies.name'));
  await expect(page.getByRole('alert')).toContainText(t('reporting:problems.about_needed'));
  await expect(field(who, t('reporting:replies.passage'))).toHaveValue(passage.at);
  await inspect(who);
  await open(who, paths.reportAct(ref, 'replies'));
  await field(who, t('reporting:replies.member')).selectOption({ label: passage.of.organisation });
  await field(who, t('reporting:replies.passage')).selectOption(passage.at);
  await field(who, t('reporting:replies.about')).fill(passage.about);
  await press(who, t('reporting:replies.name'));
  await expect(rowOf(who, passage)).toContainText(passage.about);
  await expect(rowOf(who, passage)).toContainText(t('reporting:replies.unasked'));
  expect(lettersTo(world, passage), 'nobody is written to before').toEqual([]);
}

const lettersTo = ({ post }: World, { of, about }: Passage): readonly Letter[] => post.lettersTo(of.mail).filter(({ text }) => text.includes(about));

/** Asking before every chapter is signed off is refused in words. */
export async function askTooEarly(who: Person, ref: string): Promise<void> {
  const { page, t } = who;
  await open(who, paths.reportEdit(ref));
  await press(who, t('reporting:replies.ask'), part(who, 'replies'));
  await expect(page.getByRole('alert')).toContainText(t('reporting:gaps.not_signed_off'));
}

/** The officer asks those who are named for five working days, at first for none; each is written to in their language. */
export async function ask(world: World, who: Person, ref: string): Promise<void> {
  const { page, t } = who;
  await who.enter();
  await open(who, paths.reportEdit(ref));
  const days = field(who, t('reporting:replies.days'), part(who, 'replies'));
  await days.fill('0');
  await press(who, t('reporting:replies.ask'), part(who, 'replies'));
  await expect(page.getByRole('alert')).toContainText(t('reporting:problems.working_days'));
  await expect(days).toHaveValue('0');
  await days.fill('5');
  await press(who, t('reporting:replies.ask'), part(who, 'replies'));
  for (const passage of Object.values(passages)) await expect(rowOf(who, passage)).toContainText(new RegExp(t('reporting:replies.waits', { by: '.+' })));
  for (const passage of Object.values(passages)) await letterTo(world.post, passage.of.mail, '', passage.about);
  await inspect(who);
}

/** The link in the letter that asks for a reply. */
const addressIn = (world: World, passage: Passage): string => linkIn(lettersTo(world, passage)[0]!, '/reports/');

/** What the form was filled in from. */
const version = ({ page }: Traveller): Locator => page.locator('main input[name="_version"]');

/** The member reads what nobody else reads yet, replies, at first in too few words, and writes it anew. */
export async function reply(world: World, { member, editor, anybody }: { readonly member: Person; readonly editor: Person; readonly anybody: Traveller }, ref: string): Promise<void> {
  const { page, t } = member;
  const address = addressIn(world, passages.member);
  await member.enter();
  await expect(page.locator(`main a[href="${address}"]`).first(), 'it waits among their work').toBeVisible();
  await open(member, address);
  await expect(page.getByRole('main')).toContainText(passages.member.about);
  await expect(page.getByRole('figure').first(), 'the figure that speaks of them').toBeVisible();
  await inspect(member);
  const own = field(member, t('reporting:replies.yours'));
  await own.fill('No.');
  await press(member, t('reporting:replies.act'));
  await expect(page.getByRole('alert')).toContainText(t('reporting:problems.reply_needed'));
  await expect(own).toHaveValue('No.');
  for (const text of ['The schools will open soon, we hope.', words]) {
    const before = await version(member).inputValue();
    await own.fill(text);
    await press(member, t('reporting:replies.act'));
    await expect(version(member), 'it is kept').not.toHaveValue(before);
    await expect(own).toHaveValue(text);
  }
  await editor.enter();
  expect((await editor.page.goto(address))?.status(), 'for others it is absent').toBe(404);
  await anybody.page.goto(address);
  await expect(anybody.page).toHaveURL(/sign-in/);
  expect((await anybody.page.goto(anybody.to.report(ref)))?.status()).toBe(404);
}

/** After the last day nothing is taken: of who was silent it is said. */
export async function close(world: World, { officer, silent }: { readonly officer: Person; readonly silent: Person }, ref: string): Promise<void> {
  await world.moveTo(later(world.now(), 9));
  await silent.enter();
  await open(silent, addressIn(world, passages.silent));
  await expect(silent.page.getByRole('main')).toContainText(silent.t('reporting:replies.closed'));
  await expect(silent.page.getByRole('button', { name: silent.t('reporting:replies.act'), exact: true })).toHaveCount(0);
  await inspect(silent);
  const { t } = officer;
  await officer.enter();
  await open(officer, paths.reportEdit(ref));
  await expect(rowOf(officer, passages.member)).toContainText(words);
  await expect(rowOf(officer, passages.silent)).toContainText(t('reporting:replies.silent'));
}
