import { SelectField, TextArea, TextField, type Option } from '#app/form/field';
import { useText } from '#app/languages/text';

export interface CoalitionValues {
  readonly name: string | undefined;
  readonly mandate: string | undefined;
  readonly parent_id: string | undefined;
}

interface CoalitionFieldsProps {
  readonly value: CoalitionValues;
  /** Coalitions under which it may stand. */
  readonly parents: readonly Option[];
  /** Whether it may stand at the top. */
  readonly top?: boolean;
  readonly errors: (name: keyof CoalitionValues) => readonly string[] | undefined;
}

/** What a coalition is called and for, in one language, and under which other one it stands. */
export function CoalitionFields({ value, parents, top = false, errors }: CoalitionFieldsProps) {
  const t = useText('coalitions');
  return (
    <>
      <TextField name="name" label={t('form.name')} defaultValue={value.name} errors={errors('name')} maxLength={200} required />
      <TextArea name="mandate" label={t('form.mandate')} hint={t('form.mandate_hint')} defaultValue={value.mandate} errors={errors('mandate')} maxLength={4000} optional />
      <SelectField name="parent_id" label={t('form.parent')} options={parents} defaultValue={value.parent_id} errors={errors('parent_id')} empty={top ? t('form.no_parent') : null} />
    </>
  );
}
