import type { SubmissionResult } from '@conform-to/react';
import type { Begun } from '#app/commitments/about';
import { allErrors, errorsIn } from '#app/commitments/drafting/values';
import { pledgeKinds } from '#app/financing/pledges/model';
import { CheckList, RadioField } from '#app/form/choice-field';
import { ErrorSummary } from '#app/form/error-summary';
import { DateField, SelectField, TextArea, TextField, type Option } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { languages, nativeNames } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { Button } from '#app/ui/button';
import { Notice } from '#app/ui/notice';
import type { ClauseChoices } from '../choices.server';
import { typedIn } from '../typed';
import { WorthFields } from '../worth-fields';

interface OfferFormProps {
  readonly action: string;
  readonly last: SubmissionResult<string[]> | undefined;
  /** Whom the writer may offer for. */
  readonly providers: readonly Option[];
  readonly currencies: readonly string[];
  readonly today: string;
  /** What an open offer is about; on a request these are the request's own. */
  readonly open: (ClauseChoices & { readonly countries: readonly Option[]; readonly about: Begun }) | undefined;
}

/** What is offered, how much it is worth, and until when it stands. */
export function OfferForm({ action, last, providers, currencies, today, open }: OfferFormProps) {
  const t = useText('countries');
  const kinds = useText('financing');
  const { language } = useLocale();
  const errors = errorsIn(last);
  const typed = typedIn(last, { language, provider: providers[0]?.value, kind: 'in_kind', nodes: open?.about.nodes, countries: open?.about.country });
  const clause = ({ id, code, title }: ClauseChoices['pillars'][number]) => ({ value: id, label: `${code} ${title}` });
  return (
    <>
      <ErrorSummary errors={summaryOf(allErrors(last))} />
      <form method="post" action={action} className="flow measure" noValidate>
        <FormKey />
        {providers.length === 1 ? <input type="hidden" name="provider" value={providers[0]?.value} /> : <SelectField name="provider" label={t('offers.form.provider')} options={providers} required width={30} defaultValue={typed.one('provider')} errors={errors('provider')} />}
        <TextField name="title" label={t('offers.form.title')} required maxLength={200} defaultValue={typed.one('title')} errors={errors('title')} />
        <TextArea name="body" label={t('offers.form.body')} hint={t('offers.form.body_hint')} rows={5} required maxLength={4000} defaultValue={typed.one('body')} errors={errors('body')} />
        <SelectField name="language" label={t('form.language')} options={languages.map((one) => ({ value: one, label: nativeNames[one] }))} empty={null} width={20} defaultValue={typed.one('language')} errors={errors('language')} />
        <SelectField name="kind" label={t('offers.form.kind')} options={pledgeKinds.map((kind) => ({ value: kind, label: kinds(`kind.${kind}`) }))} empty={null} width={20} defaultValue={typed.one('kind')} errors={errors('kind')} />
        <WorthFields typed={typed} errors={errors} currencies={currencies} words="offered" />
        {open !== undefined && (
          <>
            <RadioField name="pillar" label={t('requests.pillar')} hint={t('offers.form.pillar_hint')} choices={open.pillars.map(clause)} required defaultValue={typed.one('pillar')} errors={errors('pillar')} />
            <CheckList name="nodes" label={t('form.clauses')} hint={t('form.clauses_hint')} choices={open.lines.map(clause)} optional defaultValue={typed.many('nodes')} errors={errors('nodes')} />
            <CountrySelects countries={open.countries} chosen={typed.many('countries')} errors={errors('countries')} />
          </>
        )}
        <DateField name="deadline_on" label={t('offers.form.deadline')} hint={t('offers.form.deadline_hint')} min={today} optional defaultValue={typed.one('deadline_on')} errors={errors('deadline_on')} />
        <Notice small title={t('offers.form.next')}>{t('offers.form.next_text')}</Notice>
        <Button>{t('offers.form.save')}</Button>
      </form>
    </>
  );
}

interface CountrySelectsProps {
  readonly countries: readonly Option[];
  readonly chosen: readonly string[];
  readonly errors: readonly string[] | undefined;
}

/** Up to five countries by name; left empty, the offer is for every one. A list of 249 boxes would be no question. */
function CountrySelects({ countries, chosen, errors }: CountrySelectsProps) {
  const t = useText('countries');
  return (
    <fieldset className="flow">
      <legend>{t('offers.form.countries')}</legend>
      <p className="hint">{t('offers.form.countries_hint')}</p>
      {Array.from({ length: 5 }, (_, at) => (
        <SelectField key={at} name="countries" id={at === 0 ? 'countries' : `countries-${at + 1}`} label={t('offers.form.country', { number: at + 1 })} options={countries} empty={t('offers.form.no_country')} width={30} defaultValue={chosen[at]} errors={at === 0 ? errors : undefined} />
      ))}
    </fieldset>
  );
}
