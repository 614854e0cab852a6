import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import type { Changes } from './changes.server';

/** How many records say something else than was frozen, as of the day on which that was counted. */
export function ChangedSince({ counted_on, counts }: Changes) {
  const t = useText('reporting');
  const { language } = useLocale();
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const on = formatDate(language, counted_on);
  return <p className="small muted">{total === 0 ? t('since.kept_none', { on }) : t('since.kept', { count: total, total: formatNumber(language, total, 0), on })}</p>;
}
