import { expect, type Locator } from '@playwright/test';
import { paths } from '#app/paths';
import { arrive, field, inspect, linkTo, open, press, section, type Traveller } from '../journey/traveller';
import { words } from '../journey/words';
import { letterTo, linkIn, type Letter } from '../month/letters';
import type { Person } from '../month/people';
import type { World } from '../month/world';
import { cast, officer } from './cast';
import type { Cycle } from './cycle';

/** The chapters of the outline that the story is about, by their places. */
export const chapters = { summary: 1, promises: 2, methodology: 6, gaps: 7 } as const;
/** The most words of the chapter on promises. */
const limit = 50;
const sentence = 'Schools were connected in every region that reported this year.';

/** The officer plans the report of a cycle, and gives its chapters to those who write them; says its reference. */
export async function plan(world: World, who: Person, cycle: Cycle): Promise<string> {
  const { page, t } = who;
  await open(who, paths.cycle(cycle.ref));
  await press(who, t('reporting:board.plan_report'));
  await expect(page).toHaveURL(/reports\/[^/]+\/edit/);
  const ref = /reports\/([^/]+)\/edit/.exec(page.url())?.[1] ?? '';
  await assign(who, ref, chapters.summary, { owner: officer });
  await assign(who, ref, chapters.promises, { owner: cast.editor.name, most: limit });
  await assign(who, ref, chapters.gaps, { owner: cast.editor.name });
  await letterAbout(world, 'assigned', ref);
  return ref;
}

async function assign(who: Person, ref: string, position: number, { owner, most }: { readonly owner: string; readonly most?: number }): Promise<void> {
  const { page, t } = who;
  await open(who, paths.reportSection(ref, position));
  const form = section(who, t('reporting:approval.title'));
  await field(who, t('reporting:sections.owner'), form).selectOption({ label: owner });
  if (most !== undefined) {
    await field(who, t('reporting:steps.limit'), form).fill('7');
    await press(who, t('reporting:approval.assign'), form);
    await expect(page.getByRole('alert')).toContainText(t('reporting:problems.word_limit'));
    await expect(field(who, t('reporting:sections.owner'), form).locator('option:checked')).toHaveText(owner);
    await field(who, t('reporting:steps.limit'), form).fill(String(most));
  }
  await press(who, t('reporting:approval.assign'), form);
  await expect(page.getByText(owner, { exact: true }).first()).toBeVisible();
}

/** A letter to the editor about a chapter, by what it is about. */
function letterAbout({ post }: World, what: 'assigned' | 'returned' | 'comment', ref: string, about = ''): Promise<Letter> {
  const t = words('en');
  return letterTo(post, cast.editor.mail, t(`reporting:mails.section_${what}.subject`, { ref, section: t('reporting:outline.promises') }), about);
}

const kept = (who: Traveller): Locator => section(who, who.t('reporting:writing.kept'));
const body = (who: Traveller): Locator => field(who, who.t('reporting:writing.body'));

/** The editor opens the chapter from the mail, takes a figure from the gallery, and writes around it: a figure that does not exist, then too much, then enough. */
export async function write(world: World, who: Person, ref: string): Promise<void> {
  const { page, t } = who;
  const letter = await letterAbout(world, 'assigned', ref);
  await who.enter();
  await open(who, linkIn(letter, '/reports/'));
  const binding = await fromGallery(who);
  await body(who).fill(`## In short\n\n${sentence}\n\n{{figure:stading}}`);
  await press(who, t('reporting:writing.save'));
  await expect(page.getByRole('alert')).toContainText(t('reporting:problems.unknown_figure', { line: 5, key: 'stading' }));
  await expect(body(who)).toHaveValue(/stading/);
  const text = (times: number) => `## In short\n\n${`${sentence} `.repeat(times).trim()}\n\n${binding}`;
  await body(who).fill(text(6));
  await press(who, t('reporting:writing.show'));
  const preview = section(who, t('reporting:writing.preview'));
  await expect(preview.getByRole('heading', { name: 'In short' })).toBeVisible();
  await expect(preview).toContainText(t('reporting:figures.pending'));
  await expect(kept(who), 'it is not kept yet').toHaveCount(0);
  await press(who, t('reporting:writing.save'));
  await expect(page.getByText(t('reporting:steps.over', { words: 62, limit, most: 55 }))).toBeVisible();
  await expect(page.getByText(t('reporting:sections.stops'), { exact: true })).toBeVisible();
  await body(who).fill(text(3));
  await press(who, t('reporting:writing.save'));
  await expect(page.getByText(t('reporting:sections.words_of', { count: limit, shown: 32, limit }))).toBeVisible();
  await expect(page.getByText(t('reporting:sections.stops'), { exact: true })).toHaveCount(0);
  await inspect(who);
}

/** What puts the first figure into a text, from the page that shows what each looks like. */
async function fromGallery(who: Person): Promise<string> {
  const { page, t } = who;
  await kept(who).getByRole('link', { name: t('reporting:gallery.to'), exact: true }).click();
  await arrive(who);
  const entry = page.getByRole('region', { name: t('reporting:figures.standing.name') });
  await expect(entry.getByRole('figure').first(), 'as the last report showed it').toBeVisible();
  const binding = (await entry.getByRole('code').textContent()) ?? '';
  await inspect(who);
  await page.goBack();
  await expect(kept(who)).toBeVisible();
  return binding;
}

/** A reviewer comments on words that stand in the text, at first on others; the editor answers and settles it. */
export async function discuss(world: World, reviewer: Person, editor: Person, ref: string): Promise<void> {
  const { page, t } = reviewer;
  await reviewer.enter();
  await open(reviewer, paths.reportSection(ref, chapters.promises));
  const comments = section(reviewer, t('reporting:comments.title'));
  await field(reviewer, t('reporting:comments.quoted'), comments).fill('in no region');
  await field(reviewer, t('reporting:comments.words'), comments).fill('Which regions are these?');
  await press(reviewer, t('reporting:comments.add'), comments);
  await expect(page.getByRole('alert')).toContainText(t('reporting:problems.not_in_text'));
  await expect(field(reviewer, t('reporting:comments.words'), comments)).toHaveValue('Which regions are these?');
  await field(reviewer, t('reporting:comments.quoted'), comments).fill('in every region');
  await press(reviewer, t('reporting:comments.add'), comments);
  await expect(comments.getByText(t('reporting:comments.open'), { exact: true })).toBeVisible();
  const letter = await letterAbout(world, 'comment', ref, 'Which regions are these?');
  await editor.enter();
  await open(editor, linkIn(letter, '/reports/'));
  const own = section(editor, t('reporting:comments.title'));
  await own.getByText(t('reporting:comments.answer'), { exact: true }).click();
  await field(editor, t('reporting:comments.answer_words'), own).fill('The figure names them.');
  await press(editor, t('reporting:comments.send_answer'), own);
  await expect(own).toContainText('The figure names them.');
  await press(editor, t('reporting:comments.settle'), own);
  await expect(own).toContainText(t('reporting:comments.settled_by', { name: cast.editor.name }));
  await inspect(editor);
}

const rowOf = ({ page }: Traveller, ref: string, position: number): Locator => page.getByRole('row').filter({ has: page.locator(`a[href="${paths.reportSection(ref, position)}"]`) });

/** From the desk to a chapter, one step, and back at the desk. */
async function step(who: Person, ref: string, position: number, { act, state }: { readonly act: string; readonly state: string }): Promise<void> {
  await open(who, paths.reportEdit(ref));
  await linkTo(who, paths.reportSection(ref, position)).click();
  await press(who, who.t(act));
  await expect(rowOf(who, ref, position)).toContainText(who.t(`reporting:sections.${state}`));
}

export const send = (who: Person, ref: string, position: number) => step(who, ref, position, { act: 'reporting:steps.send', state: 'states.in_review' });
export const sign = (who: Person, ref: string, position: number) => step(who, ref, position, { act: 'reporting:approval.act', state: 'states.signed_off' });

/** Replaces the words of a chapter. */
export async function rewrite(who: Person, ref: string, position: number, text: string | ((before: string) => string)): Promise<void> {
  await open(who, paths.reportSection(ref, position));
  const before = await body(who).inputValue();
  await body(who).fill(typeof text === 'string' ? text : text(before));
  await press(who, who.t('reporting:writing.save'));
  await expect(kept(who)).toBeVisible();
  await arrive(who);
}

/** The officer sends a chapter back, at first without words; the editor reads them in the mail and beside the text, mends it and sends it again. */
export async function sendBack(world: World, who: Person, editor: Person, ref: string): Promise<void> {
  const { page, t } = who;
  const asked = 'Say at the end what was missed.';
  await who.enter();
  await open(who, paths.reportSection(ref, chapters.promises));
  await press(who, t('reporting:steps.return'));
  await expect(page.getByRole('alert')).toContainText(t('reporting:problems.words_needed'));
  await field(who, t('reporting:steps.return_words')).fill(asked);
  await press(who, t('reporting:steps.return'));
  await expect(rowOf(who, ref, chapters.promises)).toContainText(t('reporting:sections.returned'));
  const letter = await letterAbout(world, 'returned', ref, asked);
  await open(editor, linkIn(letter, '/reports/'));
  await expect(editor.page.getByText(asked)).toBeVisible();
  await rewrite(editor, ref, chapters.promises, (before) => `${before}\n\nTwo regions were missed.`);
  await send(editor, ref, chapters.promises);
}

/** Nobody signs off what they own or wrote: the one is said beside the button, the other when it is pressed. */
export async function signOwn(who: Person, ref: string): Promise<void> {
  const { page, t } = who;
  await open(who, paths.reportSection(ref, chapters.summary));
  await expect(page.getByRole('button', { name: t('reporting:approval.act'), exact: true })).toBeDisabled();
  await expect(section(who, t('reporting:approval.title'))).toContainText(t('access:reasons.not_your_own'));
  await open(who, paths.reportSection(ref, chapters.methodology));
  await press(who, t('reporting:approval.act'));
  await expect(page.getByRole('alert')).toContainText(t('access:problems.not_your_own'));
  await open(who, paths.reportEdit(ref));
  await expect(rowOf(who, ref, chapters.methodology)).toContainText(t('reporting:sections.states.in_review'));
}
