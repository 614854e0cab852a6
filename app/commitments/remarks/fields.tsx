import type { SubmissionResult } from '@conform-to/react';
import { TextArea } from '#app/form/field';
import { formatDate, formatList, languageName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { groupName, unitName } from '../marks';
import type { ClauseChoice } from '../choices.server';
import type { Draft } from '../drafting/queries.server';
import { dateFields, goalFields, saidIn, whatFields, type RemarkField } from './model';
import { fieldName } from './words';

interface RemarkFieldsProps {
  readonly draft: Draft;
  readonly clauses: readonly ClauseChoice[];
  readonly last: SubmissionResult<string[]> | undefined;
}

/** Every answer with room for a remark at it, folded away until it is wanted. */
export function RemarkFields({ draft, clauses, last }: RemarkFieldsProps) {
  const t = useText('commitments');
  const typed = (name: string): string => name.split('.').reduce<unknown>((tree, key) => (typeof tree === 'object' && tree !== null ? (tree as Record<string, unknown>)[key] : undefined), last?.initialValue) as string ?? '';
  const say = useAnswers(draft, clauses);
  const at = (field: RemarkField, name: string, goal_id: string | null, number: number | null) => (
    <details key={name} open={typed(name) !== ''}>
      <summary>{fieldName({ field, number }, t)} · <bdi className="muted">{say(field, goal_id)}</bdi></summary>
      <TextArea name={name} label={t('remarks.note')} rows={2} maxLength={2000} optional defaultValue={typed(name)} errors={last?.error?.[name] ?? undefined} />
    </details>
  );
  const several = draft.goals.length > 1;
  return (
    <fieldset>
      <legend>{t('remarks.title')}</legend>
      <span className="hint">{t('remarks.hint')}</span>
      {whatFields.map((field) => at(field, `remarks.${field}`, null, null))}
      {draft.goals.flatMap((goal, index) => goalFields.map((field) => at(field, `goals.${goal.id}.${field}`, goal.id, several ? index + 1 : null)))}
      {dateFields.map((field) => at(field, `remarks.${field}`, null, null))}
    </fieldset>
  );
}

/** What was answered, in words. */
function useAnswers(draft: Draft, clauses: readonly ClauseChoice[]): (field: RemarkField, goal_id: string | null) => string {
  const t = useText('commitments');
  const { language } = useLocale();
  return (field, goal_id) => {
    const said = saidIn(draft, field, goal_id);
    if (said === null || said === '') return t('not_said');
    switch (field) {
      case 'type': case 'visibility': return t(`${field}.${said}`);
      case 'unit': return unitName(said, t);
      case 'learner_data': return t(said === 'true' ? 'form.learner_data_yes' : 'form.learner_data_no');
      case 'beneficiaries': return formatList(language, draft.beneficiaries.map((code) => groupName(code, language)));
      case 'nodes': return clauses.filter(({ id }) => draft.nodes.includes(id)).map(({ code, title }) => `${code} ${title}`).join(' · ');
      case 'language': return languageName(language, said);
      case 'starts_on': return formatDate(language, said);
      case 'countries': return formatList(language, draft.countries.map(({ country_iso2, share }) => (share === null ? country_iso2 : `${country_iso2} ${share} %`)));
      default: return said;
    }
  };
}
