import type { Text } from '#app/languages/catalogue';
import { formatList, formatMoneyExact, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { Tag } from '#app/ui/tag';
import { becauses, linkTones, type LinkOrigin, type LinkReasons, type LinkState } from './model';
import type { LinkRow } from './queries.server';

export const linkTag = (state: LinkState, t: Text) => <Tag tone={linkTones[state]}>{t(`links.state.${state}`)}</Tag>;

/** "Same provider, same amount within 0.4 %, announced 12 days apart", or who else saw it first. */
export function reasonWords({ because = [], off, days }: LinkReasons, origin: LinkOrigin, t: Text, language: Language): string {
  if (origin !== 'finder') return t(`links.from.${origin}`);
  const amounts = off === undefined ? [] : [off === 0 ? t('links.same_amount') : t('links.near_amount', { off: formatNumber(language, Math.max(off * 100, 0.01), 2) })];
  return formatList(language, [...becauses.filter((one) => because.includes(one)).map((one) => t(`links.because.${one}`)), ...amounts, ...(days === undefined ? [] : [t('links.days', { count: days })])]);
}

/** What the link says, in one sentence. */
export const linkWords = ({ kind, amount, pledge, counted_in }: Pick<LinkRow, 'kind' | 'amount' | 'pledge' | 'counted_in'>, t: Text, language: Language): string =>
  t(`links.says.${kind}`, { amount: formatMoneyExact(language, amount, pledge.currency), pledge: pledge.ref, counted_in: counted_in.ref });
