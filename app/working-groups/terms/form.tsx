import { fieldIn, type ActPage } from '#app/form/act-page';
import { RadioField } from '#app/form/choice-field';
import { DateField, NumberField, SelectField, TextArea } from '#app/form/field';
import { languages, nativeNames, type Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { cadences, decisionRules } from '#app/working-groups/model';
import { CONSTITUENCIES } from '#db/reference/constituencies';
import type { Terms } from './model';
import { leastName, noteName, textName } from './fields';
import type { TermsRecord } from './queries.server';

type Field = ReturnType<typeof fieldIn>;
interface TermsFieldsProps {
  readonly last: Parameters<typeof ActPage>[0]['last'];
  /** What was written last: the new version begins as it is. */
  readonly now: TermsRecord;
  readonly today: string;
}

/** What a new version of the terms says, filled in with what the one before it says. */
export function TermsFields({ last, now, today }: TermsFieldsProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const field = fieldIn(last);
  const others = languages.filter((one) => one !== language);
  return (
    <>
      <DateField {...field('from_on', today)} label={t('terms.from')} hint={t('terms.from_hint')} required />
      <RuleFields field={field} now={now} />
      <Words field={field} now={now} language={language} />
      <details open={others.some((one) => field(textName(one)).errors !== undefined || field(noteName(one)).errors !== undefined)}>
        <summary>{t('terms.other_languages')}</summary>
        <div className="flow">{others.map((one) => <Words key={one} field={field} now={now} language={one} />)}</div>
      </details>
    </>
  );
}

/** How a group meets and decides. */
export function RuleFields({ field, now }: { readonly field: Field; readonly now: Omit<Terms, 'version' | 'from_on'> }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  return (
    <>
      <SelectField {...field('cadence', now.cadence)} label={t('group.meets')} options={cadences.map((value) => ({ value, label: t(`cadence.${value}`) }))} empty={null} width={20} />
      <NumberField {...field('quorum_share', String(Number(now.quorum_share)))} label={t('terms.share')} hint={t('terms.share_hint')} decimals width={8} required />
      <details open={CONSTITUENCIES.some(({ code }) => field(leastName(code)).errors !== undefined)}>
        <summary>{t('terms.minimums')}</summary>
        <div className="flow">
          <p className="small">{t('terms.minimums_hint')}</p>
          {CONSTITUENCIES.map(({ code, name }) => (
            <NumberField key={code} {...field(leastName(code), String(now.minimums.find((one) => one.constituency === code)?.seats ?? ''))} label={name[language]} width={4} optional />
          ))}
        </div>
      </details>
      <RadioField {...field('decision_rule', now.decision_rule)} label={t('group.decides')} choices={decisionRules.map((value) => ({ value, label: t(`rule.${value}`) }))} required />
      <NumberField {...field('notice_days', String(now.notice_days))} label={t('terms.notice')} width={4} required />
      <NumberField {...field('correction_days', String(now.correction_days))} label={t('terms.correction')} hint={t('terms.correction_hint')} width={4} required />
    </>
  );
}

/** The terms and what is new in them, in one language. */
function Words({ field, now, language }: { readonly field: Field; readonly now: TermsRecord; readonly language: Language }) {
  const t = useText('working-groups');
  const own = language === useLocale().language;
  const label = (key: string) => (own ? t(key) : t('terms.in_language', { what: t(key), language: nativeNames[language] }));
  const text = now.texts.find((one) => one.language === language)?.text ?? '';
  return (
    <>
      <TextArea {...field(textName(language), text)} label={label('terms.text')} hint={own ? t('terms.text_hint') : undefined} rows={own ? 10 : 6} maxLength={20_000} optional />
      <TextArea {...field(noteName(language))} label={label('terms.note')} hint={own ? t('terms.note_hint') : undefined} rows={3} maxLength={2000} optional />
    </>
  );
}
