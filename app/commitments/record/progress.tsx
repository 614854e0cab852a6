import { Progress } from '#app/charts/progress';
import type { Text } from '#app/languages/catalogue';
import { formatDate, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { FigureTable } from '#app/ui/figure-table';
import { Figure } from '#app/ui/figure';
import { Section } from '#app/ui/section';
import { amountOf, resultSoFar, unitName } from '../marks';
import type { CommitmentRecord, Goal } from './model';

interface ProgressProps {
  readonly record: CommitmentRecord;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** One drawing for each goal that has a number: where it began, where it is, where an even course would be. */
export function ProgressSection({ record, today }: ProgressProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const drawn = record.goals.flatMap((goal, at) => (goal.target_value === null ? [] : [{ goal, at, target: goal.target_value }]));
  return (
    <Section id="progress" title={t('progress.title')} note={t('progress.note')}>
      {drawn.length === 0 && <p>{t('progress.none')}</p>}
      {drawn.map(({ goal, at, target }) => (
        <Figure
          key={goal.id} id={`goal-${at + 1}`} finding={finding(goal, t, language)}
          about={t('progress.goal', { number: at + 1, what: goal.statement ?? goal.method ?? unitName(goal.unit, t) })}
          drawing={
            <Progress
              id={`course-${at + 1}`} title={finding(goal, t, language)}
              course={{ baseline: numberOf(goal.baseline_value), now: numberOf(goal.last_value), expected: numberOf(goal.expected), target: Number(target), first: null }}
            />
          }
          origin={{ ...(goal.last_value_on === null ? {} : { asOf: goal.last_value_on }), note: <>{goal.expected !== null && t('progress.straight')} <a href={`${paths.in(language).methods()}#expected`}>{t('how_we_count')}</a></> }}
          table={<FigureTable caption={finding(goal, t, language)} columns={[{ label: t('progress.point') }, { label: t('progress.value') }, { label: t('progress.date'), words: true }]} rows={points(goal, record, today, t, language)} />}
        />
      ))}
    </Section>
  );
}

const numberOf = (value: string | null): number | null => (value === null ? null : Number(value));

function finding(goal: Goal, t: Text, language: Language): string {
  const result = resultSoFar(goal, t, language);
  return goal.expected === null ? t('progress.finding', { result }) : t('progress.finding_expected', { result, expected: formatNumber(language, goal.expected) });
}

function points(goal: Goal, record: CommitmentRecord, today: string, t: Text, language: Language): string[][] {
  const day = (on: string | null) => (on === null ? t('not_known') : formatDate(language, on));
  const value = (amount: string | null) => (amount === null ? t('not_known') : amountOf(amount, goal.unit, t, language));
  return [
    [t('progress.baseline'), value(goal.baseline_value), goal.baseline_year === null ? day(record.starts_on) : String(goal.baseline_year)],
    [t('progress.now'), value(goal.last_value), day(goal.last_value_on)],
    ...(goal.expected === null ? [] : [[t('progress.expected'), value(goal.expected), day(today)]]),
    [t('progress.target'), value(goal.target_value), day(goal.target_on)],
  ];
}
