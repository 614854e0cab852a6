import { formatMoneyExact, formatNumber } from '#app/languages/format';
import { paths } from '#app/paths';
import { rungName } from '#app/reporting/figures/labels';
import { verifications } from '#app/records/verification/model';
import { numbers, part, says, words } from '../extracts/blocks';
import type { ExtractPart, Numbers } from '../extracts/model';
import { moneyLines, type MoneyLine, type OwnMoney, type OwnPledge } from './model';
import { count, partyName, titled, type Telling } from './told';

/** FI-7: what the subject gives and receives in cash, rung by rung and total by total, and each pledge. */
export function moneyPart(telling: Telling): ExtractPart {
  const { t, own: { money, pledges, name } } = telling;
  if (money === null) return part('money', t('outline.money'), [says(t('own.money_unknown'))]);
  if (money.length === 0) return part('money', t('outline.money'), [says(t('own.no_money', { name }))]);
  return part('money', t('outline.money'), [says(t('own.money_note')), sums(telling, money), looked(telling, money), listed(telling, pledges, money.reduce((sum, one) => sum + one.pledges + one.others, 0))]);
}

const lineName = (line: MoneyLine): string => (line.startsWith('total_') ? `provenance.totals.${line.slice(-1).toUpperCase()}` : `parts.ladder.${line}`);

/** One is no part of another, so nothing is added up. */
function sums(telling: Telling, money: readonly OwnMoney[]): Numbers {
  const { t, language, own } = telling;
  return {
    kind: 'numbers', caption: t('own.money_caption', { name: own.name }), columns: [words(t('own.rung_or_total')), ...money.map(({ direction }) => numbers(`${t(`own.${direction}`)}, USD`))],
    rows: moneyLines.map((line) => ({ cells: [t(lineName(line)), ...money.map(({ amounts }) => formatNumber(language, amounts[line] ?? '0', 0))] })),
    note: money.map(({ direction, converted, pledges, others }) => t('own.money_coverage', { which: t(`own.${direction}`), known: count(telling, converted), total: count(telling, pledges), missing: count(telling, pledges - converted), others: count(telling, others) })).join(' '),
  };
}

/** Who has looked at the cash pledges that are counted. */
function looked(telling: Telling, money: readonly OwnMoney[]): Numbers {
  const { t } = telling;
  const there = verifications.filter((rung) => money.some(({ rungs }) => (rungs[rung] ?? 0) > 0));
  return {
    kind: 'numbers', caption: t('own.money_rungs'), columns: [words(t('figures.rungs.part')), ...money.map(({ direction }) => numbers(t(`own.${direction}`)))],
    rows: there.map((rung) => ({ cells: [rungName(rung, t), ...money.map(({ rungs }) => count(telling, rungs[rung] ?? 0))] })), note: t('own.frozen'),
  };
}

function listed(telling: Telling, pledges: readonly OwnPledge[], total: number): Numbers {
  const { t, language } = telling;
  const usd = (amount: string | null) => (amount === null ? t('records.not_converted') : formatNumber(language, amount, 0));
  return {
    kind: 'numbers', caption: t('own.pledges_caption', { shown: count(telling, pledges.length), total: count(telling, total) }),
    columns: [words(t('records.kinds.pledge')), words(t('own.provider')), words(t('own.share')), numbers(t('records.amount')), numbers('USD'), numbers(t('own.paid')), words(t('figures.rungs.part'))],
    rows: pledges.map((one) => ({
      href: paths.in(language).pledge(one.ref),
      cells: [titled(one), partyName(telling, one.provider), t(`own.share_${one.direction}`, { share: formatNumber(language, one.share, 4) }), formatMoneyExact(language, one.amount, one.currency), usd(one.amount_usd), usd(one.paid_usd), rungName(one.rung, t)],
    })),
    note: t('own.whole_amounts'),
  };
}
