import { expect } from '@playwright/test';
import { paths } from '#app/paths';
import { field, open, press, type Traveller, type Way } from '../journey/traveller';
import { accept, accountOf, invite, personIn, type Part, type Person } from './people';
import type { World } from './world';

export { accountOf, visitorOn, type Person } from './people';

/** The group whose month it is: the chair's account leads it in the demo world. */
export const group = 'WG-01';

/** Everybody who is invited and gets a seat. */
export const cast = {
  holder: { name: 'Salma Idrissi', mail: 'salma@harbour-month.org', organisation: 'Harbour Telecom Group', side: 0, language: 'ar' },
  alternate: { name: 'Tomas Brandt', mail: 'tomas@harbour-month.org', organisation: 'Harbour Telecom Group', side: 1 },
  member: { name: 'Noor Abdou', mail: 'noor@sahel-month.org', organisation: 'Sahel Radio Schools', side: 1, named: true },
  secretary: { name: 'Ruth Kamau', mail: 'ruth@assembly-month.org', organisation: 'Youth Assembly for Learning', side: 1 },
  observer: { name: 'Pavel Orlov', mail: 'pavel@journal-month.org', organisation: 'Journal of Open Pedagogy', side: 0 },
} as const satisfies Readonly<Record<string, Part>>;
export type CastName = keyof typeof cast;

/** Somebody of the cast. */
export const personOf = (world: World, who: CastName, way: Way): Promise<Person> => personIn(world, cast[who], way);

/** The secretariat invites everybody; each takes the invitation from their mail. Then the seats are given. */
export async function settle(world: World, way: Way): Promise<void> {
  const secretariat = await accountOf(world, 'secretariat', 0, way);
  await secretariat.enter();
  for (const part of Object.values(cast)) await invite(secretariat, part);
  for (const part of Object.values(cast)) await accept(world, part, way);
  await secretariat.enter();
  const { holder, alternate, member, secretary, observer } = cast;
  await giveSeat(secretariat, { of: holder, role: 'member', alternate });
  await giveSeat(secretariat, { of: member, role: 'member' });
  await giveSeat(secretariat, { of: secretary, role: 'secretary' });
  await giveSeat(secretariat, { of: observer, role: 'observer' });
  await secretariat.page.context().close();
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
