import { expect } from '@playwright/test';
import { paths } from '#app/paths';
import { field, inspect, open, press, section } from '../journey/traveller';
import type { Person } from './cast';
import { appears } from './room';
import type { Planned } from './planning';

/** The chair opens a vote on the item under way; who watches the room finds it there. Says its path. */
export async function openVote(who: Person, text: string, watching: Person): Promise<string> {
  const { page, t } = who;
  const panel = section(who, t('working-groups:ballot.many'));
  await panel.locator('summary').click();
  await field(who, t('working-groups:desk.decision_text'), panel).fill(text);
  await press(who, t('working-groups:ballot.open'), panel);
  await expect(page.getByRole('heading', { level: 1, name: t('working-groups:ballot.one') })).toBeVisible();
  await appears(watching, section(watching, t('working-groups:ballot.many')).getByRole('link', { name: text }));
  return new URL(page.url()).pathname;
}

/** Who speaks for a seat votes from their own page. */
export async function vote(who: Person, ballot: string, kind: 'for' | 'objection', why?: string): Promise<void> {
  const { page, t } = who;
  await open(who, ballot);
  const own = section(who, t('working-groups:ballot.own'));
  const send = own.getByRole('button');
  await own.getByRole('radio', { name: t(`working-groups:vote.${kind}`), exact: true }).check();
  if (why !== undefined) {
    await send.click();
    await expect(page.getByRole('alert')).toContainText(t('working-groups:problems.words_needed'));
    await expect(own.getByRole('radio', { name: t(`working-groups:vote.${kind}`), exact: true })).toBeChecked();
    await field(who, t('working-groups:ballot.words'), own).fill(why);
  }
  await send.click();
  await expect(send).toHaveText(t('working-groups:ballot.change'));
}

/** The secretary puts down by show of hands how those on the telephone vote. */
export async function showOfHands(who: Person, ballot: string): Promise<void> {
  const { t } = who;
  await open(who, ballot);
  const lead = section(who, t('working-groups:ballot.lead'));
  await lead.getByText(t('working-groups:ballot.hands'), { exact: true }).click();
  for (const seat of await lead.getByRole('listitem').getByRole('combobox').all()) if ((await seat.inputValue()) === '') await seat.selectOption('for');
  await press(who, t('working-groups:ballot.enter'), lead);
  await expect(section(who, t('working-groups:votes.by_seat')).getByText(t('working-groups:ballot.by_hands')).first()).toBeVisible();
}

export async function standsAt(who: Person, ballot: string, status: 'adopted' | 'provisional' | 'rejected'): Promise<void> {
  const { t } = who;
  await open(who, ballot);
  await expect(section(who, t('working-groups:ballot.stands'))).toContainText(t(`working-groups:decision_status.${status}`));
  await inspect(who);
}

/** The chair closes the vote; says the number of the decision that it came to. */
export async function closeVote(who: Person, ballot: string, { ref }: Planned): Promise<string> {
  const { page, t } = who;
  await open(who, ballot);
  await press(who, t('working-groups:ballot.close'));
  const decision = page.getByRole('link', { name: new RegExp(`^${t('working-groups:decision.titled', { ref: 'D-' })}`) });
  await expect(decision).toBeVisible();
  const number = /D-\d{4}-\d{3}/.exec((await decision.textContent()) ?? '')?.[0] ?? '';
  await open(who, paths.sessionDesk(ref));
  return number;
}
