import { useForm, type SubmissionResult } from '@conform-to/react';
import { CheckList, RadioField } from '#app/form/choice-field';
import { SelectField, TextArea } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { languagesIn } from '#app/form/languages-field';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { purposes, visibilitiesWithin } from '#app/working-groups/sessions/model';
import type { GroupDeskFacts } from './queries.server';
import { languageFields, WhenFields } from './when-fields';

type PlanFields = {
  title: string;
  purpose: string;
  day: string;
  time: string;
  minutes: string;
  time_zone: string;
  mode: string;
  place: string;
  join_link: string;
  languages: string[];
  other_languages: string;
  visibility: string;
  carried: string[];
  items: string;
};

interface PlanFormProps {
  readonly desk: GroupDeskFacts;
  readonly lastResult: SubmissionResult<string[]> | undefined;
}

/** Plans the next session: when and where as last time, on the day that the cadence leads to, with what is left over on its agenda. */
export function PlanForm({ desk, lastResult }: PlanFormProps) {
  const t = useText('working-groups');
  const { suggestion, proposals, zones } = desk;
  const [form, fields] = useForm<PlanFields>({ ...(lastResult === undefined ? {} : { lastResult }) });
  const sent = lastResult !== undefined;
  const field = (name: keyof PlanFields & string, given?: string | null) => {
    const typed = fields[name].initialValue;
    return { name, label: t(`plan.${name === 'title' ? 'name' : name}`), errors: form.allErrors[name], defaultValue: sent ? (typeof typed === 'string' ? typed : '') : (given ?? '') };
  };
  const given = { ...suggestion, minutes: suggestion.minutes === null ? '' : String(suggestion.minutes), languages: '', other_languages: '' };
  const readers = visibilitiesWithin(desk.group.visibility);
  const chosen = fields.carried.initialValue;
  const carried = sent ? [chosen ?? []].flat().filter((key) => typeof key === 'string') : proposals.flatMap((one) => (one.taken ? [one.key] : []));
  return (
    <form method="post" action={paths.groupDeskAct(desk.group.ref, 'sessions')} className="flow">
      <FormKey />
      <WhenFields field={(name) => field(name, given[name])} languages={languagesIn(lastResult, languageFields, suggestion.languages)} zones={zones} from={desk.today} dayHint={t('plan.day_hint')} />
      <RadioField {...field('visibility', readers.find((one) => one === suggestion.visibility) ?? readers.at(-1) ?? '')} choices={readers.map((value) => ({ value, label: t(`visibility.${value}`), hint: t(`desk.read_by.${value}`) }))} required />
      <SelectField {...field('purpose', suggestion.purpose)} options={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))} empty={null} width={20} />
      {proposals.length > 0 && (
        <CheckList name="carried" label={t('plan.carried')} errors={form.allErrors['carried']} defaultValue={carried}
          choices={proposals.map(({ key, item, why }) => ({ value: key, label: <bdi>{item.title}</bdi>, hint: t(`plan.why.${why}`) }))} />
      )}
      <TextArea {...field('items')} hint={t('plan.items_hint')} rows={4} maxLength={4000} optional />
      <Button>{t('plan.act')}</Button>
    </form>
  );
}
