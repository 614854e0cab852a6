import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Icon } from '#app/ui/icon';
import { ownerOf } from '#app/working-groups/actions/table';
import { currentItem, notesOf } from '#app/working-groups/agenda/model';
import { NotedBy } from '#app/working-groups/agenda/noted-by';
import { Treats } from '#app/working-groups/agenda/treats';
import { BallotPanel } from '#app/working-groups/decisions/ballots/panel';
import { decisionTag, sessionTag } from '#app/working-groups/marks';
import { quorumOf } from '#app/working-groups/sessions/model';
import { QuorumFacts, QuorumLine } from '#app/working-groups/sessions/quorum';
import { timingOf } from './model';
import type { NowFacts } from './queries.server';
import { Timer } from './timer';

/** What is happening in a session, the same for everybody who reads one language: told anew, as a whole, whenever it changes. */
export function Now(facts: NowFacts) {
  const { session, ballots, room } = facts;
  const t = useText('working-groups');
  return (
    <div className="desk">
      <div className="flow">
        {session.status === 'in_progress' ? <Current {...facts} /> : <section className="panel"><p>{sessionTag(session.status, t)} {t(session.started_at === null ? 'room.not_begun' : 'room.over')}</p></section>}
        {session.started_at !== null && <section className="panel" aria-labelledby="votes"><h2 id="votes">{t('ballot.many')}</h2><BallotPanel sessionRef={session.ref} ballots={ballots} /></section>}
        {session.started_at !== null && <SoFar {...facts} />}
      </div>
      <div className="flow">
        <Agenda {...facts} />
        {session.started_at !== null && <section className="panel" aria-labelledby="quorum"><h2 id="quorum">{t('desk.quorum')}</h2><QuorumLine quorum={quorumOf(room)} /><QuorumFacts room={room} zone={session.time_zone} /></section>}
      </div>
    </div>
  );
}

function Current({ session, agenda, papers, now }: NowFacts) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const item = currentItem(agenda);
  const timing = session.started_at === null ? undefined : timingOf(agenda, session.started_at);
  if (item === undefined || timing === undefined) return <section className="panel" aria-labelledby="cur"><h2 id="cur" className="h27">{t('desk.all_treated')}</h2><p>{t('room.all_treated')}</p></section>;
  const place = t('desk.item_of', { item: formatNumber(language, agenda.indexOf(item) + 1), all: formatNumber(language, agenda.length) });
  return (
    <section className="panel" aria-labelledby="cur">
      <div className="row row--top">
        <div className="grow">
          <p className="kick">{item.presenter === null ? place : t('desk.presented', { place, presenter: item.presenter })}</p>
          <h2 id="cur" className="h27"><bdi>{item.title}</bdi></h2>
        </div>
        <Timer timing={timing} zone={session.time_zone} now={now} />
      </div>
      <Treats item={item} papers={papers} />
    </section>
  );
}

function Agenda({ session, agenda }: NowFacts) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const current = session.status === 'in_progress' ? currentItem(agenda) : undefined;
  return (
    <section className="panel" aria-labelledby="agenda">
      <h2 id="agenda">{t('agenda.title')}</h2>
      {agenda.length === 0 ? <p className="muted">{t('agenda.none')}</p> : (
        <ol className="agenda">
          {agenda.map((item, at) => (
            <li key={item.id} className={item.outcome !== null ? 'done' : item === current ? 'now' : undefined} aria-current={item === current ? true : undefined}>
              <span>{item.outcome === 'treated' ? <Icon name="ok" /> : <span className="num muted">{formatNumber(language, at + 1)}</span>}</span>
              <span>
                {item === current ? <b><bdi>{item.title}</bdi></b> : <bdi>{item.title}</bdi>}
                <span className="tiny">{item.outcome === null ? (item.minutes === null ? t(`item_kind.${item.kind}`) : t('agenda.minutes', { count: item.minutes, shown: formatNumber(language, item.minutes) })) : t(`outcome.${item.outcome}`)}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Decisions, actions and notes, the latest item first: one sees what has just been written down without looking for it. */
function SoFar({ session, agenda, decisions, actions }: NowFacts) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  const rows = [
    ...decisions.map((one) => ({ key: one.ref, item: one.item, what: <><a href={to.decision(one.ref)}>{one.ref}</a> {decisionTag(one.status, t)}</>, text: one.text })),
    ...actions.map((one) => ({ key: one.id, item: one.item, what: <><a href={to.action(one.ref)}>{one.ref}</a> <span className="muted">{ownerOf(one, { t, language })} · {formatDate(language, one.due_on, 'short')}</span></>, text: one.text })),
    ...notesOf(agenda).map((note) => ({ ...note, what: <span className="muted">{t('desk.note')} · <NotedBy note={note} zone={session.time_zone} /></span> })),
  ].toSorted((a, b) => (b.item ?? 0) - (a.item ?? 0));
  return (
    <section className="panel" aria-labelledby="so-far">
      <h2 id="so-far">{t('desk.so_far')}</h2>
      {rows.length === 0 ? <p className="muted">{t('desk.nothing_yet')}</p> : <ul className="list">{rows.map(({ key, what, text }) => <li key={key}><p className="small">{what}</p><p><bdi>{text}</bdi></p></li>)}</ul>}
    </section>
  );
}
