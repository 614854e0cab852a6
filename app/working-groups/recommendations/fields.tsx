import type { SubmissionResult } from '@conform-to/react';
import { fieldIn } from '#app/form/act-page';
import { CheckField, CheckList } from '#app/form/choice-field';
import { TextArea, TextField } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { DimensionField } from '#app/working-groups/dimensions/field';
import type { Dimension } from '#app/working-groups/dimensions/model';
import { CONSTITUENCIES } from '#db/reference/constituencies';
import type { AddresseeChoices } from './addressees.server';
import type { AddresseesForm } from './addressing.server';
import type { RecommendationRecord } from './queries.server';

type Last = SubmissionResult<string[]> | undefined;

/** The words of a recommendation that is not final. */
export function RevisionFields({ found, dimensions, last }: { readonly found: Pick<RecommendationRecord, 'title' | 'text' | 'dimension_id'>; readonly dimensions: readonly Dimension[]; readonly last: Last }) {
  const t = useText('working-groups');
  return (
    <>
      <TextField {...fieldIn(last)('title', found.title)} label={t('recommend.name')} maxLength={200} required />
      <TextArea {...fieldIn(last)('text', found.text)} label={t('recommendation.text')} rows={10} maxLength={4000} required />
      <DimensionField field={fieldIn(last)('dimension_id', found.dimension_id ?? '')} dimensions={dimensions} />
    </>
  );
}

interface AddresseesFieldsProps {
  readonly named: AddresseesForm;
  readonly choices: AddresseeChoices;
  readonly last: Last;
}

/** Whom it is for: parts of society and the secretariat in view, members and countries folded until one of them is named. */
export function AddresseesFields({ named, choices, last }: AddresseesFieldsProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const ticked = (name: keyof AddresseesForm & string, now: readonly string[]) => (last === undefined ? now : [last.initialValue?.[name] ?? []].flat().filter((one) => typeof one === 'string'));
  const field = (name: keyof AddresseesForm & string) => ({ name, label: t(`recommendations.to.${name}`), ...(last?.error?.[name] == null ? {} : { errors: last.error[name] }) });
  return (
    <>
      <CheckField name="secretariat" label={t('responses.secretariat')} defaultChecked={last === undefined ? named.secretariat : last.initialValue?.['secretariat'] === 'on'} />
      <CheckList {...field('constituencies')} defaultValue={ticked('constituencies', named.constituencies)} choices={CONSTITUENCIES.map(({ code, name }) => ({ value: code, label: name[language] }))} />
      {(['organisations', 'countries'] as const).map((name) => (
        <details key={name} open={ticked(name, named[name]).length > 0}>
          <summary>{t(`recommendations.to.${name}`)}</summary>
          <CheckList {...field(name)} defaultValue={ticked(name, named[name])} choices={choices[name].map(({ value, label }) => ({ value, label: <bdi>{label}</bdi> }))} />
        </details>
      ))}
    </>
  );
}

export function ClosingFields({ last }: { readonly last: Last }) {
  const t = useText('working-groups');
  return <TextArea {...fieldIn(last)('why')} label={t('recommendations.closed_why')} maxLength={4000} required />;
}
