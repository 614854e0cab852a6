import { formatNumber } from '#app/languages/format';
import type { Text } from '#app/languages/catalogue';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Notice } from '#app/ui/notice';
import { decisionTag } from '#app/working-groups/marks';
import type { Tally } from './model';
import type { DecisionRecord } from './queries.server';

/** “by consensus, no objection”, “by majority of the votes cast: 11 for, 3 against, 1 abstained”: derived from the votes. */
export function howDecided(decision: Pick<DecisionRecord, 'rule' | 'votes_for' | 'votes_against' | 'objections' | 'abstentions'>, t: Text, language: Language): string {
  const { votes_for, votes_against, objections, abstentions } = decision;
  const rule = t(`by_rule.${decision.rule}`);
  if (votes_for + votes_against + objections + abstentions === 0) return t('decision.no_vote', { rule });
  return t('decision.voted', { rule, tally: talliedWords({ for: votes_for, against: votes_against, objection: objections, abstain: abstentions }, t, language) });
}

/** “11 for, 3 against, 1 abstained”. */
export function talliedWords(tally: Tally, t: Text, language: Language): string {
  const said = (kind: keyof Tally) => t(`votes.${kind}`, { count: tally[kind], shown: formatNumber(language, tally[kind]) });
  return (['for', 'against', 'objection', 'abstain'] as const).filter((kind) => kind === 'for' || kind === 'against' || tally[kind] > 0).map(said).join(t('votes.separator'));
}

/** Decisions one under the other, each with how it was taken and with its dissent. */
export function DecisionList({ decisions }: { readonly decisions: readonly DecisionRecord[] }) {
  const t = useText('working-groups');
  if (decisions.length === 0) return <p className="muted">{t('decision.none')}</p>;
  return (
    <ol className="list">
      {decisions.map((decision) => <DecisionItem key={decision.ref} decision={decision} />)}
    </ol>
  );
}

function DecisionItem({ decision }: { readonly decision: DecisionRecord }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  return (
    <li>
      <div className="row">
        <h3 id={decision.ref}>
          <a href={paths.in(language).decision(decision.ref)}><span className="nw">{decision.ref}</span></a> {decision.item_title !== null && <bdi>{decision.item_title}</bdi>}
        </h3>
        {decisionTag(decision.status, t)}
      </div>
      <p><bdi>{decision.text}</bdi></p>
      <p className="small muted">{decision.item === null ? howDecided(decision, t, language) : t('decision.on_item', { item: formatNumber(language, decision.item), how: howDecided(decision, t, language) })}</p>
      {decision.dissent !== null && <Notice tone="warn" small title={t('decision.dissent')}>{decision.dissent}</Notice>}
    </li>
  );
}
