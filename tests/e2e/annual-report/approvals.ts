import { expect } from '@playwright/test';
import { approve } from '../journey/report';
import { inspect } from '../journey/traveller';
import type { Person } from '../month/people';
import { lacks, part } from './desk';

/** While a reply is taken nobody approves: the button says why. */
export async function approveTooEarly(who: Person, ref: string): Promise<void> {
  const { t } = who;
  await who.enter();
  await lacks(who, ref, ['reply_running', 'not_approved']);
  const act = part(who, 'approvals').getByRole('button', { name: t('reporting:approvals.act'), exact: true });
  await expect(act).toBeDisabled();
  await expect(act).toHaveAccessibleDescription(t('reporting:publication.blocked', { count: 1 }));
}

/** The lead approves, and not a second time; the officer gives the second approval, and does not publish. */
export async function approveTwice({ lead, officer }: { readonly lead: Person; readonly officer: Person }, ref: string): Promise<void> {
  const { t } = lead;
  await lead.enter();
  await lacks(lead, ref, ['not_approved']);
  await approve(lead, ref);
  const again = part(lead, 'approvals').getByRole('button', { name: t('reporting:approvals.act'), exact: true });
  await expect(again).toBeDisabled();
  await expect(again).toHaveAccessibleDescription(t('reporting:reasons.approved_already'));
  await lacks(lead, ref, ['not_approved']);
  await officer.enter();
  await approve(officer, ref);
  const publication = part(officer, 'publication');
  await expect(publication.getByText(t('reporting:publication.ready'))).toBeVisible();
  await expect(publication.getByRole('button', { name: t('reporting:publication.act'), exact: true })).toHaveAccessibleDescription(t('reporting:reasons.lead_only'));
  await inspect(officer);
}
