import type { SubmissionResult } from '@conform-to/react';
import { CheckField, CheckList } from '#app/form/choice-field';
import { fieldIn } from '#app/form/act-page';
import { DateField, SelectField, TextArea, TextField, type Option } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { languages, nativeNames, type Language } from '#app/languages/language';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Section } from '#app/ui/section';
import type { Template } from './queries.server';

export interface FoundingChoices extends Template {
  readonly parents: readonly Option[];
  readonly parent: string | undefined;
  readonly countries: readonly Option[];
  readonly language: Language;
  /** Whether whoever forms it may name the head of its secretariat. */
  readonly namesLead: boolean;
  /** The first and the due day of the cycle that is proposed. */
  readonly cycle: { readonly opens_on: string; readonly due_on: string };
}

interface FoundingFormProps {
  readonly choices: FoundingChoices;
  readonly last: SubmissionResult<string[]> | undefined;
}

/** The one page: three answers are needed; everything else is as the template has it, unless it is changed. */
export function FoundingForm({ choices, last }: FoundingFormProps) {
  const t = useText('coalitions');
  const { parents, parent, countries, language, namesLead, pillars, versions, cycle } = choices;
  const field = fieldIn(last);
  const typed = last?.initialValue ?? undefined;
  const ticked = (name: string, all: readonly Option[]) => (typed === undefined ? all.map(({ value }) => value) : [typed[name] ?? []].flat().filter((one) => typeof one === 'string'));
  const named = languages.some((one) => field(`name_${one}`).errors !== undefined || (typed?.[`name_${one}`] ?? '') !== '');
  return (
    <form method="post" action={paths.newCoalition()} noValidate>
      <FormKey />
      <Section id="what" title={t('founding.what')} note={t('founding.what_note')}>
        <div className="flow">
          <SelectField {...field('country_iso2')} width={30} label={t('form.country')} options={countries} required />
          {parents.length > 1 ? <SelectField {...field('parent_id', parent)} width={30} label={t('form.parent')} options={parents} empty={null} /> : <input type="hidden" name="parent_id" value={parent} />}
          <TextArea {...field('mandate')} label={t('form.mandate')} hint={t('form.mandate_hint')} maxLength={4000} optional />
          <SelectField {...field('language', language)} label={t('form.language')} hint={t('founding.language_hint')} options={languages.map((one) => ({ value: one, label: nativeNames[one] }))} empty={null} width={20} />
          <details open={named}>
            <summary>{t('founding.names')}</summary>
            <div className="flow pt-16">
              <p className="small muted">{t('founding.names_note')}</p>
              {languages.map((one) => <TextField key={one} {...field(`name_${one}`)} width={30} label={nativeNames[one]} maxLength={200} optional />)}
            </div>
          </details>
        </div>
      </Section>
      <Section id="people" title={t('founding.people')} note={t('founding.people_note')}>
        <div className="flow">
          <TextField {...field('coordinator_name')} width={30} label={t('founding.coordinator')} maxLength={200} autoComplete="off" required />
          <TextField {...field('coordinator_mail')} width={30} type="email" label={t('founding.coordinator_mail')} maxLength={254} autoComplete="off" required />
          {namesLead ? (
            <>
              <TextField {...field('secretariat_name')} width={30} label={t('founding.secretariat')} hint={t('founding.secretariat_hint')} maxLength={200} autoComplete="off" optional />
              <TextField {...field('secretariat_mail')} width={30} type="email" label={t('founding.secretariat_mail')} maxLength={254} autoComplete="off" optional />
            </>
          ) : <p className="small muted">{t('founding.no_lead')}</p>}
        </div>
      </Section>
      <Section id="work" title={t('founding.work')} note={t('founding.work_note')}>
        <div className="flow">
          {pillars.length === 0 ? <p className="muted">{t('founding.no_pillars')}</p> : <CheckList {...field('pillars')} label={t('founding.pillars')} hint={t('founding.pillars_hint')} choices={pillars} defaultValue={ticked('pillars', pillars)} />}
          {versions.length > 0 && <CheckList {...field('versions')} label={t('founding.versions')} choices={versions} defaultValue={ticked('versions', versions)} />}
          <CheckField {...field('cycle')} label={t('founding.cycle')} hint={t('founding.cycle_hint')} defaultChecked={typed === undefined ? false : typed['cycle'] === 'on'} />
          <div className="cols cols-2">
            <DateField {...field('cycle_opens_on', cycle.opens_on)} label={t('founding.opens_on')} />
            <DateField {...field('cycle_due_on', cycle.due_on)} label={t('founding.due_on')} />
          </div>
          <Button name="step" value="check">{t('founding.check')}</Button>
        </div>
      </Section>
    </form>
  );
}
