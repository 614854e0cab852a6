import type { SubmissionResult } from '@conform-to/react';
import { fieldIn } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { DateField, SelectField, TextArea } from '#app/form/field';
import { languageName } from '#app/languages/format';
import { languages } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { audiences, type Days } from './model';

type Last = SubmissionResult<string[]> | undefined;

/** From when until when; both days belong to it. */
export function DaysFields({ last, days, today }: { readonly last: Last; readonly days: Partial<Days>; readonly today: string }) {
  const t = useText('frameworks');
  const field = fieldIn(last);
  return (
    <>
      <DateField {...field('opens_on', days.opens_on)} label={t('consultations.first_day')} min={days.opens_on !== undefined && days.opens_on < today ? days.opens_on : today} required />
      <DateField {...field('closes_on', days.closes_on)} label={t('consultations.last_day')} hint={t('consultations.last_day_hint')} min={today} required />
    </>
  );
}

/** Who is asked, for how long, and in which words. */
export function ConsultationFields({ last, today }: { readonly last: Last; readonly today: string }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const field = fieldIn(last);
  return (
    <>
      <RadioField {...field('audience', 'public')} label={t('consultations.asked')} choices={audiences.map((value) => ({ value, label: t(`consultations.audience.${value}`), hint: t(`consultations.audience_hint.${value}`) }))} />
      <DaysFields last={last} days={{ opens_on: today }} today={today} />
      <SelectField {...field('language', language)} label={t('consultations.introduction_language')} options={languages.map((value) => ({ value, label: languageName(language, value) }))} empty={null} />
      <TextArea {...field('introduction')} label={t('consultations.introduction')} hint={t('consultations.introduction_hint')} rows={6} maxLength={5000} required />
    </>
  );
}
