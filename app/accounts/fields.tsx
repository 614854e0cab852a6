import type { SubmissionResult } from '@conform-to/react';
import { CheckField } from '#app/form/choice-field';
import { SelectField, TextField } from '#app/form/field';
import { LanguagesField, languagesIn } from '#app/form/languages-field';
import { languages, nativeNames } from '#app/languages/language';
import { useText } from '#app/languages/text';
import { longestPassword, shortestPassword } from './model';

interface Asked {
  readonly errors?: string[] | undefined;
  readonly defaultValue?: string | undefined;
}

/** A password that is chosen: no rules about its characters, pasting welcome, its length and the reason for it in the hint. */
export function NewPasswordField({ errors }: Asked) {
  const t = useText('accounts');
  return (
    <TextField name="password" type="password" width={30} autoComplete="new-password" label={t('fields.new_password')} hint={t('fields.new_password_hint', { minimum: shortestPassword })}
      minLength={shortestPassword} maxLength={longestPassword} required errors={errors} spellCheck={false} />
  );
}

/** A password that is presented. */
export function PasswordField({ name = 'password', errors }: Asked & { readonly name?: string }) {
  const t = useText('accounts');
  return <TextField name={name} type="password" width={30} autoComplete="current-password" label={t('fields.password')} hint={t('fields.password_hint')} required errors={errors} spellCheck={false} />;
}

export function MailField({ errors, defaultValue, label, autoComplete = 'username' }: Asked & { readonly label?: string; readonly autoComplete?: string }) {
  const t = useText('accounts');
  return <TextField name="mail" type="email" width={30} autoComplete={autoComplete} label={label ?? t('fields.mail')} required errors={errors} defaultValue={defaultValue} spellCheck={false} maxLength={254} />;
}

export function NameField({ errors, defaultValue, autoComplete = 'name' }: Asked & { readonly autoComplete?: string }) {
  const t = useText('accounts');
  return <TextField name="name" width={30} autoComplete={autoComplete} label={t('fields.name')} required errors={errors} defaultValue={defaultValue} spellCheck={false} maxLength={200} />;
}

/** The six languages, each by its own name. */
export function LanguageField({ errors, defaultValue }: Asked) {
  const t = useText('accounts');
  return <SelectField name="language" label={t('fields.language')} hint={t('fields.language_hint')} errors={errors} defaultValue={defaultValue} empty={null} width={20} options={languages.map((one) => ({ value: one, label: nativeNames[one] }))} />;
}

export interface ProfileValues {
  readonly name?: string | undefined;
  readonly language?: string | undefined;
  readonly spoken_languages?: readonly string[] | undefined;
  /** As it was typed. */
  readonly spoken_other?: string | undefined;
  readonly time_zone?: string | undefined;
  readonly publish_name?: string | boolean | undefined;
}

/** What was typed into a profile that was sent back; undefined where nothing was sent yet. */
export function typedProfile(last: SubmissionResult<string[]> | undefined): ProfileValues | undefined {
  const typed = last?.initialValue;
  if (typed == null) return undefined;
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : undefined);
  const spoken = languagesIn(last, ['spoken_languages', 'spoken_other'], []);
  return { name: text('name'), language: text('language'), spoken_languages: spoken.chosen, spoken_other: spoken.typed, time_zone: text('time_zone'), publish_name: text('publish_name') };
}

interface ProfileFieldsProps {
  readonly value: ProfileValues;
  readonly errors: (name: string) => string[] | undefined;
  readonly zones: readonly string[];
}

/** What somebody says of themselves. Consent to show the name is asked, and there is none unless it is given. */
export function ProfileFields({ value, errors, zones }: ProfileFieldsProps) {
  const t = useText('accounts');
  return (
    <>
      <NameField errors={errors('name')} defaultValue={value.name} />
      <LanguageField errors={errors('language')} defaultValue={value.language} />
      <LanguagesField value={{ chosen: value.spoken_languages ?? [], typed: value.spoken_other }}
        known={{ name: 'spoken_languages', label: t('fields.spoken_languages'), hint: t('fields.spoken_languages_hint'), errors: errors('spoken_languages') }}
        other={{ name: 'spoken_other', label: t('fields.spoken_other'), hint: t('fields.spoken_other_hint'), errors: errors('spoken_other') }} />
      <SelectField name="time_zone" label={t('fields.time_zone')} hint={t('fields.time_zone_hint')} errors={errors('time_zone')} defaultValue={value.time_zone} empty={null} width={20}
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))} />
      <CheckField name="publish_name" label={t('fields.publish_name')} hint={t('fields.publish_name_hint')} errors={errors('publish_name')} defaultChecked={value.publish_name === true || value.publish_name === 'on'} />
    </>
  );
}
