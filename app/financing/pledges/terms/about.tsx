import { allocate } from '#app/financing/money/model';
import { formatList, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Facts, type Fact } from '#app/ui/facts';
import { FigureTable } from '#app/ui/figure-table';
import type { PledgeRow } from '../queries.server';
import { codeLists, codeNames, codeWords, isOwn, markerWords, sectorVocabularies, sectorWords, significanceWords } from './codes';

interface TermsProps {
  readonly pledge: PledgeRow;
  /** Decimals of the currency. */
  readonly exponent: number;
}

/** A pledge in full terms: how much of what, for which sectors, with which aims, of which type. What is not said is named. */
export function Terms({ pledge, exponent }: TermsProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const { quantity, unit, sectors, markers } = pledge;
  const known: readonly Fact[] = [
    ...(quantity === null || unit === null ? [] : [{ label: t(`terms.unit.${unit}`), value: formatNumber(language, quantity, 2) }]),
    ...markers.map(({ marker, significance }) => ({ label: markerWords(marker, language), value: significanceWords(significance, language) })),
    ...codeNames.flatMap((name) => {
      const code = pledge[name];
      return code === null ? [] : [{ label: t(`terms.${name}`), value: codeWords(codeLists[name], code, language) }];
    }),
  ];
  const missing = [...(sectors.length === 0 ? [t('terms.sectors.legend')] : []), ...(markers.length === 0 ? [t('terms.markers.legend')] : []), ...codeNames.filter((name) => pledge[name] === null).map((name) => t(`terms.${name}`))];
  return (
    <>
      {sectorVocabularies.map((vocabulary) => <Sectors key={vocabulary} pledge={pledge} exponent={exponent} vocabulary={vocabulary} />)}
      <Facts facts={[...known, ...(missing.length === 0 ? [] : [{ label: t('terms.missing'), value: <span className="muted">{formatList(language, missing)}</span> }])]} />
    </>
  );
}

/** FI-3: the parts of one vocabulary sum to what still stands, to the last digit. */
function Sectors({ pledge, exponent, vocabulary }: TermsProps & { readonly vocabulary: (typeof sectorVocabularies)[number] }) {
  const t = useText('financing');
  const { language } = useLocale();
  const own = pledge.sectors.filter((one) => one.vocabulary === vocabulary);
  if (own.length === 0) return null;
  const parts = allocate(pledge.ladder.pledged, own.map(({ share }) => share), exponent);
  const amount = (value: string) => formatNumber(language, value, 6);
  return (
    <FigureTable
      titled caption={t(`terms.vocabulary.${vocabulary}`)} columns={[{ label: t('terms.sectors.one') }, { label: t('pledge.share') }, { label: t('pledge.own', { currency: pledge.currency }) }]}
      rows={own.map((one, at) => {
        const words = sectorWords(one, language);
        return [isOwn(vocabulary) ? <span key="sector" dir="auto">{words}</span> : <a key="sector" href={paths.in(language).pledges({ sector: one.code })}>{words}</a>, `${formatNumber(language, one.share, 4)} %`, amount(parts[at] ?? '')];
      })}
      foot={[t('home.together'), '100 %', amount(pledge.ladder.pledged)]}
    />
  );
}
