import type { SubmissionResult } from '@conform-to/react';
import { fieldIn } from '#app/form/act-page';
import { DateField, SelectField, TextArea } from '#app/form/field';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { EvidenceFields } from '#app/records/evidence/form';
import { seatName } from '#app/working-groups/marks';
import { ReasonField } from './act-page';
import type { OwnerChoice } from './owners.server';
import type { ActionRecord } from './queries.server';

type Last = SubmissionResult<string[]> | undefined;

/** What came of it, and whatever shows it. */
export function CompletionFields({ last }: { readonly last: Last }) {
  const t = useText('working-groups');
  return (
    <>
      <TextArea {...fieldIn(last)('outcome')} label={t('actions.outcome')} hint={t('actions.outcome_hint')} rows={4} maxLength={4000} required />
      <h2>{t('actions.evidence')}</h2>
      <p className="hint">{t('actions.evidence_hint')}</p>
      <EvidenceFields last={last} optional />
    </>
  );
}

/** Another day, and why; the first one is named. */
export function ReschedulingFields({ found, last }: { readonly found: Pick<ActionRecord, 'due_on' | 'first_due_on'>; readonly last: Last }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  return (
    <>
      <DateField {...fieldIn(last)('due_on', found.due_on)} label={t('actions.new_day')} hint={t('actions.first', { day: formatDate(language, found.first_due_on) })} required />
      <ReasonField last={last} />
    </>
  );
}

/** Somebody else of the group, and why. */
export function ReassignmentFields({ owners, last }: { readonly owners: readonly OwnerChoice[]; readonly last: Last }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  return (
    <>
      <SelectField {...fieldIn(last)('owner_id')} label={t('actions.new_owner')} options={owners.map((one) => ({ value: one.person_id, label: t('desk.owner', { seat: seatName(one, t, language), name: one.name }) }))} required />
      <ReasonField last={last} />
    </>
  );
}
