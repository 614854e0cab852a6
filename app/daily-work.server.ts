import { tellOfUnattendedCommitments } from './commitments/attention/unattended.server';
import { remindOfSafeguards } from './commitments/safeguards/reminders.server';
import { tellOfTranslations, translationsWork } from './commitments/translations/letters.server';
import { searchLinksDaily } from './financing/links/finder.server';
import { receiptsWork, tellOfReceipts } from './financing/reconciliation/sending.server';
import { remindOfTranches } from './financing/tranches/reminders.server';
import { forgetAddresses } from './frameworks/consultations/notices.server';
import { sendDigests } from './following/digest/sending.server';
import { remindOfExpiry } from './members/adherences/notices.server';
import { tellOfUnattended } from './members/memberships/unattended.server';
import { remindOfActions } from './working-groups/actions/reminders.server';
import { remindOfResponses } from './working-groups/responses/reminders.server';
import { remindOfCorrection } from './working-groups/minutes/notices.server';
import { onDay } from './platform/jobs.server';
import { remindOfSessions } from './working-groups/invitations/reminders.server';
import { remindOfCycles } from './reporting/cycles/nudges/reminders.server';
import { countChanges } from './reporting/snapshots/changes.server';

/** What is done once on every day, whichever process is awake. */
export function nameDailyWork(): void {
  onDay('members:unattended', tellOfUnattended);
  onDay('commitments:unattended', tellOfUnattendedCommitments);
  onDay('commitments:safeguards', remindOfSafeguards);
  onDay(translationsWork, tellOfTranslations);
  onDay('financing:links', searchLinksDaily);
  onDay('financing:tranches', remindOfTranches);
  onDay('members:adherences', remindOfExpiry);
  onDay('frameworks:addresses', forgetAddresses);
  onDay(receiptsWork, tellOfReceipts);
  onDay('working-groups:actions', remindOfActions);
  onDay('working-groups:sessions', remindOfSessions);
  onDay('working-groups:responses', remindOfResponses);
  onDay('minutes:correction', remindOfCorrection);
  onDay('reporting:cycles', remindOfCycles);
  onDay('reporting:changes', countChanges);
  onDay('following:digests', sendDigests);
}
