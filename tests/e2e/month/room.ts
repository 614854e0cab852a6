import { expect, type Locator } from '@playwright/test';
import { paths } from '#app/paths';
import { field, inspect, open, press, section } from '../journey/traveller';
import { cast, type Person } from './cast';
import type { Planned } from './planning';

/** Ministries of the group that are on the telephone: with them the seats of the cast are just enough for a quorum. */
const onTheLine = 5;

/** What somebody watches appears by itself, within a second; without scripts after they have looked again. */
export async function appears(who: Person, what: Locator): Promise<void> {
  if (!who.way.scripts) await who.page.getByRole('link', { name: who.t('working-groups:live.look'), exact: true }).click();
  await expect(what).toBeVisible(who.way.scripts ? { timeout: 1_000 } : {});
}

export async function enterRoom(who: Person, { ref, title }: Planned): Promise<void> {
  const { page, t } = who;
  await open(who, paths.sessionRoom(ref));
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  if (who.way.scripts) await expect(page.getByRole('status')).toHaveText(t('working-groups:live.on'));
}

const quorum = (who: Person): Locator => section(who, who.t('working-groups:desk.quorum'));
/** What the panel of the quorum says. */
export const quorumIs = (who: Person, what: 'met' | 'not_met'): Locator => quorum(who).getByText(who.t(`working-groups:quorum.${what}`), { exact: true });
export const quorumWas = (who: Person, what: 'reached' | 'lost' | 'regained'): Locator => quorum(who).getByText(new RegExp(`^${who.t(`working-groups:presences.${what}`, { time: '.+', seats: '.+' })}`));

/** The chair starts the session and makes a code for the room. */
export async function start(who: Person, { ref }: Planned): Promise<string> {
  const { page, t } = who;
  await who.enter();
  await open(who, paths.sessionDesk(ref));
  await press(who, t('working-groups:desk.start'));
  await expect(section(who, t('working-groups:desk.who_is_here'))).toBeVisible();
  const panel = section(who, t('working-groups:room.code'));
  await press(who, t('working-groups:room.make_code'), panel);
  const code = panel.getByText(/^\d{6}$/);
  await expect(code).toBeVisible();
  if (who.way.scripts) await expect(page.getByRole('status')).toHaveText(t('working-groups:live.on'));
  return (await code.innerText()).trim();
}

/** Somebody says of themselves that they are there, or leaves; in the room with its code. */
export async function checkIn(who: Person, as: 'in_person' | 'remote' | 'left', code?: string): Promise<void> {
  const { page, t } = who;
  const me = section(who, t('working-groups:room.me'));
  const say = async (typed?: string) => {
    const how = me.getByRole('radio', { name: t(`working-groups:room.as.${as}`), exact: true });
    if (!(await how.isVisible())) await me.locator('summary').click();
    await how.check();
    if (typed !== undefined) await field(who, t('working-groups:room.code'), me).fill(typed);
    await press(who, t('working-groups:room.say'), me);
  };
  if (code !== undefined) {
    await say(code === '000000' ? '000001' : '000000');
    await expect(page.getByRole('alert')).toContainText(t('working-groups:problems.wrong_code'));
  }
  await say(code);
  await expect(me).toContainText(t('working-groups:room.noted', { presence: t(`working-groups:presence.${as}`) }));
}

/** On the desk of the secretary: the first `seats` voting seats that are not of the cast. */
export async function note(who: Person, mark: 'holder_remote' | 'left', seats = onTheLine): Promise<void> {
  const { t } = who;
  const here = section(who, t('working-groups:desk.who_is_here'));
  const others = here.getByRole('listitem').filter({ hasNotText: new RegExp(Object.values(cast).map(({ organisation }) => organisation).join('|')) });
  await expect(others.first()).toBeVisible();
  for (const seat of (await others.all()).slice(0, seats)) await seat.getByRole('combobox').selectOption(mark);
  await press(who, t('working-groups:desk.save_attendance'), here);
}

/** One item after the other is treated until this one is under way. */
export async function goOnTo(who: Person, title: string): Promise<void> {
  const { page, t } = who;
  const current = page.getByRole('heading', { level: 2, name: title, exact: true });
  for (let treated = 0; treated < 12 && !(await current.isVisible()); treated += 1) {
    const before = await page.getByText(/^Item \d+ of \d+/).first().innerText();
    await press(who, t('working-groups:desk.next_item'));
    await expect(page.getByText(/^Item \d+ of \d+/).first()).not.toHaveText(before);
  }
  await expect(current).toBeVisible();
}

const form = ({ page }: Person, heading: string): Locator => page.locator('main form').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
/** What was written down, on the desk. */
export const captured = (who: Person, text: string): Locator => section(who, who.t('working-groups:desk.so_far')).getByRole('row').filter({ hasText: text });

/** + Note, by the secretary, while the chair types a decision: both are kept. */
export async function twoWriteAtOnce(chair: Person, secretary: Person, { text, said }: { readonly text: string; readonly said: string }): Promise<void> {
  const { t } = chair;
  const typed = field(chair, t('working-groups:desk.decision_text'), form(chair, t('working-groups:decision.one')));
  await typed.fill(text);
  const notes = form(secretary, t('working-groups:desk.note'));
  await field(secretary, t('working-groups:desk.note_for_minutes'), notes).fill(said);
  await press(secretary, t('working-groups:desk.add_note'), notes);
  await expect(captured(secretary, said)).toBeVisible();
  if (chair.way.scripts) await expect(captured(chair, said)).toBeVisible({ timeout: 1_000 });
  await expect(typed).toHaveValue(text);
}

/** + Decision, without a vote of seats or with one for each that is there; says its number. */
export async function decide(who: Person, text: string, status: 'adopted' | 'provisional' | 'rejected', votes: readonly string[] = []): Promise<string> {
  const { t } = who;
  const decision = form(who, t('working-groups:decision.one'));
  await expect(decision.getByText(t('working-groups:desk.without_quorum'))).toBeVisible({ visible: status === 'provisional' });
  await field(who, t('working-groups:desk.decision_text'), decision).fill(text);
  if (votes.length > 0) {
    await decision.getByText(t('working-groups:votes.by_seat'), { exact: true }).click();
    for (const [at, seat] of (await decision.getByRole('listitem').getByRole('combobox').all()).entries()) await seat.selectOption(votes[at] ?? 'for');
  }
  await press(who, t('working-groups:desk.record_decision'), decision);
  await expect(captured(who, text)).toContainText(t(`working-groups:decision_status.${status}`));
  return ((await captured(who, text).getByRole('link').first().textContent()) ?? '').trim();
}

/** + Action for somebody, due on a day; says its number. */
export async function giveAction(who: Person, text: string, owner: string, due: string): Promise<string> {
  const { t } = who;
  const action = form(who, t('working-groups:action.one'));
  await field(who, t('working-groups:action.what'), action).fill(text);
  const owners = field(who, t('working-groups:action.owner'), action);
  await owners.selectOption({ label: (await owners.getByRole('option').allInnerTexts()).find((one) => one.endsWith(owner)) ?? owner });
  await field(who, t('working-groups:action.due'), action).fill(due);
  await press(who, t('working-groups:desk.add_action'), action);
  await expect(captured(who, text)).toBeVisible();
  return ((await captured(who, text).getByRole('link').first().textContent()) ?? '').trim();
}

/** The item under way waits for the next session. */
export async function park(who: Person, title: string): Promise<void> {
  const { page, t } = who;
  await goOnTo(who, title);
  await press(who, t('working-groups:desk.defer'));
  await expect(page.getByRole('heading', { level: 2, name: title, exact: true })).toHaveCount(0);
  await expect(section(who, t('working-groups:agenda.title')).getByRole('listitem').filter({ hasText: title })).toContainText(t('working-groups:outcome.deferred'));
}

export async function close(who: Person, summary: string): Promise<void> {
  const { t } = who;
  await inspect(who);
  const soFar = section(who, t('working-groups:desk.so_far'));
  await soFar.locator('summary').click();
  await field(who, t('working-groups:desk.summary'), soFar).fill(summary);
  await press(who, t('working-groups:desk.close'), soFar);
  await expect(section(who, t('working-groups:desk.publish_title'))).toBeVisible();
}
