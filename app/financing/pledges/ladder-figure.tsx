import { Bars, type Bar } from '#app/charts/bars';
import { paidShare, rungs } from '#app/financing/ladder/model';
import { conversionWords } from '#app/financing/money/conversion';
import { shareOf } from '#app/financing/money/model';
import { percentOf } from '#app/financing/money/words';
import { formatMoneyExact, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Figure } from '#app/ui/figure';
import { FigureTable } from '#app/ui/figure-table';
import type { PledgeRow } from './queries.server';

const fills = { announced: 'k1', pledged: 'k2', committed: 'k3', disbursed: 'f1', spent: 'k5' } as const;

/** The ladder of one pledge, in its own currency and in US dollars (FI-6), drawn and as a table. */
export function LadderFigure({ pledge, asOf }: { readonly pledge: PledgeRow; readonly asOf: string }) {
  const t = useText('financing');
  const { language } = useLocale();
  const { ladder, usd, currency } = pledge;
  const paid = paidShare(ladder);
  const shown = rungs.filter((rung) => rung !== 'spent' || ladder.spent !== '0');
  const percent = (rung: (typeof rungs)[number]) => percentOf(language, shareOf(ladder[rung], ladder.announced));
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
        <FigureTable
          caption={caption} columns={[{ label: t('pledge.rung') }, { label: t('pledge.own', { currency }) }, { label: t('pledge.usd') }, { label: t('pledge.share') }]}
          rows={shown.map((rung) => [t(`rung.${rung}`), formatNumber(language, ladder[rung], 6), usd === null ? t('conversion.not') : formatNumber(language, usd[rung], 2), percent(rung)])}
        />
      }
    />
  );
}
