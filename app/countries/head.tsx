import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { accountOf, type Trail } from '#app/members/trail/model';
import { Head } from '#app/ui/head';
import { Tag } from '#app/ui/tag';
import type { CoalitionRow } from '#app/coalitions/queries.server';
import type { CountryRecord } from './queries.server';

interface CountryHeadProps {
  readonly country: CountryRecord;
  readonly trail: Trail;
  readonly coalition: CoalitionRow | undefined;
}

/** The opening of a country's page: one sentence on what it promised, and whether it endorsed the Declaration. */
export function CountryHead({ country, trail, coalition }: CountryHeadProps) {
  const t = useText('countries');
  const { language } = useLocale();
  const { name } = country;
  const { by, clauses, declaration } = trail;
  const account = accountOf(by);
  const shown = (count: number) => formatNumber(language, count);
  const own = trail.endorsements.find((one) => one.organisation === null && one.withdrawn_on === null && one.current);
  const kick = [
    t('record.kick'),
    ...(coalition === undefined ? [] : [t(`record.coalition_${coalition.status}`, { date: coalition.formed_on === null ? '' : formatDate(language, coalition.formed_on) })]),
    ...(country.fiscal_year_start === null ? [] : [t('record.fiscal', { month: monthName(language, country.fiscal_year_start) })]),
  ];
  const lines = clauses.filter((clause) => clause.by > 0).length;
  const lede = by.count === 0 ? t('record.lede_none', { name }) : `${t('record.lede', { name, count: by.count, shown: shown(by.count), lines: shown(lines), of: shown(clauses.length) })} ${t('record.lede_standing', { good: shown(account.reached + account.on_track), behind: shown(account.behind), stale: shown(account.stale) })}`;
  return (
    <Head tight kick={kick.join(' · ')} title={name} lede={lede}>
      {own !== undefined && <Tag tone="ok">{t('record.endorsed', { version: own.version })}</Tag>}
      {declaration !== undefined && !declaration.endorsed && <Tag tone="none">{t('record.not_endorsed', { version: declaration.number })}</Tag>}
      <span className="tiny muted">{t(`record.people_${country.coordinated ? 'coordinator' : 'no_coordinator'}_${country.attended ? 'focal' : 'no_focal'}`)}</span>
    </Head>
  );
}

const monthName = (language: string, month: number): string => new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, month - 1, 1)));
