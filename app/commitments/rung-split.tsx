import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { verifications, type Split, type Verification } from '#app/records/verification/model';
import { Tally } from '#app/ui/tally';

interface RungSplitProps {
  readonly split: Split;
  /** The list of those on a rung. */
  readonly href: (rung: Verification) => string;
}

/** A total by who says so: each rung with how many stand on it, and the way to them. */
export function RungSplit({ split, href }: RungSplitProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const counts = verifications.flatMap((rung) => {
    const count = split[rung];
    return count === undefined ? [] : [{ key: rung, label: t(`rung.${rung}`), count: formatNumber(language, count, 0), href: href(rung) }];
  });
  return counts.length === 0 ? null : <Tally label={t('verification.split')} counts={counts} />;
}
