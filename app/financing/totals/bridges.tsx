import type { AmountName, LadderSum } from '#app/financing/ladder/model';
import { negated } from '#app/financing/money/model';
import { exactly, millions } from '#app/financing/money/sum';
import { inMillions } from '#app/financing/money/words';
import { useLocale, useText } from '#app/languages/text';

interface BridgeProps {
  readonly caption: string;
  readonly from: AmountName;
  /** What is taken off on the way: with them, the first line equals the last. */
  readonly less: readonly AmountName[];
  readonly to: AmountName;
  readonly sum: LadderSum;
  readonly hrefOf: (of: AmountName) => string;
}

function Bridge({ caption, from, less, to, sum, hrefOf }: BridgeProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const line = (of: AmountName, taken = false) => (
    <tr key={of}>
      <th scope="row"><a href={hrefOf(of)}>{t(`totals.line.${of}`)}</a></th>
      <td className="n">{taken ? exactly(of, sum[of], inMillions(language, negated(sum[of])).replace('-', '−\u00a0')) : millions(language, of, sum[of])}</td>
    </tr>
  );
  return <table><caption>{caption}</caption><tbody>{line(from)}{less.map((of) => line(of, true))}</tbody><tfoot>{line(to)}</tfoot></table>;
}

/** From what was said to what is counted once, and from what providers say they paid to what receivers confirm. */
export function Bridges({ sum, hrefOf }: Pick<BridgeProps, 'sum' | 'hrefOf'>) {
  const t = useText('financing');
  return (
    <div className="cols cols-2">
      <Bridge caption={t('totals.to_b')} from="announced" less={['reduced', 'same_money', 'passes_through', 'unmatched']} to="net_pledged" sum={sum} hrefOf={hrefOf} />
      <Bridge caption={t('totals.to_c')} from="net_disbursed" less={['no_record', 'differs', 'contested']} to="confirmed" sum={sum} hrefOf={hrefOf} />
    </div>
  );
}
