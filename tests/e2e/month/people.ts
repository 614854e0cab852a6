import { expect } from '@playwright/test';
import { paths } from '#app/paths';
import { arrive, become, field, open, press, section, traveller, type Traveller, type Way } from '../journey/traveller';
import type { Language } from '../journey/words';
import type { Role } from '../visiting';
import { letterTo, linkIn } from './letters';
import type { World } from './world';

/** How invited people say “me” to the portal. */
const password = 'violet harbour umbrella seventeen';

/** Somebody who is invited to the portal. */
export interface Part {
  readonly name: string;
  /** Read by the mail service of the test alone. */
  readonly mail: string;
  readonly organisation: string;
  /** Which of the two processes they are connected to. */
  readonly side: 0 | 1;
  readonly language?: Language;
  /** Agrees to be named in public. */
  readonly named?: boolean;
}

/** Somebody with a browser of their own, connected to one of the two processes. */
export interface Person extends Traveller {
  /** Signs in, as they do after days away. */
  enter(): Promise<void>;
}

/** Somebody without an account. */
export async function visitorOn({ browser, sides }: World, side: 0 | 1, way: Way): Promise<Traveller> {
  const context = await browser.newContext({ baseURL: sides[side].url, javaScriptEnabled: way.scripts, viewport: { width: way.width, height: 900 }, locale: way.language === 'ar' ? 'ar' : 'en-GB', timezoneId: 'UTC' });
  context.setDefaultTimeout(20_000);
  return traveller(await context.newPage(), way);
}

/** Somebody who was invited; each reads in their own language. */
export async function personIn(world: World, { mail, side, language }: Part, way: Way): Promise<Person> {
  const person = await visitorOn(world, side, { ...way, language: language ?? way.language });
  return { ...person, enter: () => signIn(person, mail) };
}

/** Somebody with an account of the demonstration, who reads in the language of the way. */
export async function accountOf(world: World, role: Role, side: 0 | 1, way: Way): Promise<Person> {
  const person = await visitorOn(world, side, way);
  return { ...person, enter: () => become(person, role) };
}

async function signIn(who: Traveller, mail: string): Promise<void> {
  const { page, t } = who;
  await page.context().clearCookies();
  await open(who, paths.signIn(undefined, who.way.language));
  await field(who, t('accounts:fields.mail')).fill(mail);
  await field(who, t('accounts:fields.password')).fill(password);
  await press(who, t('accounts:sign_in.act'));
  await page.waitForURL(/\/my$/);
}

/** The secretariat invites somebody, and is on their page then. */
export async function invite(who: Traveller, part: Part): Promise<void> {
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

/** Somebody takes the invitation from their mail. */
export async function accept(world: World, part: Part, way: Way): Promise<void> {
  const who = await personIn(world, part, way);
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
