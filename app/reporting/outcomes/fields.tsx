import type { SubmissionResult } from '@conform-to/react';
import { fieldIn } from '#app/form/act-page';
import { CheckList, RadioField } from '#app/form/choice-field';
import { DateField, SelectField, TextArea, TextField } from '#app/form/field';
import { formatDate } from '#app/languages/format';
import { languages, nativeNames, type Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { EvidenceFields } from '#app/records/evidence/form';
import { audiences, chapterParts, mostSigns, outcomeKinds, outputKinds, type Part } from './model';
import type { LaunchPlace } from './queries.server';
import type { Choice, Chosen } from './rows.server';

type Last = SubmissionResult<string[]> | undefined;

/** OR-2: what a report can tell of, everything ticked unless told otherwise. */
export function RowsFields({ choice, chosen, last }: { readonly choice: Choice; readonly chosen: Chosen | undefined; readonly last: Last }) {
  const t = useText('reporting');
  const { language } = useLocale();
  const sessions = choice.session.map(({ id, facts }) => ({ value: id, label: <><bdi>{facts.ref}</bdi> <bdi>{facts.title}</bdi>, {formatDate(language, facts.on)}</> }));
  const decisions = choice.decision.map(({ id, facts }) => ({ value: id, label: <><bdi>{facts.ref}</bdi> <bdi>{facts.text}</bdi></> }));
  const recommendations = choice.recommendation.map(({ id, facts }) => ({ value: id, label: <><bdi>{facts.ref}</bdi> <bdi>{facts.title}</bdi></> }));
  const ticked = (name: string, now: readonly string[]) => (last === undefined ? now : [last.initialValue?.[name] ?? []].flat().filter((one) => typeof one === 'string'));
  return (
    <>
      {([['sessions', sessions, chosen?.session], ['decisions', decisions, chosen?.decision], ['recommendations', recommendations, chosen?.recommendation]] as const).map(([name, choices, now]) => (
        choices.length === 0 ? <p key={name} className="muted">{t(`outcomes.none_of.${name}`)}</p>
          : <CheckList key={name} name={name} label={t(`outcomes.choose.${name}`)} defaultValue={ticked(name, now ?? choices.map(({ value }) => value))} choices={choices} {...(last?.error?.[name] == null ? {} : { errors: last.error[name] })} />
      ))}
    </>
  );
}

export function ComposeFields({ choice, last }: { readonly choice: Choice; readonly last: Last }) {
  const t = useText('reporting');
  const { language } = useLocale();
  const field = fieldIn(last);
  return (
    <>
      <RadioField {...field('kind', 'interim')} label={t('outcomes.which')} choices={outcomeKinds.map((value) => ({ value, label: t(`outcomes.kind.${value}`), hint: t(`outcomes.kind_hint.${value}`) }))} required />
      <SelectField {...field('language', language)} label={t('outcomes.language')} hint={t('outcomes.language_hint')} options={languages.map((one) => ({ value: one, label: nativeNames[one] }))} empty={null} width={20} />
      <TextField {...field('title')} label={t('outcomes.part.title')} maxLength={mostSigns.title} required />
      <RowsFields choice={choice} chosen={undefined} last={last} />
    </>
  );
}

interface PartFieldsProps {
  readonly part: Part;
  readonly language: Language;
  readonly text: string;
  readonly seen: number | null;
  readonly last: Last;
}

/** One part in one language. */
export function PartFields({ part, language, text, seen, last }: PartFieldsProps) {
  const t = useText('reporting');
  const field = fieldIn(last)('text', text);
  const label = t('outcomes.part_in', { part: t(`outcomes.part.${part}`), language: nativeNames[language] });
  return (
    <>
      <input type="hidden" name="language" value={language} />
      {seen !== null && <input type="hidden" name="seen" value={seen} />}
      {part === 'title' ? <TextField {...field} label={label} maxLength={mostSigns[part]} required /> : <TextArea {...field} label={label} hint={part === 'summary' ? t('outcomes.summary_hint') : t('outcomes.text_hint')} rows={part === 'summary' ? 5 : 16} maxLength={mostSigns[part]} required />}
    </>
  );
}

export function ConsultationFields({ last }: { readonly last: Last }) {
  const t = useText('reporting');
  const field = fieldIn(last);
  return (
    <>
      <RadioField {...field('audience', 'group')} label={t('outcomes.audience')} choices={audiences.map((value) => ({ value, label: t(`outcomes.audiences.${value}`), hint: t(`outcomes.audience_hint.${value}`) }))} required />
      <DateField {...field('until')} label={t('outcomes.until')} hint={t('outcomes.until_hint')} required />
    </>
  );
}

/** OR-7: where it was launched; the agenda that names it comes first. */
export function LaunchFields({ places, last }: { readonly places: readonly LaunchPlace[]; readonly last: Last }) {
  const t = useText('reporting');
  const { language } = useLocale();
  if (places.length === 0) return <p className="muted">{t('outcomes.no_place')}</p>;
  return (
    <SelectField
      {...fieldIn(last)('session', places.find(({ named }) => named)?.id ?? '')} label={t('outcomes.launched_at')} hint={t('outcomes.place_hint')} empty={t('outcomes.choose_place')}
      options={places.map(({ id, ref, title, on }) => ({ value: id, label: `${ref} ${title}, ${formatDate(language, on)}` }))} required
    />
  );
}

export function CommentFields({ last, named }: { readonly last: Last; readonly named: boolean }) {
  const t = useText('reporting');
  const field = fieldIn(last);
  return (
    <>
      <SelectField {...field('part')} label={t('outcomes.comments.part')} options={chapterParts.map((value) => ({ value, label: t(`outcomes.part.${value}`) }))} empty={t('outcomes.comments.whole')} optional />
      <TextArea {...field('text')} label={t('outcomes.comments.text')} hint={t('outcomes.comments.text_hint')} rows={8} maxLength={4000} required />
      {named && <TextField {...field('name')} label={t('outcomes.comments.name')} hint={t('outcomes.comments.name_hint')} maxLength={200} required />}
    </>
  );
}

export function AnswerFields({ now, last }: { readonly now: string; readonly last: Last }) {
  const t = useText('reporting');
  return <TextArea {...fieldIn(last)('answer', now)} label={t('outcomes.comments.answer')} rows={6} maxLength={4000} required />;
}

export function OutputFields({ last }: { readonly last: Last }) {
  const t = useText('reporting');
  return (
    <>
      <SelectField {...fieldIn(last)('kind', 'brief')} label={t('outcomes.output_kind')} options={outputKinds.map((value) => ({ value, label: t(`outcomes.output.${value}`) }))} empty={null} width={20} />
      <EvidenceFields last={last} />
    </>
  );
}
