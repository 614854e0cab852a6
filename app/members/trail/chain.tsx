import { formatDate, formatMoney, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import type { LadderSum } from '#app/financing/ladder/model';
import { useReporting } from '#app/financing/money/show-in';
import { isPositive } from '#app/financing/money/model';
import { Chain, type Station } from '#app/ui/chain';
import type { Trail } from './model';

interface PartyChainProps {
  readonly trail: Trail;
  /** What was pledged for it (a country) or by it (an organisation). */
  readonly money: LadderSum;
  /** Names the navigation: "The chain of Kenya". */
  readonly label: string;
}

/** The seven stations of one party; each leads to its section, and what is missing stays as a gap in words. */
export function PartyChain({ trail, money, label }: PartyChainProps) {
  const t = useText('members');
  const words = useText('commitments');
  const { language } = useLocale();
  const { currency } = useReporting();
  const { by, beside, clauses, decisions, figures } = trail;
  const own = trail.endorsements.find((one) => one.withdrawn_on === null);
  const promised = by.count + beside.count;
  const served = clauses.filter((clause) => clause.by + clause.beside > 0).length;
  const count = (key: string, many: number, more: Readonly<Record<string, string>> = {}) => t(key, { count: many, shown: formatNumber(language, many), ...more });
  const station = (name: string, id: string, there: boolean, title: () => string, note?: string): Station =>
    there
      ? { kind: words(`chain.${name}`), title: title(), href: `#${id}`, ...(note === undefined ? {} : { note }) }
      : { kind: words(`chain.${name}`), title: t('trail.none'), state: 'gap' };
  const stations: Station[] = [
    station('endorsement', 'endorsements', own !== undefined, () => t('trail.version', { framework: own?.framework ?? '', version: own?.version ?? 0 }), own === undefined ? undefined : (own.organisation?.name ?? (own.endorsed_on === null ? t('frameworks:day_unknown') : formatDate(language, own.endorsed_on)))),
    station('clause', 'clauses', served > 0, () => count('trail.clauses_served', served, { of: formatNumber(language, clauses.length) })),
    station('commitment', 'by', promised > 0, () => count('trail.commitments', promised)),
    station('money', 'money', money.pledges > 0, () => (isPositive(money.net_pledged) ? t('trail.pledged', { amount: formatMoney(language, money.net_pledged, currency) }) : count('trail.pledges', money.pledges)), isPositive(money.net_disbursed) ? t('trail.disbursed', { amount: formatMoney(language, money.net_disbursed, currency) }) : undefined),
    station('decision', 'decisions', decisions.length > 0, () => count('trail.decisions_behind', decisions.length)),
    station('progress', 'progress', by.updated + beside.updated > 0, () => t('trail.updated', { known: formatNumber(language, by.updated + beside.updated), total: formatNumber(language, promised) })),
    station('figure', 'figures', figures.length > 0, () => count('trail.figures_with', figures.length)),
  ];
  return <Chain stations={stations} label={label} />;
}
