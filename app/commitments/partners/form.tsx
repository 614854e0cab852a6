import type { SubmissionResult } from '@conform-to/react';
import { fieldIn } from '#app/form/act-page';
import { type Option, SelectField, TextArea } from '#app/form/field';
import { useText } from '#app/languages/text';
import { partnerRoles } from './model';

interface PartnerFieldsProps {
  readonly organisations: readonly Option[];
  readonly last: SubmissionResult<string[]> | undefined;
  /** Who asks whom. */
  readonly by: 'lead' | 'partner';
}

/** Who, in which role, for what. */
export function PartnerFields({ organisations, last, by }: PartnerFieldsProps) {
  const t = useText('commitments');
  const field = fieldIn(last);
  const only = organisations.length === 1 && by === 'partner' ? organisations[0] : undefined;
  return (
    <>
      {only === undefined ? <SelectField {...field('organisation')} label={t('partners.organisation')} options={organisations} required /> : <input type="hidden" name="organisation" value={only.value} />}
      <SelectField {...field('role')} label={t('partners.role_label')} options={partnerRoles.map((role) => ({ value: role, label: t(`partners.role.${role}`) }))} required width={20} />
      <TextArea {...field('words')} label={t(`partners.words.${by}`)} hint={t('partners.words.hint')} maxLength={2000} optional />
    </>
  );
}
