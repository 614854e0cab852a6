import { formatList, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Notice } from '#app/ui/notice';
import { howDecided } from '#app/working-groups/decisions/item';
import { decisionTag, seatName } from '#app/working-groups/marks';
import type { RecordDecision } from './record';
import { seatIn, talliedIn, type MinutesView } from './view';

/** The decisions as they were sealed: how they were taken, who was against them, and the dissent in its own words. */
export function Decisions({ minutes }: { readonly minutes: MinutesView }) {
  const t = useText('working-groups');
  if (minutes.record.decisions.length === 0) return <p className="muted">{t('decision.none')}</p>;
  return <ol className="list">{minutes.record.decisions.map((one) => <Decision key={one.ref} minutes={minutes} decision={one} />)}</ol>;
}

function Decision({ minutes: { record, decisions }, decision }: { readonly minutes: MinutesView; readonly decision: RecordDecision }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const how = howDecided({ rule: decision.rule, ...talliedIn(decision) }, t, language);
  const now = decisions[decision.ref];
  const seats = (kinds: readonly string[]) => decision.votes.filter((vote) => kinds.includes(vote.vote)).flatMap((vote) => seatIn(record, vote.seat) ?? []).map((seat) => seatName(seat, t, language));
  const against = seats(['against', 'objection']);
  const { present, base } = decision.quorum;
  return (
    <li>
      <div className="row">
        <h3 id={decision.ref}><a href={paths.in(language).decision(decision.ref)}><span className="nw">{decision.ref}</span></a></h3>
        {decisionTag(decision.status, t)}
        {now !== undefined && now !== decision.status && <span className="tiny muted">{t('minutes.today', { status: t(`decision_status.${now}`) })}</span>}
      </div>
      <p><bdi>{decision.text}</bdi></p>
      <p className="small muted">{decision.item === null ? how : t('decision.on_item', { item: formatNumber(language, decision.item), how })} · {t('quorum.seats', { present: formatNumber(language, present), base: formatNumber(language, base), count: base })}</p>
      {(against.length > 0 || decision.dissent !== null) && (
        <Notice tone="warn" small title={t('decision.dissent')}>{against.length > 0 && t('minutes.against', { names: formatList(language, against) })} {decision.dissent !== null && <bdi>{decision.dissent}</bdi>}</Notice>
      )}
    </li>
  );
}
