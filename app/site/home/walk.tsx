import { resultSoFar } from '#app/commitments/marks';
import type { LadderSum } from '#app/financing/ladder/model';
import { formatDate, formatMoney, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Chain, type Station } from '#app/ui/chain';
import { Section } from '#app/ui/section';
import { Written } from '#app/ui/written';
import type { Walk } from './model';

interface WalkSectionProps {
  readonly walk: Walk;
  readonly money: LadderSum | undefined;
}

/** The chain of one promise, every station a link. */
export function WalkSection({ walk, money }: WalkSectionProps) {
  const t = useText('site');
  const stations = useStations(walk, money);
  return <Section id="walk" wide title={t('home.walk.title')} note={t('home.walk.note')}><Chain stations={stations} /></Section>;
}

function useStations(walk: Walk, money: LadderSum | undefined): Station[] {
  const words = useText('commitments');
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  const gap = (kind: string, missing: string): Station => ({ kind: t(`chain.${kind}`), title: words(`chain.${missing}`), state: 'gap' });
  const { endorsement, clause, origin, update, figure } = walk;
  return [
    endorsement === null ? gap('endorsement', 'no_endorsement')
      : { kind: t('chain.endorsement'), title: walk.lead, href: to.endorsement(endorsement.ref), note: endorsement.on === null ? t('day_unknown') : t('chain.signed_on', { date: formatDate(language, endorsement.on) }) },
    clause === null ? gap('clause', 'no_clause')
      : { kind: t('chain.clause'), title: `${clause.code} ${clause.title}`, href: to.clause(clause.code, clause.superseded === null ? undefined : { version: clause.superseded }), note: t(clause.working ? 'chain.working_version' : 'chain.official_version', { number: clause.version }) },
    { kind: t('chain.commitment'), title: <Written in={walk.title_language}>{walk.title}</Written>, href: to.commitment(walk.ref), note: <><bdi>{walk.ref}</bdi>{walk.starts_on !== null && walk.ends_on !== null && `, ${walk.starts_on.slice(0, 4)}–${walk.ends_on.slice(0, 4)}`}</> },
    money === undefined || money.pledges === 0 ? gap('money', 'no_money') : {
      kind: t('chain.money'), title: t('chain.disbursed', { amount: formatMoney(language, money.net_disbursed, 'USD') }), href: `${to.commitment(walk.ref)}#money`,
      note: t('chain.pledged', { amount: formatMoney(language, money.net_pledged, 'USD'), count: money.pledges, shown: formatNumber(language, money.pledges) }),
    },
    origin === null ? gap('decision', 'no_decision')
      : { kind: t(`clause.${origin.kind}`), title: <><bdi>{origin.ref}</bdi> <bdi>{beginning(origin.text)}</bdi></>, href: origin.kind === 'decision' ? to.decision(origin.ref) : to.recommendation(origin.ref), note: origin.group },
    update === null ? gap('progress', 'no_progress') : {
      kind: t('chain.progress'), title: resultSoFar(walk.goal ?? undefined, words, language), href: `${to.commitment(walk.ref)}#progress`,
      note: `${update.on === null ? '' : `${formatDate(language, update.on)}, `}${words(`rung.${update.verification}`)}`,
    },
    figure === null ? gap('figure', 'no_figure') : { kind: t('chain.figure'), title: t('chain.figure_in', { number: figure.number, report: figure.title }), href: to.figure(figure.report, figure.key) },
  ];
}

/** Decisions are sentences; in the chain their beginning is enough. */
const longest = 60;
const beginning = (text: string): string => (text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest)).replace(/[\s,;:.]+$/, '')}…`);
