import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { typedIn } from '#app/countries/typed';
import { fieldIn } from '#app/form/act-page';
import { CheckList, RadioField } from '#app/form/choice-field';
import { ErrorSummary } from '#app/form/error-summary';
import { DateField, NumberField, SelectField, TextArea, TextField } from '#app/form/field';
import { FormKey, Version } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Section } from '#app/ui/section';
import { answerOf, answers, claims, costs, devices, levels, marks, noStage, principles, standardCodes, standards, subjects, teacherStages, wcag, type Claim, type Description, type KnownFact } from './model';
import { NameFields } from './nomination-form';
import type { Principle } from './sections';

interface DescriptionFormProps {
  readonly platform: Description & { readonly ref: string; readonly version: number };
  readonly last: SubmissionResult<string[]> | undefined;
  readonly charter: readonly Principle[];
  readonly today: string;
}

/** Everything that an edition says, in parts. What is left empty is not known. */
export function DescriptionForm({ platform, last, charter, today }: DescriptionFormProps) {
  const t = useText('registries');
  const field = fieldIn(last);
  const typed = typedIn(last, { levels: platform.levels, subjects: platform.subjects, devices: platform.devices, standards: platform.standards, teacher_stages: platform.teacher_stages ?? [] });
  const list = (name: 'levels' | 'subjects' | 'devices' | 'standards' | 'teacher_stages', codes: readonly string[], label: (code: string) => string) => (
    <CheckList name={name} label={t(`field.${name}`)} hint={t(`hint.${name}`)} choices={codes.map((value) => ({ value, label: label(value) }))} defaultValue={typed.many(name)} errors={last?.error?.[name] ?? undefined} optional={name !== 'levels'} />
  );
  const words = (name: 'cost_words' | 'licence' | 'operator') => <TextField {...field(name, platform[name] ?? '')} label={t(`field.${name}`)} hint={t(`hint.${name}`)} optional maxLength={name === 'cost_words' ? 500 : 200} />;
  const known = (name: KnownFact) => <RadioField {...field(name, answerOf(platform[name]))} label={t(`field.${name}`)} hint={t(`hint.${name}`)} choices={answers.map((value) => ({ value, label: t(`answer.${value}`) }))} row />;
  return (
    <>
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <form method="post" action={paths.platformAct(platform.ref, 'description')} className="flow" noValidate>
        <FormKey />
        <Version value={platform.version} />
        <Part id="what">
          <NameFields last={last} stored={platform} />
          <TextField {...field('owner', platform.owner ?? '')} label={t('field.owner')} hint={t('hint.owner')} required maxLength={200} />
          {words('operator')}
        </Part>
        <Part id="whom">
          {list('levels', levels, (code) => t(`level.${code}`))}
          {list('subjects', subjects, (code) => t(`subject.${code}`))}
          <TextField {...field('languages', platform.languages.join(', '))} label={t('field.languages')} hint={t('hint.languages')} required maxLength={500} spellCheck={false} />
        </Part>
        <Part id="use">
          <SelectField {...field('cost', platform.cost ?? '')} label={t('field.cost')} options={costs.map((value) => ({ value, label: t(`cost.${value}`) }))} empty={t('answer.unknown')} width={20} />
          {words('cost_words')}
          {known('offline')}
          {known('zero_rated')}
          {list('devices', devices, (code) => t(`device.${code}`))}
          {words('licence')}
          {list('standards', standardCodes, (code) => standards[code as keyof typeof standards])}
        </Part>
        <Part id="claims">{claims.map((claim) => <ClaimFields key={claim} claim={claim} platform={platform} field={field} today={today} />)}</Part>
        <Part id="care">
          {list('teacher_stages', [...teacherStages, noStage], (code) => t(`stage.${code}`))}
          <TextArea {...field('teacher_words', platform.teacher_words ?? '')} label={t('field.teacher_words')} hint={t('hint.teacher_words')} optional maxLength={2000} />
          {known('learner_data')}
          <TextArea {...field('safeguard', platform.safeguard ?? '')} label={t('field.safeguard')} hint={t('hint.safeguard')} optional maxLength={2000} />
        </Part>
        <Part id="charter">
          {principles.map((code, at) => (
            <SelectField
              key={code} {...field(`charter_${code}`, String(platform.charter?.[at] ?? ''))} label={`${code} ${charter.find((one) => one.code === code)?.title ?? ''}`.trim()} width={30} empty={t('charter.unanswered')}
              options={marks.map((mark) => ({ value: String(mark), label: t(`charter.m${mark}`) }))}
            />
          ))}
        </Part>
        <div className="row pt-8"><Button>{t('act.description')}</Button></div>
      </form>
    </>
  );
}

/** A part of the form with its hanging head. */
function Part({ id, children }: { readonly id: 'what' | 'whom' | 'use' | 'claims' | 'care' | 'charter'; readonly children: ReactNode }) {
  const t = useText('registries');
  return <Section id={`part-${id}`} title={t(`form.${id}`)} note={t(`form.${id}_note`)}><div className="flow measure">{children}</div></Section>;
}

interface ClaimFieldsProps {
  readonly claim: Claim;
  readonly platform: Description;
  readonly field: ReturnType<typeof fieldIn>;
  readonly today: string;
}

/** RE-1: what is claimed, where that is said, and of which day it is. */
function ClaimFields({ claim, platform, field, today }: ClaimFieldsProps) {
  const t = useText('registries');
  const said = { ...field(claim, platform[claim] ?? ''), label: t(`field.${claim}`), hint: t(`hint.${claim}`), optional: true };
  return (
    <>
      {claim === 'curriculum' && <TextArea {...said} maxLength={2000} />}
      {claim === 'accessibility' && <SelectField {...said} options={wcag.map((value) => ({ value, label: value }))} empty={t('answer.unknown')} width={20} />}
      {claim === 'users' && <NumberField {...said} width={20} />}
      <TextField {...field(`${claim}_source`, platform[`${claim}_source`] ?? '')} label={t(`field.${claim}_source`)} hint={t('hint.source')} optional maxLength={500} />
      <DateField {...field(`${claim}_on`, platform[`${claim}_on`] ?? '')} label={t(`field.${claim}_on`)} max={today} optional />
    </>
  );
}
