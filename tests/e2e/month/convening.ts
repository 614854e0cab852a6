import { expect } from '@playwright/test';
import { paths } from '#app/paths';
import { arrive, field, inspect, open, press, section } from '../journey/traveller';
import { words } from '../journey/words';
import { cast, type CastName, type Person } from './cast';
import { calendarIn, letterTo, linkIn, type Letter } from './letters';
import type { Planned } from './planning';
import { later, type World } from './world';

const everybody = Object.keys(cast) as CastName[];

/** A letter about a session to one of the cast, in their language. */
function letterOf(world: World, who: CastName, letter: 'convened' | 'reminder' | 'tomorrow', { ref, title }: Planned): Promise<Letter> {
  const part: { readonly mail: string; readonly language?: 'ar' } = cast[who];
  return letterTo(world.post, part.mail, words(part.language ?? 'en')(`working-groups:mails.${letter}.subject`, { ref, title }));
}

/** The chair sees who will be written to, then convenes; everybody on a seat has a letter with a file for their calendar. */
export async function convene(world: World, who: Person, session: Planned): Promise<void> {
  const { page, t } = who;
  await open(who, paths.sessionDesk(session.ref));
  await page.getByRole('link', { name: t('working-groups:invitation.preview'), exact: true }).click();
  await arrive(who);
  const readers = section(who, t('working-groups:invitation.readers'));
  const people = (await readers.getByRole('row').count()) - 1;
  await expect(readers).toContainText(t('working-groups:desk.will_mail', { count: people, shown: people }));
  for (const { name } of Object.values(cast)) await expect(readers).toContainText(name);
  await inspect(who);
  expect(world.post.lettersTo(cast.member.mail).filter(({ subject }) => subject.includes(session.ref)), 'nobody is written to before').toEqual([]);
  await press(who, t('working-groups:desk.convene'));
  await expect(page.getByRole('heading', { name: t('working-groups:desk.start_title') })).toBeVisible();
  const files = await Promise.all(everybody.map(async (name) => calendarIn(await letterOf(world, name, 'convened', session))));
  for (const [at, name] of everybody.entries()) {
    expect(files[at]).toEqual({ method: 'REQUEST', uid: files[0]!.uid, sequence: 0, zone: 'UTC', start: session.starts, end: new Date(session.starts.getTime() + 90 * 60_000), attendees: [`mailto:${cast[name].mail}`] });
  }
}

/** The holder does not come and says so from the mail, without signing in; who comes instead is asked. */
export async function stayAway(world: World, who: Person, session: Planned): Promise<void> {
  const { page, t } = who;
  await page.context().clearCookies();
  await page.goto(linkIn(await letterOf(world, 'holder', 'convened', session), '/sessions/'));
  await arrive(who);
  await expect(page.getByRole('heading', { level: 1, name: session.title })).toBeVisible();
  await page.getByRole('radio', { name: t('working-groups:invitation.answers.not_coming'), exact: true }).check();
  await field(who, t('working-groups:invitation.instead')).selectOption({ label: cast.alternate.name });
  await press(who, t('working-groups:invitation.act'));
  await expect(page.getByRole('status')).toContainText(t('working-groups:invitation.saved'));
  const asked = words('en')('working-groups:mails.instead.subject', { name: cast.holder.name, ref: session.ref });
  await letterTo(world.post, cast.alternate.mail, asked);
}

/** Somebody answers the invitation on its page, signed in. */
export async function answer(who: Person, { ref }: Planned, how: 'in_person' | 'remote'): Promise<void> {
  const { page, t } = who;
  await who.enter();
  await open(who, who.to.session(ref));
  await page.getByRole('link', { name: t('working-groups:invitation.open'), exact: true }).click();
  await arrive(who);
  await page.getByRole('radio', { name: t(`working-groups:invitation.answers.${how}`), exact: true }).check();
  await press(who, t('working-groups:invitation.act'));
  await expect(page.getByRole('status')).toContainText(t('working-groups:invitation.saved'));
}

/** A week ahead those who have not answered are asked again, the day before all who come are reminded. */
export async function remind(world: World, session: Planned): Promise<void> {
  const subjects = (who: CastName, letter: 'reminder' | 'tomorrow') => world.post.lettersTo(cast[who].mail).filter(({ subject }) => subject === words('en')(`working-groups:mails.${letter}.subject`, { ref: session.ref, title: session.title })).length;
  await world.moveTo(later(session.starts, -6.9));
  await letterOf(world, 'secretary', 'reminder', session);
  await world.moveTo(later(session.starts, -0.9));
  const told = ['secretary', 'alternate', 'member', 'observer'] as const;
  await Promise.all(told.map((who) => letterOf(world, who, 'tomorrow', session)));
  expect(told.map((who) => [who, subjects(who, 'reminder'), subjects(who, 'tomorrow')])).toEqual([['secretary', 1, 1], ['alternate', 0, 1], ['member', 0, 1], ['observer', 0, 1]]);
  const away = words('ar')('working-groups:mails.tomorrow.subject', { ref: session.ref, title: session.title });
  expect(world.post.lettersTo(cast.holder.mail).filter(({ subject }) => subject === away), 'who does not come is not reminded').toEqual([]);
}

/** The secretary reads on the other process who comes. */
export async function readAnswers(who: Person, { ref }: Planned): Promise<void> {
  const { t } = who;
  await who.enter();
  await open(who, paths.sessionDesk(ref));
  const panel = section(who, t('working-groups:invitation.who_comes'));
  await panel.locator('summary').click();
  const row = (name: string) => panel.getByRole('row').filter({ hasText: name }).first();
  await expect(row(cast.holder.name)).toContainText(t('working-groups:invitation.instead_of', { name: cast.alternate.name }));
  await expect(row(cast.member.name)).toContainText(t('working-groups:invitation.answers.remote'));
  await expect(row(cast.secretary.name)).toContainText(t('working-groups:invitation.answers.open'));
}
