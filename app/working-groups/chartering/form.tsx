import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { CheckList, RadioField } from '#app/form/choice-field';
import { DateField, SelectField, TextArea, TextField, type Option } from '#app/form/field';
import { languages, nativeNames, type Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { correctionDays } from '#app/working-groups/minutes/model';
import { groupKinds } from '#app/working-groups/model';
import { sessionVisibilities } from '#app/working-groups/sessions/model';
import { textName } from '#app/working-groups/terms/fields';
import { RuleFields } from '#app/working-groups/terms/form';
import { firstOffices } from './model';

export interface CharterChoices {
  readonly coalitions: readonly Option[];
  /** The one that the form begins with. */
  readonly coalition: string | undefined;
  readonly clauses: readonly { readonly id: string; readonly code: string; readonly title: string; readonly framework: string }[];
  readonly today: string;
}

type Field = ReturnType<typeof fieldIn>;
const usual = { cadence: 'monthly', quorum_share: '50', decision_rule: 'consensus', notice_days: 14, correction_days: correctionDays, minimums: [] } as const;

/** Proposes a group with everything that it is chartered with; filled in as most groups are. */
export function CharterForm({ choices, last }: { readonly choices: CharterChoices; readonly last: SubmissionResult<string[]> | undefined }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const field = fieldIn(last);
  const groups = { href: paths.in(language).workingGroups(), label: t('groups.title') };
  const ticked = [last?.initialValue?.['nodes'] ?? []].flat().filter((one) => typeof one === 'string');
  return (
    <ActPage above={[groups]} act={t('charter.act')} follows={t('charter.follows')} back={{ ...groups, label: t('charter.not') }} last={last}>
      <h2>{t('charter.what')}</h2>
      {choices.coalitions.length > 1 ? <SelectField {...field('coalition_id', choices.coalition)} label={t('charter.coalition')} options={choices.coalitions} empty={null} width={30} /> : <input type="hidden" name="coalition_id" value={choices.coalition} />}
      <SelectField {...field('kind', 'working_group')} label={t('charter.kind')} options={groupKinds.map((value) => ({ value, label: t(`group_kind.${value}`) }))} empty={null} width={20} />
      <Words field={field} language={language} />
      <OtherLanguages field={field} />
      <TextField {...field('short_key')} label={t('charter.key')} hint={t('charter.key_hint')} width={20} maxLength={20} spellCheck={false} optional />
      {choices.clauses.length > 0 && (
        <details open={ticked.length > 0}>
          <summary>{t('charter.clauses')}</summary>
          <CheckList {...field('nodes')} label={t('charter.clauses')} defaultValue={ticked} choices={choices.clauses.map(({ id, code, title, framework }) => ({ value: id, label: <><b><bdi>{code}</bdi></b> {title}</>, hint: framework }))} />
        </details>
      )}
      <h2>{t('charter.when')}</h2>
      <DateField {...field('starts_on', choices.today)} label={t('charter.starts')} hint={t('charter.starts_hint')} min={choices.today} required />
      <DateField {...field('ends_on')} label={t('charter.ends')} hint={t('charter.ends_hint')} optional />
      <RadioField {...field('visibility', 'public')} label={t('charter.visibility')} choices={sessionVisibilities.map((value) => ({ value, label: t(`visibility.${value}`) }))} required />
      <h2>{t('charter.how')}</h2>
      <RuleFields field={field} now={usual} />
      <h2>{t('charter.who')}</h2>
      <p className="small">{t('charter.who_hint')}</p>
      {firstOffices.map((office) => (
        <fieldset key={office} className="cols cols-2 pt-16">
          <legend className="pb-8">{t(`charter.office.${office}`)}</legend>
          <TextField {...field(`organisation_${office}`)} label={t('seats.organisation')} hint={t('charter.organisation_hint')} maxLength={200} optional />
          <TextField {...field(`holder_${office}`)} type="email" label={t('seats.holder')} hint={t('seats.mail_hint')} maxLength={200} optional />
        </fieldset>
      ))}
    </ActPage>
  );
}

/** What the group is called and for, and the words of its terms, in one language. */
function Words({ field, language }: { readonly field: Field; readonly language: Language }) {
  const t = useText('working-groups');
  const own = language === useLocale().language;
  const label = (key: string) => (own ? t(key) : t('terms.in_language', { what: t(key), language: nativeNames[language] }));
  return (
    <>
      <TextField {...field(`name_${language}`)} label={label('charter.name')} maxLength={200} {...(own ? { required: true } : { optional: true })} />
      <TextArea {...field(`purpose_${language}`)} label={label('charter.purpose')} hint={own ? t('charter.purpose_hint') : undefined} rows={4} maxLength={4000} optional />
      <TextArea {...field(textName(language))} label={label('terms.text')} hint={own ? t('terms.text_hint') : undefined} rows={own ? 8 : 4} maxLength={20_000} optional />
    </>
  );
}

function OtherLanguages({ field }: { readonly field: Field }) {
  const t = useText('working-groups');
  const here = useLocale().language;
  const others = languages.filter((one) => one !== here);
  return (
    <details open={others.some((one) => ['name', 'purpose', 'text'].some((what) => field(`${what}_${one}`).errors !== undefined || field(`${what}_${one}`).defaultValue !== ''))}>
      <summary>{t('terms.other_languages')}</summary>
      <div className="flow">{others.map((one) => <Words key={one} field={field} language={one} />)}</div>
    </details>
  );
}
