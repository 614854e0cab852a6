import { expect } from '@playwright/test';
import { confirmUntil, field, open, press, type Way } from '../journey/traveller';
import { accept, accountOf, invite, personIn, type Part, type Person } from '../month/people';
import type { World } from '../month/world';

/** Of the demo world: whose report it is, and those of its secretariat who read and sign. */
const coalition = 'Global Coalition for Digital Learning';
export const officer = 'Mateo Rivera';

/** Who is invited, and the role that each is given. */
interface Invited extends Part {
  readonly role: 'focal_point' | 'section_editor';
  readonly scope: 'organisation' | 'coalition';
}

/** Both members lead two commitments of the demo world; one reports, the other is silent, and follows what becomes of it. */
export const cast = {
  member: { name: 'Noor Abdou', mail: 'noor@northlight-report.org', organisation: 'Northlight Foundation', side: 1, role: 'focal_point', scope: 'organisation' },
  silent: { name: 'Salma Idrissi', mail: 'salma@harbour-report.org', organisation: 'Harbour Telecom Group', side: 0, language: 'ar', role: 'focal_point', scope: 'organisation' },
  editor: { name: 'Ruth Kamau', mail: 'ruth@journal-report.org', organisation: 'Journal of Open Pedagogy', side: 1, role: 'section_editor', scope: 'coalition' },
} as const satisfies Readonly<Record<string, Invited>>;

/** The secretariat invites each and gives the role; each takes the invitation from their mail. */
export async function settle(world: World, way: Way): Promise<void> {
  const lead = await accountOf(world, 'secretariat', 0, way);
  await lead.enter();
  for (const part of Object.values(cast)) {
    await invite(lead, part);
    await giveRole(lead, part);
  }
  await lead.page.context().close();
  for (const part of Object.values(cast)) await accept(world, part, way);
  await follow(world, cast.silent, way);
}

/** Follows the coalition whose report it is. */
async function follow(world: World, part: Part, way: Way): Promise<void> {
  const who = await personIn(world, part, way);
  await who.enter();
  await open(who, who.to.coalition('global'));
  await press(who, who.t('following:act.follow'));
  await expect(who.page.getByRole('button', { name: who.t('following:act.stop'), exact: true })).toBeVisible();
  await who.page.context().close();
}

async function giveRole(who: Person, { role, scope, organisation }: Invited): Promise<void> {
  const { page, t } = who;
  await field(who, t('accounts:people.role')).selectOption(role);
  await press(who, t('accounts:person.choose_role'));
  const form = page.getByRole('form', { name: t('accounts:person.grant_in', { role: t(`accounts:roles.${role}`), scope: t(`accounts:scopes.${scope}`) }) });
  await form.getByRole('combobox').selectOption({ label: scope === 'organisation' ? organisation : coalition });
  await field(who, t('accounts:person.reason'), form).fill('For the report of the year');
  await press(who, t('accounts:person.grant'), form);
  await confirmUntil(who, page.getByRole('listitem').filter({ hasText: t(`accounts:roles.${role}`) }));
}
