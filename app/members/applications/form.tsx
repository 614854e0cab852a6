import type { SubmissionResult } from '@conform-to/react';
import { CheckField } from '#app/form/choice-field';
import { SelectField, TextArea, TextField, type Option } from '#app/form/field';
import { fieldIn } from '#app/form/act-page';
import { useLocale, useText } from '#app/languages/text';
import { membershipCategories } from '#app/members/memberships/model';
import { constituencyChoices, typeChoices } from '#app/members/organisations/words';
import { Section } from '#app/ui/section';

type Last = SubmissionResult<string[]> | undefined;

interface ApplicantFieldsProps {
  readonly last: Last;
  readonly coalitions: readonly Option[];
  /** The coalition that the address names. */
  readonly coalition: string | undefined;
  readonly countries: readonly Option[];
}

/** Which coalition, as what, who the organisation is, and who speaks for it. */
export function ApplicantFields({ last, coalitions, coalition, countries }: ApplicantFieldsProps) {
  const t = useText('members');
  const { language } = useLocale();
  const field = fieldIn(last);
  return (
    <>
      <Section id="membership" title={t('apply.membership')} note={t('apply.membership_note')}>
        <SelectField {...field('coalition_id', coalition)} label={t('admission.coalition')} options={coalitions} required />
        <SelectField {...field('category', 'full')} label={t('admission.category')} empty={null} options={membershipCategories.map((value) => ({ value, label: t(`category.${value}`) }))} required />
      </Section>
      <Section id="organisation" title={t('list.name')} note={t('apply.organisation_note')}>
        <TextField {...field('name')} label={t('form.name')} hint={t('form.name_hint')} required maxLength={300} spellCheck={false} autoComplete="organization" />
        <TextField {...field('short_name')} label={t('form.short_name')} optional maxLength={60} width={20} spellCheck={false} />
        <SelectField {...field('constituency')} label={t('form.constituency')} options={constituencyChoices(language)} required />
        <SelectField {...field('type_code')} label={t('form.type_code')} hint={t('form.type_hint')} options={typeChoices(language)} empty={t('list.not_known')} />
        <SelectField {...field('country_iso2')} label={t('form.country_iso2')} options={countries} empty={t('list.no_country')} />
        <TextField {...field('website')} label={t('form.website')} hint={t('apply.website_hint')} type="url" optional maxLength={400} />
        <TextField {...field('identifier')} label={t('form.identifier')} hint={t('form.identifier_hint')} optional maxLength={1000} spellCheck={false} />
      </Section>
      <Section id="contact" title={t('apply.contact')} note={t('apply.contact_note')}>
        <TextField {...field('contact_name')} label={t('apply.contact_name')} required maxLength={200} width={30} spellCheck={false} autoComplete="name" />
        <TextField {...field('contact_title')} label={t('apply.contact_title')} optional maxLength={200} width={30} autoComplete="organization-title" />
        <TextField {...field('contact_mail')} label={t('apply.contact_mail')} hint={t('apply.contact_mail_hint')} type="email" required maxLength={254} width={30} spellCheck={false} autoComplete="email" />
      </Section>
    </>
  );
}

/** Why, and the consent of whoever says it. */
export function StatementFields({ last }: { readonly last: Last }) {
  const t = useText('members');
  const field = fieldIn(last);
  const ticked = (name: string) => last?.initialValue?.[name] === 'on';
  const { errors } = field('consent');
  return (
    <>
      <TextArea {...field('statement')} label={t('apply.statement')} hint={t('apply.statement_hint')} rows={6} required minLength={20} maxLength={2000} />
      <CheckField name="publish_name" label={t('apply.publish_name')} hint={t('apply.publish_name_hint')} defaultChecked={ticked('publish_name')} />
      <CheckField name="consent" label={t('apply.consent')} errors={errors} defaultChecked={ticked('consent')} required />
    </>
  );
}
