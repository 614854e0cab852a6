import { Bars, type Bar } from '#app/charts/bars';
import { paidShare, rungs } from '#app/financing/ladder/model';
import { conversionWords } from '#app/financing/money/conversion';
import { shareOf } from '#app/financing/money/model';
import { percentOf } from '#app/financing/money/words';
import { formatMoneyExact, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Figure } from '#app/ui/figure';
import type { PledgeRow } from './queries.server';

type Rung = (typeof rungs)[number];

const fills = { announced: 'k1', pledged: 'k2', committed: 'k3', disbursed: 'f1', spent: 'k5' } as const;

/** The ladder of one pledge, in its own currency and in US dollars (FI-6), drawn and as a table. */
export function LadderFigure({ pledge, asOf }: { readonly pledge: PledgeRow; readonly asOf: string }) {
  const t = useText('financing');
  const { language } = useLocale();
  const { ladder, usd, currency } = pledge;
  const paid = paidShare(ladder);
  const shown = rungs.filter((rung) => rung !== 'spent' || ladder.spent !== '0');
  const percent = (rung: Rung) => percentOf(language, shareOf(ladder[rung], ladder.announced));
  const bars = shown.map((rung): Bar => ({
    key: rung, label: t(`rung.${rung}`), parts: [{ value: Number(ladder[rung]), fill: fills[rung] }], mark: `${formatMoneyExact(language, ladder[rung], currency)} · ${percent(rung)}`,
  }));
  const caption = t('pledge.ladder_caption', { ref: pledge.ref });
  return (
    <Figure
      finding={paid === undefined ? t('pledge.ladder_finding_none') : t('pledge.ladder_finding', { share: percentOf(language, paid) })}
      drawing={<Bars id="ladder" title={caption} bars={bars} />}
      origin={{ source: pledge.provider.name, asOf, note: conversionWords(t, language, currency, pledge.conversion) }}
      table={
        <ListTable caption={caption} columns={columnsIn(currency)} rows={shown.map((rung) => ({ rung, own: ladder[rung], usd: usd === null ? null : usd[rung], share: percent(rung) }))} keyOf={(row) => row.rung} t={t} />
      }
    />
  );
}

interface RungRow {
  readonly rung: Rung;
  readonly own: string;
  readonly usd: string | null;
  readonly share: string;
}

const columnsIn = (currency: string): readonly Column<RungRow>[] => [
  { id: 'rung', header: (t) => t('pledge.rung'), cell: (row, { t }) => t(`rung.${row.rung}`) },
  { id: 'own', header: (t) => t('pledge.own', { currency }), numeric: true, cell: (row, { language }) => formatNumber(language, row.own, 6) },
  { id: 'usd', header: (t) => t('pledge.usd'), numeric: true, cell: (row, { t, language }) => (row.usd === null ? t('conversion.not') : formatNumber(language, row.usd, 2)) },
  { id: 'share', header: (t) => t('pledge.share'), numeric: true, cell: (row) => row.share },
];
