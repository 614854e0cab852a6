import { anotherLanguage } from '#app/languages/content';
import { languages, nativeNames } from '#app/languages/language';
import { useText } from '#app/languages/text';
import { SelectField, TextField } from './field';

interface LanguageFieldsProps {
  readonly label: string;
  /** As `languageValues` says it. */
  readonly value: { readonly language: string; readonly language_other: string };
  readonly errors: (name: string) => readonly string[] | undefined;
}

/** In which language something is written: one of the six, each by its own name, or any other by its code. */
export function LanguageFields({ label, value, errors }: LanguageFieldsProps) {
  const t = useText('form');
  const options = [...languages.map((one) => ({ value: one, label: nativeNames[one] })), { value: anotherLanguage, label: t('language.other') }];
  return (
    <>
      <SelectField name="language" label={label} options={options} defaultValue={value.language} empty={null} width={20} errors={errors('language')} />
      <TextField name="language_other" label={t('language.code')} hint={t('language.code_hint')} defaultValue={value.language_other} width={8} maxLength={40} spellCheck={false} optional errors={errors('language_other')} />
    </>
  );
}
