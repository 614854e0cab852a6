import { expect } from '@playwright/test';
import { createHash } from 'node:crypto';
import { paths } from '#app/paths';
import { arrive, confirmUntil, field, inspect, open, press, section, type Traveller } from '../journey/traveller';
import { words } from '../journey/words';
import { cast, type CastName, type Person } from './cast';
import { letterTo, linkIn } from './letters';
import type { Planned } from './planning';
import { later, type World } from './world';

const opening = 'The chair opened the session at two.';

/** The secretary composes the minutes from what was written down, writes their opening, looks at it first, and hands them to those who attended. */
export async function write(world: World, who: Person, { ref }: Planned): Promise<void> {
  const { page, t } = who;
  await who.enter();
  await open(who, paths.minutesWork(ref));
  await press(who, t('working-groups:minutes.compose'));
  const edit = page.getByRole('link', { name: t('working-groups:minutes.edit_passage', { passage: t('working-groups:minutes.opening') }), exact: true });
  await edit.click();
  await arrive(who);
  const text = field(who, t('working-groups:minutes.markdown'));
  await text.fill(`**${opening}** Everybody was greeted.\n\n<script>alert(1)</script>`);
  await press(who, t('working-groups:minutes.preview'));
  const preview = section(who, t('working-groups:minutes.preview'));
  await expect(preview.getByText(opening, { exact: true })).toHaveCSS('font-weight', /^[67]00$/);
  await expect(preview.locator('script')).toHaveCount(0);
  await expect(text).toHaveValue(new RegExp(opening));
  await press(who, t('working-groups:minutes.save'));
  await expect(section(who, t('working-groups:minutes.text'))).toContainText('Everybody was greeted.');
  await expect(page.getByRole('button', { name: t('working-groups:minutes.approve'), exact: true }), 'the chair approves').toHaveCount(0);
  await press(who, t('working-groups:minutes.circulate'));
  await expect(section(who, t('working-groups:minutes.amendments'))).toBeVisible();
  await inspect(who);
  const subject = t('working-groups:mails.minutes_circulated.subject', { ref, day: '' }).trimEnd();
  for (const name of ['alternate', 'member', 'observer'] as const) await letterTo(world.post, cast[name].mail, subject);
  expect(world.post.lettersTo(cast.holder.mail).filter((letter) => letter.subject.startsWith(words('ar')('working-groups:mails.minutes_circulated.subject', { ref, day: '' }).trimEnd())), 'who did not attend corrects nothing').toEqual([]);
}

/** Somebody who attended asks for other words, from the mail on. */
export async function amend(world: World, who: Person, name: CastName, { ref }: Planned, change: { readonly old: string; readonly now: string; readonly why: string }): Promise<void> {
  const { t } = who;
  const letter = await letterTo(world.post, cast[name].mail, t('working-groups:mails.minutes_circulated.subject', { ref, day: '' }).trimEnd());
  await who.enter();
  await open(who, linkIn(letter, '/'));
  await open(who, paths.minutesWork(ref));
  const form = section(who, t('working-groups:minutes.amendments'));
  await field(who, t('working-groups:minutes.old_words'), form).fill(change.old);
  await field(who, t('working-groups:minutes.new_words'), form).fill(change.now);
  await field(who, t('working-groups:erratum.reason'), form).fill(change.why);
  await press(who, t('working-groups:minutes.propose'), form);
  await expect(form.getByRole('row').filter({ hasText: change.why })).toContainText(t('working-groups:minutes.amendment_status.open'));
}

/** The chair accepts one amendment and rejects the other, at first without a reason. */
export async function settle(world: World, who: Person, { ref }: Planned): Promise<void> {
  const { page, t } = who;
  await who.enter();
  await open(who, paths.minutesWork(ref));
  const amendments = section(who, t('working-groups:minutes.amendments'));
  const answer = async (number: number, what: 'accept' | 'reject', why: string) => {
    const form = amendments.getByRole('group').filter({ hasText: t('working-groups:minutes.answer', { number }) }).first();
    const said = form.getByRole('radio', { name: t(`working-groups:minutes.${what}`), exact: true });
    if (!(await said.isVisible())) await amendments.getByText(t('working-groups:minutes.answer', { number }), { exact: true }).click();
    await said.check();
    await field(who, t('working-groups:minutes.why'), form).fill(why);
    await press(who, t('working-groups:minutes.send_answer'), form);
  };
  await answer(1, 'accept', '');
  await expect(amendments.getByText(t('working-groups:minutes.amendment_status.accepted'), { exact: true })).toBeVisible();
  await answer(2, 'reject', '');
  await expect(page.getByRole('alert')).toContainText(t('working-groups:problems.reason_needed'));
  await answer(2, 'reject', 'It was said after the session.');
  await expect(amendments.getByText(t('working-groups:minutes.amendment_status.rejected'), { exact: true })).toBeVisible();
  await letterTo(world.post, cast.alternate.mail, t('working-groups:mails.amendment_accepted.subject', { ref, number: 1 }));
  const letter = await letterTo(world.post, cast.member.mail, t('working-groups:mails.amendment_rejected_why.subject', { ref, number: 2 }));
  expect(letter.text).toContain('It was said after the session.');
  await expect(page.getByText(t('working-groups:problems.window_open'))).toBeVisible();
}

/** When the window is over the chair, who wrote none of it, approves, and publishes; says the hash that everybody has by mail. */
export async function seal(world: World, who: Person, { ref }: Planned): Promise<string> {
  const { page, t } = who;
  await world.moveTo(later(world.now(), 8));
  await who.enter();
  await open(who, paths.minutesWork(ref));
  await press(who, t('working-groups:minutes.approve'));
  const publish = page.getByRole('button', { name: t('working-groups:minutes.publish'), exact: true });
  await confirmUntil(who, publish);
  await publish.click();
  await confirmUntil(who, page.getByText(t('working-groups:session_status.published'), { exact: true }));
  const letters = await Promise.all((['member', 'alternate', 'observer', 'secretary'] as const).map((name) => letterTo(world.post, cast[name].mail, `: minutes of ${ref}`)));
  const hashes = new Set(letters.map(({ text }) => /\b[0-9a-f]{64}\b/.exec(text.replaceAll(/(?<=[0-9a-f]{8})\s+(?=[0-9a-f]{8})/g, ''))?.[0]));
  expect(hashes.size, 'one hash in every letter').toBe(1);
  return [...hashes][0] ?? '';
}

/** The letter with the minutes says first what its reader took on. */
export async function readsOwnActionsFirst(world: World, name: CastName, session: Planned, action: string): Promise<void> {
  const { text } = await letterTo(world.post, cast[name].mail, `: minutes of ${session.ref}`);
  expect(text.indexOf(action), text).toBeGreaterThan(-1);
  expect(text.indexOf(action)).toBeLessThan(text.indexOf(session.title));
}

interface Public {
  readonly hash: string;
  readonly decision: string;
}

/** Anybody reads the sealed minutes, checks the seal on its page and by their own reckoning, and opens the PDF; names are told with consent alone. */
export async function check(who: Traveller, session: Planned, { hash, decision }: Public): Promise<void> {
  const { page, t, to } = who;
  await open(who, to.session(session.ref));
  await page.getByRole('link', { name: /^Minutes M-/ }).click();
  await arrive(who);
  const main = page.getByRole('main');
  await expect(main).toContainText(decision);
  await expect(main).toContainText('The chair opened the session at two sharp.');
  await expect(main).toContainText('It was said after the session.');
  await expect(main).toContainText(cast.member.name);
  for (const { name } of [cast.alternate, cast.secretary, cast.observer, cast.holder]) await expect(main).not.toContainText(name);
  await expect(main).not.toContainText('meet.example');
  await inspect(who);
  await page.getByRole('link', { name: t('working-groups:minutes.check'), exact: true }).first().click();
  await arrive(who);
  await expect(page.getByText(t('working-groups:minutes.holds'), { exact: true })).toBeVisible();
  await expect(section(who, 'SHA-256')).toContainText(hash.replaceAll(/.{8}(?=.)/g, '$& '));
  const record = await page.request.get(to.minutes(session.ref, 'record.json'));
  expect(createHash('sha256').update(await record.body()).digest('hex')).toBe(hash);
  const pdf = await page.request.get(to.minutes(session.ref, 'minutes.pdf'));
  expect([pdf.headers()['content-type'], (await pdf.body()).subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);
}
