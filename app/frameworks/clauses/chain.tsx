import { useReporting } from '#app/financing/money/show-in';
import { formatMoney, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Chain, type Station } from '#app/ui/chain';
import { named } from '../addresses';
import type { ClausePage } from './page.server';

/** The chain of a clause in both directions: from those who signed it to the figures that count what was promised on it. */
export function ClauseChain({ page }: { readonly page: ClausePage }) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  const { currency } = useReporting();
  const { clause, signatures, promises, money, work, figures } = page;
  const shown = (count: number) => formatNumber(language, count);
  const signed = signatures.countries + signatures.organisations;
  const gap = (kind: string, title: string): Station => ({ kind, title, state: 'gap' });
  const [first, figure] = [work.shown[0], figures[0]];
  const stations: Station[] = [
    signed === 0 ? gap(t('chain.endorsement'), t('chain.no_endorsement')) : {
      kind: t('chain.endorsement'), title: t('chain.parties', { count: signed, shown: shown(signed) }), href: to.endorsements({ version: clause.version, status: 'published' }),
      note: t('chain.of_version', { number: clause.version }),
    },
    { kind: t('chain.clause'), title: `${clause.code} ${clause.title}`, state: 'here', note: t(`standing.${clause.standing}`) },
    promises.count === 0 ? gap(t('chain.commitment'), t('chain.no_commitment')) : {
      kind: t('chain.commitment'), title: t('clause.commitments', { count: promises.count, shown: shown(promises.count) }), href: '#commitments',
    },
    money.total.pledges === 0 ? gap(t('chain.money'), t('chain.no_money')) : {
      kind: t('chain.money'), title: t('chain.disbursed', { amount: formatMoney(language, money.total.net_disbursed, currency) }), href: '#money',
      note: t('chain.pledged', { amount: formatMoney(language, money.total.net_pledged, currency), count: money.total.pledges, shown: shown(money.total.pledges) }),
    },
    first === undefined ? gap(t('chain.decision'), t('chain.no_decision')) : {
      kind: t('chain.decision'), title: <bdi>{first.ref}</bdi>, href: first.kind === 'decision' ? to.decision(first.ref) : to.recommendation(first.ref), note: first.group,
    },
    promises.count === 0 ? gap(t('chain.progress'), t('chain.no_progress')) : {
      kind: t('chain.progress'), title: t('chain.kept', { count: promises.kept, shown: shown(promises.kept), total: shown(promises.count) }), href: to.commitments(named(clause)),
    },
    figure === undefined ? gap(t('chain.figure'), t('chain.no_figure')) : {
      kind: t('chain.figure'), title: t('chain.figure_in', { number: figure.number, report: figure.report_title }), href: to.figure(figure.report, figure.key),
      note: t('chain.counts', { count: figure.commitments, shown: shown(figure.commitments) }),
    },
  ];
  return <Chain label={t('chain.label', { code: clause.code })} stations={stations} />;
}
