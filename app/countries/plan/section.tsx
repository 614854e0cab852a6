import type { ReactNode } from 'react';
import { useReporting } from '#app/financing/money/show-in';
import { formatMoney, formatNumber, formatPercent } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import type { Text } from '#app/languages/catalogue';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Tag } from '#app/ui/tag';
import { pillarsCode } from '../worth';
import { gapsOf, type Pillar, type Plan } from './model';

interface PlanSectionProps {
  readonly plan: Plan;
  readonly name: string;
  readonly children?: ReactNode;
}

/** The six pillars of a country's plan: promises, money, requests, and what is missing under each. */
export function PlanSection({ plan, name, children }: PlanSectionProps) {
  const t = useText('countries');
  const { language } = useLocale();
  const { currency } = useReporting();
  const { together } = plan;
  const shown = (count: number) => formatNumber(language, count);
  return (
    <Section id="plan" title={t('plan.title')} note={t('plan.note')} wide>
      {plan.pillars.length === 0 ? <Notice tone="none" small title={t('plan.none')} /> : (
        <ListTable
          caption={t('plan.caption', { currency })} columns={columnsOf(name, currency)} rows={plan.pillars} keyOf={({ code }) => code} t={t}
          foot={{ pillar: t('plan.together'), by: shown(together.by), beside: shown(together.beside), pledged: moneyIn(together, 'pledged', currency, t, language), paid: moneyIn(together, 'disbursed', currency, t, language), share: shareOf(together, language), open: shown(together.open) }}
        />
      )}
      <p className="small muted">{t('plan.once')} <a href={`${paths.in(language).methods()}#plan`}>{t('list.how')}</a></p>
      {children}
      <ul className="links"><li><a href={paths.in(language).framework(pillarsCode)}>{t('plan.pillars')}</a></li></ul>
    </Section>
  );
}

type Counted = Omit<Pillar, 'code' | 'title'>;

function moneyIn(row: Counted, rung: 'pledged' | 'disbursed', currency: string, t: Text, language: Language): string {
  if (row.pledges === 0) return t('list.none');
  return row.converted === 0 ? t('list.not_converted') : formatMoney(language, row[rung], currency);
}

const shareOf = ({ pledged, disbursed }: Counted, language: Language): string => (Number(pledged) === 0 ? '–' : formatPercent(language, Number(disbursed) / Number(pledged)));

const columnsOf = (name: string, currency: string): readonly Column<Pillar>[] => [
  {
    id: 'pillar', header: (t) => t('requests.pillar'),
    cell: (row, { t }) => {
      const gap = gapsOf(row);
      return <>{row.title}{gap !== undefined && <> <Tag tone="none">{t(`plan.gap.${gap}`)}</Tag></>}</>;
    },
  },
  { id: 'by', header: (t) => t('record.by_short', { name }), numeric: true, cell: (row, { language }) => formatNumber(language, row.by) },
  { id: 'beside', header: (t) => t('record.for_short', { name }), numeric: true, cell: (row, { language }) => formatNumber(language, row.beside) },
  { id: 'pledged', header: (t) => t('plan.pledged'), numeric: true, cell: (row, { t, language }) => moneyIn(row, 'pledged', currency, t, language) },
  { id: 'paid', header: (t) => t('plan.paid'), numeric: true, cell: (row, { t, language }) => moneyIn(row, 'disbursed', currency, t, language) },
  { id: 'share', header: (t) => t('plan.share'), numeric: true, cell: (row, { language }) => shareOf(row, language) },
  { id: 'open', header: (t) => t('plan.open'), numeric: true, cell: (row, { t, language }) => (row.open === 0 ? formatNumber(language, 0) : t('plan.open_of', { shown: formatNumber(language, row.open), unanswered: formatNumber(language, row.unanswered) })) },
];
