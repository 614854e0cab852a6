import { useMoneyPaths, useReporting } from '#app/financing/money/show-in';
import { adding, columnIn, exactly } from '#app/financing/money/sum';
import { formatDate, formatNumber } from '#app/languages/format';
import type { Text } from '#app/languages/catalogue';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Facts } from '#app/ui/facts';
import { FigureTable } from '#app/ui/figure-table';
import { findCode, type Code } from '#db/reference/codes';
import { ACTIVITY_STATUSES } from '#db/reference/iati/activity-status';
import { BUDGET_STATUSES, BUDGET_TYPES } from '#db/reference/iati/budget';
import { ORGANISATION_ROLES } from '#db/reference/iati/organisation-role';
import type { ActivityRecord, Budget, Participant } from './queries.server';

const coded = (list: readonly Code[], code: string | null, t: Text, language: Language): string => (code === null ? t('unknown') : (findCode(list, code)?.name[language] ?? code));

/** What the source says of an activity, and what it leaves out. */
export function ActivityFacts({ activity }: { readonly activity: ActivityRecord }) {
  const t = useText('financing');
  const { language } = useLocale();
  const to = paths.in(language);
  const day = (actual: string | null, planned: string | null) =>
    actual !== null ? formatDate(language, actual) : planned === null ? t('unknown') : t('activities.planned', { date: formatDate(language, planned) });
  const missing = Object.keys(activity.missing);
  return (
    <Facts facts={[
      { label: t('activities.identifier'), value: <bdi>{activity.iati_identifier}</bdi> },
      { label: t('activities.reporting'), value: activity.reporting ?? t('unknown') },
      { label: t('activities.status'), value: coded(ACTIVITY_STATUSES, activity.status_code, t, language) },
      {
        label: t('activities.countries'),
        value: activity.countries.length === 0 ? t('unknown') : activity.countries.map(({ iso2, name }, at) => <span key={iso2}>{at > 0 && ', '}<a href={to.country(iso2)}>{name}</a></span>),
      },
      { label: t('activities.starts'), value: day(activity.starts_on, activity.starts_planned_on) },
      { label: t('activities.ends'), value: day(activity.ends_on, activity.ends_planned_on) },
      { label: t('activities.source'), value: activity.source_name === null ? t('unknown') : <bdi>{activity.source_name}</bdi> },
      ...(missing.length === 0 ? [] : [{ label: t('activities.missing'), value: <span className="ltr small">{missing.join(', ')}</span> }]),
    ]} />
  );
}

/** FI-8: each rung from one leg, in the currency of the page, and how many transactions have no rate. */
export function ActivityMoney({ activity: { iati_identifier, shown } }: { readonly activity: ActivityRecord }) {
  const t = useText('financing');
  const { language } = useLocale();
  const { currency } = useReporting();
  const to = useMoneyPaths();
  const { ladder, unconverted } = shown;
  const own = to.activities({ q: iati_identifier });
  return (
    <>
      <FigureTable
        caption={t('activities.money_caption', { currency })} columns={[{ label: t('pledge.rung') }, { label: t('pledge.usd', { currency }) }]}
        rows={(['committed', 'disbursed', 'spent'] as const).map((rung) => [t(`rung.${rung}`), <a key={rung} href={own}>{adding(columnIn(rung, currency), ladder[rung], formatNumber(language, ladder[rung], 2))}</a>])}
      />
      {unconverted > 0 && (
        <p className="small">
          <a href={to.transactions({ activity: iati_identifier, converted: 'no' })}>{exactly('rows', unconverted, t('home.published_unconverted', { count: unconverted, shown: formatNumber(language, unconverted) }))}</a>
        </p>
      )}
    </>
  );
}

export function Participants({ rows }: { readonly rows: readonly Participant[] }) {
  const t = useText('financing');
  const { language } = useLocale();
  const name = (row: Participant) => row.name ?? row.identifier ?? t('unknown');
  return (
    <FigureTable
      caption={t('activities.participants_caption')} columns={[{ label: t('activities.organisation') }, { label: t('activities.role'), words: true }]}
      rows={rows.map((row) => [
        row.organisation_ref === null ? <span key="name" dir="auto">{name(row)}</span> : <a key="name" href={paths.in(language).member(row.organisation_ref)}>{name(row)}</a>,
        coded(ORGANISATION_ROLES, row.role_code, t, language),
      ])}
    />
  );
}

export function Budgets({ rows }: { readonly rows: readonly Budget[] }) {
  const t = useText('financing');
  const { language } = useLocale();
  const day = (text: string | null) => (text === null ? t('unknown') : formatDate(language, text, 'short'));
  return (
    <FigureTable
      caption={t('activities.budgets_caption')}
      columns={[{ label: t('activities.period') }, { label: t('transactions.type'), words: true }, { label: t('activities.status'), words: true }, { label: t('activities.amount') }]}
      rows={rows.map((row) => [
        t('pledge.from_to', { from: day(row.period_start_on), to: day(row.period_end_on) }), coded(BUDGET_TYPES, row.type_code, t, language), coded(BUDGET_STATUSES, row.status_code, t, language),
        row.value === null ? t('unknown') : `${row.currency ?? ''} ${formatNumber(language, row.value, 6)}`,
      ])}
    />
  );
}
