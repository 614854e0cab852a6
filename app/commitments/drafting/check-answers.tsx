import { formatDate, formatList, formatNumber, languageName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { type Answer, Answers } from '#app/ui/answers';
import type { ClauseChoice } from '../choices.server';
import { amountOf, groupName } from '../marks';
import { goalDetails } from './details';
import { isInWords, isYearEnd } from './model';
import type { Draft, DraftGoal } from './queries.server';

interface CheckAnswersProps {
  readonly draft: Draft;
  readonly clauses: readonly ClauseChoice[];
  readonly countries: readonly { readonly value: string; readonly label: string }[];
  readonly pledges: readonly { readonly ref: string; readonly said: string }[];
}

/** Everything that was answered; each answer leads back to where it was asked. */
export function CheckAnswers({ draft, clauses, countries, pledges }: CheckAnswersProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const open = t('not_said');
  const change = (step: 'what' | 'measure', field: string) => `${paths.commitmentStep(draft.ref, step)}#${field}`;
  const what = (label: string, value: Answer['value'] | null, field: string): Answer => ({ label: t(`form.${label}`), value: value === null || value === '' ? <em>{open}</em> : value, change: change('what', field) });
  const written = (words: string | null) => (words === null || words === '' ? null : <span lang={draft.language} dir="auto">{words}</span>);
  const share = (text: string | null) => (text === null || draft.countries.length === 1 ? '' : ` ${formatNumber(language, text, 4)} %`);
  const nodes = clauses.filter((clause) => draft.nodes.includes(clause.id)).map(({ code, title, framework, earlier }) => (earlier === undefined ? `${code} ${title}` : `${code} ${title} (${t('form.earlier_version', { framework, number: formatNumber(language, earlier) })})`));
  return (
    <>
      <h2>{t('steps.what')}</h2>
      <Answers
        answers={[
          { label: t('form.lead'), value: draft.lead },
          { label: t('form.coalition'), value: draft.coalition },
          what('title', written(draft.title), 'title'), what('action', written(draft.action), 'action'), what('type', draft.type === null ? null : t(`type.${draft.type}`), 'type'),
          what('clauses', nodes.join(' · '), 'nodes'),
          what('groups', formatList(language, draft.beneficiaries.map((code) => groupName(code, language))), 'beneficiaries'),
          what('countries', formatList(language, draft.countries.map((one) => `${countries.find((option) => option.value === one.country_iso2)?.label ?? one.country_iso2}${share(one.share)}`)), 'countries'),
          what('learner_data', draft.learner_data === null ? null : t(draft.learner_data ? 'form.learner_data_yes' : 'form.learner_data_no'), 'learner_data'),
          ...(draft.problem === null ? [] : [what('problem', written(draft.problem), 'problem')]),
          ...(draft.origin === null ? [] : [what('origin', draft.origin, 'origin')]),
          what('language', languageName(language, draft.language), 'language'), what('visibility', t(`visibility.${draft.visibility}`), 'visibility'),
          ...(draft.embargo_until === null ? [] : [what('embargo', formatDate(language, draft.embargo_until), 'embargo_until')]),
        ]}
      />
      <h2>{t('steps.measure')}</h2>
      {draft.goals.length === 0 && <Answers answers={[{ label: t('form.target'), value: <em>{open}</em>, change: change('measure', 'goals[0].target_value') }]} />}
      {draft.goals.map((goal, at) => <GoalAnswers key={at} goal={goal} at={at} change={(field) => change('measure', field)} />)}
      <Answers answers={[{ label: t('form.starts_on'), value: draft.starts_on === null ? t('form.starts_on_submission') : formatDate(language, draft.starts_on), change: change('measure', 'starts_on') }]} />
      <h2>{t('steps.money')}</h2>
      <Answers answers={[{ label: t('money.title'), value: pledges.length === 0 ? t('form.money_skipped') : pledges.map((one) => <span key={one.ref} className="block">{one.said}</span>), change: paths.commitmentStep(draft.ref, 'money') }]} />
    </>
  );
}

function GoalAnswers({ goal, at, change }: { readonly goal: DraftGoal; readonly at: number; readonly change: (field: string) => string }) {
  const t = useText('commitments');
  const { language } = useLocale();
  const open = <em>{t('not_said')}</em>;
  const to = (field: keyof DraftGoal | 'target_year' | 'direction') => change(`goals[${at}].${field}`);
  const start = goal.baseline_value === null ? t('form.baseline_unknown') : `${amountOf(goal.baseline_value, goal.unit, t, language)}${goal.baseline_year === null ? '' : `, ${goal.baseline_year}`}`;
  return (
    <Answers
      answers={[
        ...(goal.statement === null ? [] : [{ label: t('form.goal', { number: at + 1 }), value: goal.statement, change: to('statement') }]),
        ...(isInWords(goal.measure)
          ? [{ label: t('form.measure.label'), value: t(`form.measure.${goal.measure}`), change: to('measure') }, { label: t('form.detail.target_words'), value: goal.target_words ?? open, change: to('target_words') }, ...(goal.scale.length === 0 ? [] : [{ label: t('form.detail.scale'), value: goal.scale.join(' · '), change: to('scale') }])]
          : [{ label: t('form.target'), value: goal.target_value === null ? open : amountOf(goal.target_value, goal.unit, t, language), change: to('target_value') }]),
        ...(goal.unit === null && !isInWords(goal.measure) ? [{ label: t('form.unit'), value: open, change: to('unit') }] : []),
        { label: t('form.year'), value: goal.target_on === null ? open : isYearEnd(goal.target_on) ? goal.target_on.slice(0, 4) : formatDate(language, goal.target_on), change: to('target_year') },
        ...(isInWords(goal.measure) ? [] : [{ label: t('form.baseline'), value: start, change: to('baseline_value') }]),
        ...goalDetails(goal, t, language).map(({ label, value, field }) => ({ label, value, change: to(field) })),
        ...(goal.method === null ? [] : [{ label: t('form.method'), value: goal.method, change: to('method') }]),
      ]}
    />
  );
}
