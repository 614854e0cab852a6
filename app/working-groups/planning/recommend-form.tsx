import { useForm, type SubmissionResult } from '@conform-to/react';
import { fieldId } from '#app/form/acts';
import { CheckList, RadioField } from '#app/form/choice-field';
import { TextArea, TextField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { DimensionField } from '#app/working-groups/dimensions/field';
import { newRecommendationStatuses } from '#app/working-groups/recommendations/model';
import type { GroupDeskFacts } from './queries.server';

type RecommendFields = {
  title: string;
  text: string;
  status: string;
  decisions: string[];
  nodes: string[];
  dimension_id: string;
};

interface RecommendFormProps {
  readonly desk: GroupDeskFacts;
  readonly lastResult: SubmissionResult<string[]> | undefined;
}

/** A recommendation on the ground of the group's own adopted decisions. Its fields are told from those of planning by a prefix of their ids. */
export function RecommendForm({ desk, lastResult }: RecommendFormProps) {
  const t = useText('working-groups');
  const [form, fields] = useForm<RecommendFields>({ ...(lastResult === undefined ? {} : { lastResult }) });
  const field = (name: keyof RecommendFields & string) => {
    const typed = fields[name].initialValue;
    return { name, id: fieldId('recommend', name), label: t(`recommend.${name === 'title' ? 'name' : name}`), errors: form.allErrors[name], defaultValue: typeof typed === 'string' ? typed : undefined };
  };
  const ticked = (name: 'decisions' | 'nodes') => [fields[name].initialValue ?? []].flat().filter((one) => typeof one === 'string');
  const status = field('status');
  const { label: _label, defaultValue = '', errors, ...named } = field('dimension_id');
  const dimension = { ...named, defaultValue, ...(errors === undefined ? {} : { errors }) };
  return (
    <form method="post" action={paths.groupDeskAct(desk.group.ref, 'recommendations')} className="flow cap">
      <FormKey />
      <TextField {...field('title')} maxLength={200} required />
      <TextArea {...field('text')} rows={5} maxLength={4000} required />
      <DimensionField field={dimension} dimensions={desk.dimensions} />
      <RadioField {...status} defaultValue={status.defaultValue ?? 'final'} choices={newRecommendationStatuses.map((value) => ({ value, label: t(`recommendation_status.${value}`) }))} required />
      <CheckList {...field('decisions')} defaultValue={ticked('decisions')} choices={desk.grounds.map(({ id, ref, text }) => ({ value: id, label: <bdi>{ref}</bdi>, hint: <bdi>{text}</bdi> }))} />
      {desk.clauses.length > 0 && (
        <details>
          <summary>{t('recommend.nodes')}</summary>
          <CheckList {...field('nodes')} defaultValue={ticked('nodes')} choices={desk.clauses.map(({ id, code, title }) => ({ value: id, label: <><b><bdi>{code}</bdi></b> {title}</> }))} />
        </details>
      )}
      <Button weight="second">{t('recommend.act')}</Button>
    </form>
  );
}
