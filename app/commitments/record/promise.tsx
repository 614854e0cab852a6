import type { Text } from '#app/languages/catalogue';
import { formatDate, formatList, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Chips } from '#app/ui/chips';
import { Facts } from '#app/ui/facts';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Timeline } from '#app/ui/timeline';
import { amountOf, groupName, unitName } from '../marks';
import { Changes } from '../amendments/changes';
import { firstPromise, type PromisedGoal } from '../amendments/model';
import type { Amendment } from '../amendments/queries.server';
import { goalDetails } from '../drafting/details';
import { clauseHref } from './links';
import type { CommitmentRecord, Goal } from './model';

interface FirstPromiseProps {
  readonly record: CommitmentRecord;
  readonly amendments: readonly Amendment[];
}

/** CO-5: the first promise stays visible, and each change of it with its reason; what is asked for waits below, for those who may see it. */
export function FirstPromise({ record, amendments }: FirstPromiseProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  if (record.published_on === null) return null;
  const approved = amendments.filter(({ status }) => status === 'approved');
  const asked = amendments.find(({ status }) => status === 'asked');
  const first = firstPromise<readonly PromisedGoal[]>(approved.map(({ before }) => ({ before: before.goals })), record.goals);
  return (
    <Section id="first" title={t('promise.title')} note={t('promise.note')}>
      <Timeline moments={[
        { key: 'first', first: true, when: formatDate(language, record.published_on), dateTime: record.published_on, title: t('promise.first'), children: first.map((goal) => <p key={goal.id}>{promised(goal, t, language)}</p>) },
        ...approved.map(({ number, decided_on, before, after, reason }) => ({
          key: String(number), when: formatDate(language, decided_on ?? ''), ...(decided_on === null ? {} : { dateTime: decided_on }), title: t('amendments.title', { number }),
          children: <><Changes before={before} after={after} /><p className="small" dir="auto">{reason}</p></>,
        })),
      ]} />
      {approved.length === 0 && <p className="small muted">{t('promise.unchanged')}</p>}
      {asked !== undefined && <Notice small title={t('amendments.state.asked')}><a href={paths.amendment(record.ref, asked.number)}>{t('amendments.title', { number: asked.number })}</a></Notice>}
    </Section>
  );
}

/** A goal as a sentence. */
export function promised(goal: PromisedGoal, t: Text, language: Language): string {
  if (goal.target_words != null && goal.target_on !== null) return t('promise.words', { target: goal.target_words, by: formatDate(language, goal.target_on) });
  if (goal.target_value === null || goal.target_on === null) return t('not_known');
  const facts = { target: amountOf(goal.target_value, goal.unit, t, language), by: formatDate(language, goal.target_on) };
  if (goal.baseline_value === null) return t('promise.from_unknown', facts);
  return t(goal.baseline_year === null ? 'promise.from' : 'promise.from_year', { ...facts, start: formatNumber(language, goal.baseline_value), year: goal.baseline_year ?? '' });
}

/** What is to be reached, for whom, where, and under which clauses. */
export function Goals({ record }: { readonly record: CommitmentRecord }) {
  const t = useText('commitments');
  const { language } = useLocale();
  const unknown = record.goals.filter((goal) => goal.baseline_value === null && goal.target_words === null);
  const groups = (designed: boolean) => record.beneficiaries.filter((one) => one.designed_in === designed).map((one) => groupName(one.code, language));
  const later = record.beneficiaries.filter((one) => !one.designed_in).map(({ code, added_on }) => (added_on === null ? groupName(code, language) : t('goals.added_on', { group: groupName(code, language), on: formatDate(language, added_on) })));
  return (
    <Section id="goals" title={t('goals.title')}>
      {record.goals.length > 0 && <ListTable caption={t('goals.caption')} columns={goalColumns} rows={record.goals} keyOf={(goal) => goal.id} t={t} />}
      {unknown.length > 0 && <Notice tone="none" small title={t('goals.gap')}>{t('goals.gap_text', { count: unknown.length })}</Notice>}
      <h3>{t('goals.who')}</h3>
      <Facts
        facts={[
          { label: t('goals.from_start'), value: groups(true).length === 0 ? t('not_said') : formatList(language, groups(true)) },
          ...(later.length === 0 ? [] : [{ label: t('goals.added_later'), value: formatList(language, later) }]),
          { label: t('goals.countries'), value: <Countries record={record} /> },
          { label: t('form.coalition'), value: <a href={paths.in(language).coalition(record.coalition.slug)}>{record.coalition.name}</a> },
          { label: t('goals.type'), value: record.type === null ? t('not_said') : t(`type.${record.type}`) },
          { label: t('goals.learner_data'), value: record.learner_data === null ? t('not_said') : t(record.learner_data ? 'goals.learner_data_yes' : 'goals.learner_data_no') },
        ]}
      />
      {record.text.problem !== null && <><h3>{t('goals.problem')}</h3><p lang={record.text.language} dir="auto">{record.text.problem}</p></>}
      {record.nodes.length > 0 && (
        <>
          <h3>{t('goals.clauses')}</h3>
          <Chips label={t('goals.clauses')} chips={record.nodes.map((node) => ({ label: `${node.framework} ${node.code} ${node.title}`, href: clauseHref(language, node) }))} />
        </>
      )}
    </Section>
  );
}

function Countries({ record: { countries } }: { readonly record: CommitmentRecord }) {
  const t = useText('commitments');
  const { language } = useLocale();
  if (countries.length === 0) return <>{t('goals.no_country')}</>;
  return (
    <>
      {countries.map((country, at) => (
        <span key={country.iso2}>
          {at > 0 && ' · '}
          <a href={paths.in(language).country(country.iso2)}>{country.name}</a>
          {country.share !== null && countries.length > 1 && ` ${formatNumber(language, country.share, 4)} %`}
        </span>
      ))}
    </>
  );
}

/** What is counted stands in the first column; a number that is a share keeps its sign. */
const value = (amount: string | null, unit: string | null, t: Text, language: Language): string =>
  amount === null ? t('not_known') : unit === 'percent' ? amountOf(amount, unit, t, language) : formatNumber(language, amount);
/** How it is counted, where it says so. */
function moreOf(goal: Goal, t: Text, language: Language) {
  const facts = [...(goal.scale.length === 0 ? [] : [{ label: t('form.detail.scale'), value: goal.scale.join(' · ') }]), ...goalDetails(goal, t, language), ...(goal.method === null ? [] : [{ label: t('form.method'), value: goal.method }])];
  return facts.length === 0 ? null : <details><summary>{t('goals.counted')}</summary><Facts facts={facts.map(({ label, value }) => ({ label, value: <span dir="auto">{value}</span> }))} /></details>;
}
const goalColumns: readonly Column<Goal>[] = [
  { id: 'goal', header: (t) => t('goals.goal'), cell: (goal, { t, language }) => <><span dir="auto">{goal.statement ?? (goal.target_words === null ? unitName(goal.unit, t) : t(`form.measure.${goal.measure}`))}</span>{moreOf(goal, t, language)}</> },
  { id: 'baseline', header: (t) => t('goals.baseline'), numeric: true, cell: (goal, { t, language }) => (goal.target_words === null ? value(goal.baseline_value, goal.unit, t, language) : t('nothing')) },
  { id: 'now', header: (t) => t('goals.now'), numeric: true, cell: (goal, { t, language }) => (goal.target_words === null ? value(goal.last_value, goal.unit, t, language) : t('nothing')) },
  { id: 'target', header: (t) => t('goals.target'), numeric: true, cell: (goal, { t, language }) => (goal.target_words === null ? value(goal.target_value, goal.unit, t, language) : <span dir="auto">{goal.target_words}</span>) },
  { id: 'by', header: (t) => t('goals.by'), unbroken: true, cell: (goal, { t, language }) => (goal.target_on === null ? t('not_known') : formatDate(language, goal.target_on, 'short')) },
];
