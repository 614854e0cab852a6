import { expect } from '@playwright/test';
import { paths } from '#app/paths';
import { arrive, field, open, press, section, traveller, type Traveller, type Way } from '../journey/traveller';
import type { Language } from '../journey/words';
import { signInAs, type Role } from '../visiting';
import { letterTo, linkIn } from './letters';
import type { World } from './world';

/** The group whose month it is: the chair's account leads it in the demo world. */
export const group = 'WG-01';
/** How its people say “me” to the portal. */
const password = 'violet harbour umbrella seventeen';

/** Somebody who is invited to the portal and gets a seat. */
interface Part {
  readonly name: string;
  readonly mail: string;
  readonly organisation: string;
  /** Which of the two processes they are connected to. */
  readonly side: 0 | 1;
  readonly language?: Language;
  /** Agrees to be named in public. */
  readonly named?: boolean;
}

/** Their addresses are read by the mail service of the test alone. */
export const cast = {
  holder: { name: 'Salma Idrissi', mail: 'salma@harbour-month.org', organisation: 'Harbour Telecom Group', side: 0, language: 'ar' },
  alternate: { name: 'Tomas Brandt', mail: 'tomas@harbour-month.org', organisation: 'Harbour Telecom Group', side: 1 },
  member: { name: 'Noor Abdou', mail: 'noor@sahel-month.org', organisation: 'Sahel Radio Schools', side: 1, named: true },
  secretary: { name: 'Ruth Kamau', mail: 'ruth@assembly-month.org', organisation: 'Youth Assembly for Learning', side: 1 },
  observer: { name: 'Pavel Orlov', mail: 'pavel@journal-month.org', organisation: 'Journal of Open Pedagogy', side: 0 },
} as const satisfies Readonly<Record<string, Part>>;
export type CastName = keyof typeof cast;

/** Somebody with a browser of their own, connected to one of the two processes. */
export interface Person extends Traveller {
  /** Signs in, as they do after days away. */
  enter(): Promise<void>;
}

async function browserOn({ browser, sides }: World, side: 0 | 1, way: Way): Promise<Traveller> {
  const context = await browser.newContext({ baseURL: sides[side].url, javaScriptEnabled: way.scripts, viewport: { width: way.width, height: 900 }, locale: way.language === 'ar' ? 'ar' : 'en-GB', timezoneId: 'UTC' });
  context.setDefaultTimeout(20_000);
  return traveller(await context.newPage(), way);
}

/** Somebody of the cast; each reads in their own language. */
export async function personOf(world: World, who: CastName, way: Way): Promise<Person> {
  const { mail, side, ...part }: Part = cast[who];
  const person = await browserOn(world, side, { ...way, language: part.language ?? way.language });
  return { ...person, enter: () => signIn(person, mail) };
}

/** Somebody with an account of the demonstration. */
export async function accountOf(world: World, role: Role, side: 0 | 1, way: Way): Promise<Person> {
  const person = await browserOn(world, side, way);
  return { ...person, enter: () => signInAs(person.page, role) };
}

/** Somebody without an account. */
export const visitorOn = browserOn;

async function signIn(who: Traveller, mail: string): Promise<void> {
  const { page, t } = who;
  await page.context().clearCookies();
  await open(who, paths.signIn(undefined, who.way.language));
  await field(who, t('accounts:fields.mail')).fill(mail);
  await field(who, t('accounts:fields.password')).fill(password);
  await press(who, t('accounts:sign_in.act'));
  await page.waitForURL(/\/my$/);
}

/** The secretariat invites everybody; each takes the invitation from their mail. Then the seats are given. */
export async function settle(world: World, way: Way): Promise<void> {
  const secretariat = await accountOf(world, 'secretariat', 0, way);
  await secretariat.enter();
  for (const part of Object.values(cast)) await invite(secretariat, part);
  for (const who of Object.keys(cast) as CastName[]) await accept(world, who, way);
  await secretariat.enter();
  const { holder, alternate, member, secretary, observer } = cast;
  await giveSeat(secretariat, { of: holder, role: 'member', alternate });
  await giveSeat(secretariat, { of: member, role: 'member' });
  await giveSeat(secretariat, { of: secretary, role: 'secretary' });
  await giveSeat(secretariat, { of: observer, role: 'observer' });
  await secretariat.page.context().close();
}

async function invite(who: Traveller, part: Part): Promise<void> {
  const { t } = who;
  await open(who, paths.people);
  const form = section(who, t('accounts:people.invite'));
  await field(who, t('accounts:fields.name'), form).fill(part.name);
  await field(who, t('accounts:fields.mail'), form).fill(part.mail);
  await field(who, t('accounts:fields.language'), form).selectOption(part.language ?? 'en');
  await field(who, t('accounts:people.organisation'), form).selectOption({ label: part.organisation });
  await press(who, t('accounts:people.send'), form);
  await expect(who.page.getByRole('heading', { level: 1, name: part.name })).toBeVisible();
}

async function accept(world: World, name: CastName, way: Way): Promise<void> {
  const part: Part = cast[name];
  const who = await personOf(world, name, way);
  const { page, t } = who;
  const letter = await letterTo(world.post, part.mail, t('accounts:mails.invitation.subject'));
  await page.goto(linkIn(letter, '/invitations/'));
  await arrive(who);
  const consent = page.getByRole('checkbox', { name: t('accounts:fields.publish_name') });
  if (part.named === true) await consent.check();
  await field(who, t('accounts:fields.new_password')).fill(password);
  await press(who, t('accounts:invitation.act'));
  await page.waitForURL(/\/my$/);
  await page.context().close();
}

interface Seat {
  readonly of: Part;
  readonly role: 'member' | 'secretary' | 'observer';
  readonly alternate?: Part;
}

async function giveSeat(who: Traveller, { of: part, role, alternate }: Seat): Promise<void> {
  const { page, t } = who;
  await open(who, paths.groupSeats(group));
  await field(who, t('working-groups:seats.organisation')).fill(part.organisation);
  await field(who, t('working-groups:seat.role')).selectOption(role);
  await page.getByRole('radio', { name: t(`working-groups:seat.${role === 'member' ? 'votes' : 'no_vote'}`), exact: true }).check();
  await field(who, t('working-groups:seats.holder')).fill(part.mail);
  if (alternate !== undefined) await field(who, t('working-groups:seats.alternate')).fill(alternate.mail);
  await press(who, t('working-groups:seats.open'));
  const row = page.getByRole('table', { name: t('working-groups:seats.standing') }).getByRole('row').filter({ hasText: part.organisation });
  await expect(row).toContainText(t(`working-groups:seat_role.${role}`));
  for (const one of [part, alternate ?? part]) await expect(row).toContainText(one.name);
}
