import { Bars, type Bar } from '#app/charts/bars';
import { paidShare, rungs } from '#app/financing/ladder/model';
import { conversionInto, conversionWords } from '#app/financing/money/conversion';
import { useMoneyPaths, useReporting } from '#app/financing/money/show-in';
import { adding, columnIn } from '#app/financing/money/sum';
import { shareOf } from '#app/financing/money/model';
import { percentOf } from '#app/financing/money/words';
import { formatMoneyExact, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import type { Text } from '#app/languages/catalogue';
import type { Column, Words } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Figure } from '#app/ui/figure';
import type { PledgeRow } from './queries.server';

type Rung = (typeof rungs)[number];

const fills = { announced: 'k1', pledged: 'k2', committed: 'k3', disbursed: 'f1', spent: 'k5' } as const;

/** The ladder of one pledge, in its own currency and in that of the view (FI-6), drawn and as a table. */
export function LadderFigure({ pledge, asOf }: { readonly pledge: PledgeRow; readonly asOf: string }) {
  const t = useText('financing');
  const { language } = useLocale();
  const reporting = useReporting();
  const opened = useOpened(pledge);
  const { ladder, shown: converted, currency } = pledge;
  const paid = paidShare(ladder);
  const shown = rungs.filter((rung) => rung !== 'spent' || ladder.spent !== '0');
  const percent = (rung: Rung) => percentOf(language, shareOf(ladder[rung], ladder.announced));
  const bars = shown.map((rung): Bar => ({
    key: rung, label: t(`rung.${rung}`), parts: [{ value: Number(ladder[rung]), fill: fills[rung] }], mark: `${formatMoneyExact(language, ladder[rung], currency)} · ${percent(rung)}`,
  }));
  const caption = t('pledge.ladder_caption', { ref: pledge.ref });
  const inTarget = converted === null ? t('conversion.not') : (['announced', 'disbursed'] as const).map((rung) => `${t(`rung.${rung}`)}: ${formatMoneyExact(language, converted[rung], reporting.currency)}`).join(' · ');
  return (
    <Figure
      finding={paid === undefined ? t('pledge.ladder_finding_none') : t('pledge.ladder_finding', { share: percentOf(language, paid) })}
      about={currency === reporting.currency ? undefined : inTarget}
      drawing={<Bars id="ladder" title={caption} bars={bars} />}
      origin={{ source: pledge.provider.name, asOf, note: pledge.into === null ? conversionWords(t, language, currency, pledge.conversion) : conversionInto(t, language, currency, pledge.conversion, pledge.into) }}
      table={
        <ListTable caption={caption} columns={columnsIn(currency, reporting.currency, opened)} rows={shown.map((rung) => ({ rung, own: ladder[rung], converted: converted === null ? null : converted[rung], share: percent(rung) }))} keyOf={(row) => row.rung} t={t} />
      }
    />
  );
}

interface RungRow {
  readonly rung: Rung;
  readonly own: string;
  readonly converted: string | null;
  readonly share: string;
}

type Opened = ReturnType<typeof useOpened>;
const types = { committed: '2', disbursed: '3', spent: '4' } as const;

/** The rows that a rung is made of, and the column of them that adds up to it: the pledge itself, or its transactions of a type. */
function useOpened({ ref, currency }: PledgeRow) {
  const to = useMoneyPaths();
  const target = useReporting().currency;
  return (rung: Rung, own: boolean): { readonly href: string; readonly column: string } => {
    if (rung !== 'announced' && rung !== 'pledged') return { href: to.transactions({ pledge: ref, type: types[rung], ...(own ? { currency } : {}) }), column: own ? 'value' : columnIn('value', target) };
    // What was announced is the amount of a pledge, but for the columns in another currency.
    const name = rung === 'announced' && (own || target === 'USD') ? 'amount' : rung;
    return { href: to.pledges({ q: ref }), column: own ? name : columnIn(name, target) };
  };
}

const columnsIn = (currency: string, target: string, opened: Opened): readonly Column<RungRow>[] => {
  const linked = (rung: Rung, own: boolean, amount: string, said: string) => {
    const { href, column } = opened(rung, own);
    return <a href={href}>{adding(column, amount, said)}</a>;
  };
  return [
    { id: 'rung', header: (t) => t('pledge.rung'), cell: (row, { t }) => t(`rung.${row.rung}`) },
    { id: 'own', header: (t) => t('pledge.own', { currency }), numeric: true, cell: (row, { language }) => linked(row.rung, true, row.own, formatNumber(language, row.own, 6)) },
    ...(currency === target ? [] : [{ id: 'converted', header: (t: Text) => t('pledge.usd', { currency: target }), numeric: true, cell: (row: RungRow, { t, language }: Words) => (row.converted === null ? t('conversion.not') : linked(row.rung, false, row.converted, formatNumber(language, row.converted, 2))) }]),
    { id: 'share', header: (t) => t('pledge.share'), numeric: true, cell: (row) => row.share },
  ];
};
