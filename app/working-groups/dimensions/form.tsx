import { fieldIn, type ActPage } from '#app/form/act-page';
import { DateField, NumberField, TextField } from '#app/form/field';
import { languages, nativeNames } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import type { KeptDimension } from './queries.server';

/** What a dimension is called, where it stands among the others, and its last day. */
export function DimensionFields({ last, now }: { readonly last: Parameters<typeof ActPage>[0]['last']; readonly now?: KeptDimension }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const field = fieldIn(last);
  const nothing = last?.error?.['names'];
  const ordered = [language, ...languages.filter((one) => one !== language)];
  return (
    <>
      {ordered.map((one, at) => (
        <TextField key={one} {...field(`name_${one}`, now?.names.find((name) => name.language === one)?.name ?? '')} {...(at > 0 || nothing == null ? {} : { errors: nothing })}
          label={t('dimensions.name_in', { language: nativeNames[one] })} maxLength={200} optional={at > 0} />
      ))}
      <NumberField {...field('position', now === undefined ? '' : String(now.position))} label={t('dimensions.position')} hint={t('dimensions.position_hint')} width={4} optional />
      {now !== undefined && <DateField {...field('ended_on', now.ended_on ?? '')} label={t('seats.last_day')} hint={t('dimensions.ended_hint')} optional />}
    </>
  );
}
