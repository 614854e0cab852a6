import type { Option } from '#app/form/field';
import { DateField, FileField, SelectField, TextArea, TextField } from '#app/form/field';
import { CheckList } from '#app/form/choice-field';
import { useText } from '#app/languages/text';

/** What was typed, so that nothing is asked twice. */
export interface Typed {
  readonly party?: string | undefined;
  readonly endorsed_on?: string | undefined;
  readonly capacity?: string | undefined;
  readonly signatory?: string | undefined;
  readonly statement?: string | undefined;
  readonly reserved?: readonly string[] | undefined;
  readonly reservation?: string | undefined;
}

interface EndorsementFieldsProps {
  readonly typed: Typed;
  readonly errors: (name: string) => string[] | undefined;
  readonly parties: { readonly countries: readonly Option[]; readonly organisations: readonly Option[] };
  readonly clauses: readonly { readonly id: string; readonly code: string; readonly title: string }[];
  readonly today: string;
}

export function EndorsementFields({ typed, errors, parties, clauses, today }: EndorsementFieldsProps) {
  const t = useText('frameworks');
  const groups = [{ label: t('party.country'), options: parties.countries }, { label: t('party.organisation'), options: parties.organisations }].filter(({ options }) => options.length > 0);
  const [only] = groups.length === 1 && groups[0]?.options.length === 1 ? groups[0].options : [];
  return (
    <>
      <SelectField name="party" label={t('form.party')} hint={t('form.party_hint')} options={groups} required errors={errors('party')} defaultValue={typed.party ?? only?.value} />
      <DateField name="endorsed_on" label={t('form.endorsed_on')} hint={t('form.endorsed_on_hint')} max={today} required errors={errors('endorsed_on')} defaultValue={typed.endorsed_on} />
      <TextField name="capacity" label={t('form.capacity')} hint={t('form.capacity_hint')} maxLength={200} optional errors={errors('capacity')} defaultValue={typed.capacity} />
      <TextField name="signatory" label={t('form.signatory')} hint={t('form.signatory_hint')} maxLength={200} optional errors={errors('signatory')} defaultValue={typed.signatory} />
      <FileField name="document" label={t('form.document')} hint={t('form.document_hint')} limit={10} accept=".pdf,.png,.jpg,.jpeg,.webp,.docx,.odt" errors={errors('document')} optional />
      <TextArea name="statement" label={t('form.statement')} hint={t('form.statement_hint')} rows={4} maxLength={5000} optional errors={errors('statement')} defaultValue={typed.statement} />
      <CheckList name="reserved" label={t('form.reserved')} hint={t('form.reserved_hint')} choices={clauses.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))} errors={errors('reserved')} defaultValue={typed.reserved} />
      <TextArea name="reservation" label={t('form.reservation')} hint={t('form.reservation_hint')} maxLength={2000} optional errors={errors('reservation')} defaultValue={typed.reservation} />
    </>
  );
}
