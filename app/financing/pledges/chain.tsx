import type { CommitmentRecord } from '#app/commitments/record/model';
import { clauseHref } from '#app/commitments/record/links';
import { formatDate, formatMoney, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Chain, type Station } from '#app/ui/chain';
import type { PledgeRow } from './queries.server';

/** The chain that a pledge is part of, in both directions from the money: what it serves, where that came from, where it is told. */
export type ChainFacts = Pick<CommitmentRecord, 'ref' | 'text' | 'nodes' | 'endorsements' | 'origin' | 'updates' | 'figures'>;

interface PledgeChainProps {
  readonly pledge: PledgeRow;
  /** Of the commitment that it is for, where the reader may see it. */
  readonly commitment: ChainFacts | undefined;
}

/** Seven stations in a fixed order; what is not linked stays visible as a gap. */
export function PledgeChain({ pledge, commitment }: PledgeChainProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const to = paths.in(language);
  const more = (count: number) => (count > 1 ? t('chain.more', { count: count - 1, shown: formatNumber(language, count - 1) }) : undefined);
  const station = (kind: string, found: Omit<Station, 'kind'> | undefined): Station =>
    found === undefined ? { kind: t(`chain.${kind}`), title: t(`chain.no_${kind}`), state: 'gap' } : { kind: t(`chain.${kind}`), ...found };
  const { nodes = [], endorsements = [], updates = [], figures = [], origin } = commitment ?? {};
  const [endorsement, node, update, figure] = [endorsements[0], nodes[0], updates[0], figures[0]];
  return (
    <Chain label={t('pledge.chain')} stations={[
      station('endorsement', endorsement && { title: endorsement.framework, href: to.endorsement(endorsement.ref), note: endorsement.endorsed_on === null ? t('frameworks:day_unknown') : formatDate(language, endorsement.endorsed_on) }),
      station('clause', node && { title: `${node.code} ${node.title}`, href: clauseHref(language, node), note: more(nodes.length) }),
      station('commitment', commitment && { title: commitment.text.title, href: to.commitment(commitment.ref), note: commitment.ref }),
      { kind: t('chain.money'), title: formatMoney(language, pledge.ladder.pledged, pledge.currency), note: pledge.ref, state: 'here' },
      station('decision', origin && { title: origin.ref, href: origin.kind === 'decision' ? to.decision(origin.ref) : to.recommendation(origin.ref), note: origin.group }),
      station('progress', update && commitment && { title: t('chain.update', { year: String(update.year) }), href: `${to.commitment(commitment.ref)}#history`, note: more(updates.length) }),
      station('figure', figure && { title: `${figure.report_title}, ${figure.number}`, href: to.figure(figure.report, figure.key), note: more(figures.length) }),
    ]} />
  );
}
