import { formatDate, formatMoneyExact } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { Timeline } from '#app/ui/timeline';
import type { LifeMoment } from './model';

/** From promise to fulfilment in words: each day on which something changed, with the reason where one was asked for. */
export function PledgeLife({ moments, currency }: { readonly moments: readonly LifeMoment[]; readonly currency: string }) {
  const t = useText('financing');
  const { language } = useLocale();
  return (
    <Timeline
      moments={moments.map(({ what, on, amount, reason }, at) => ({
        key: `${at}`, first: what === 'announced', when: formatDate(language, on), dateTime: on,
        title: t(`terms.life.${what}`, { amount: amount === undefined ? '' : formatMoneyExact(language, amount, currency) }),
        ...(reason === undefined ? {} : { children: <p className="small" dir="auto">{reason}</p> }),
      }))}
    />
  );
}
