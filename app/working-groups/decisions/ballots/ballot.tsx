import { useOutletContext } from '@remix-run/react';
import { errorsOfReply, type ActReply } from '#app/form/acts';
import { ErrorSummary } from '#app/form/error-summary';
import { useLocale, useText } from '#app/languages/text';
import { paths, type BallotAct } from '#app/paths';
import { ListTable } from '#app/table/table';
import type { Column } from '#app/table/column';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { carries, statusOf, tallyOf } from '#app/working-groups/decisions/model';
import { talliedWords } from '#app/working-groups/decisions/item';
import { decisionTag, seatName } from '#app/working-groups/marks';
import { quorumOf, speakerOf } from '#app/working-groups/sessions/model';
import { QuorumLine } from '#app/working-groups/sessions/quorum';
import type { PresentSeat } from '#app/working-groups/sessions/record.server';
import { HandsForm, EndForms, OwnVotes } from './forms';
import { countedVotes, votingSeats } from './model';
import { ballotTag } from './panel';
import type { BallotFacts, BallotVote } from './queries.server';

export interface BallotProps extends BallotFacts {
  readonly reply: ActReply<BallotAct> | undefined;
}

/** A ballot of a session: the text, one's own vote, how every seat stands, and for who leads it how it ends. */
export function BallotPage({ reply }: { readonly reply?: ActReply<BallotAct> }) {
  const facts: BallotProps = { ...useOutletContext<BallotFacts>(), reply };
  const { session, ballot, leads } = facts;
  const t = useText('working-groups');
  const { language } = useLocale();
  const open = ballot.state === 'open';
  const up = leads ? { href: paths.sessionDesk(session.ref), label: t('desk.of', { name: session.ref }) } : { href: paths.in(language).session(session.ref), label: session.ref };
  return (
    <>
      <Crumbs above={[up]} here={t('ballot.one')} />
      <ErrorSummary errors={errorsOfReply(reply)} />
      <Head tight kick={<>{session.group_name} · <bdi>{session.ref}</bdi></>} title={t('ballot.one')} lede={<bdi>{ballot.text}</bdi>}>
        {ballotTag(ballot.state, t)}
        <span className="small muted">{t(`rule.${ballot.rule}`)}</span>
      </Head>
      <Standing {...facts} />
      {open && <OwnVotes {...facts} />}
      <Section id="seats" title={t('votes.by_seat')} note={t('ballot.seats_note')}>
        <SeatVotes {...facts} />
      </Section>
      {open && leads && (
        <Section id="lead" title={t('ballot.lead')} note={t('ballot.lead_note')}>
          <HandsForm {...facts} />
          <EndForms {...facts} />
        </Section>
      )}
    </>
  );
}

/** How it stands at this moment, or what became of it. */
function Standing({ ballot, room, votes, session }: BallotFacts) {
  const t = useText('working-groups');
  const { language } = useLocale();
  if (ballot.state === 'withdrawn') return <Notice tone="none" title={t('ballot.withdrawn')}>{ballot.withdrawn_reason}</Notice>;
  if (ballot.decision_ref !== null) return <Notice title={t('ballot.closed')}><a href={paths.in(language).decision(ballot.decision_ref)}>{t('decision.titled', { ref: ballot.decision_ref })}</a></Notice>;
  const quorum = quorumOf(room);
  const tally = tallyOf(countedVotes(room, votes));
  return (
    <Section id="stands" title={t('ballot.stands')} note={t('ballot.stands_note')}>
      <QuorumLine quorum={quorum} />
      <p>{talliedWords(tally, t, language)}</p>
      <p>{t('ballot.closed_now')} {decisionTag(statusOf(carries(ballot.rule, tally), quorum.met), t)}</p>
      {ballot.supersedes_ref !== null && <p>{t('ballot.supersedes')}: <a href={paths.in(language).decision(ballot.supersedes_ref)}>{ballot.supersedes_ref}</a></p>}
      {session.status !== 'in_progress' && <p className="muted">{t('reasons.not_in_this_state')}</p>}
    </Section>
  );
}

interface SeatVote {
  readonly seat: PresentSeat;
  readonly speaker: string | undefined;
  readonly vote: BallotVote | undefined;
  readonly counts: boolean;
}

const columns: readonly Column<SeatVote>[] = [
  { id: 'seat', header: (t) => t('seat.of'), cell: ({ seat }, { t, language }) => <bdi>{seatName(seat, t, language)}</bdi> },
  {
    id: 'speaker', header: (t) => t('ballot.speaker'),
    cell: ({ seat, speaker }, { t }) => (speaker === undefined ? <span className="muted">{t('presence.absent')}</span> : t(speaker === seat.holder_id ? 'ballot.holder' : 'ballot.alternate')),
  },
  {
    id: 'vote', header: (t) => t('seat.vote'),
    cell: ({ vote, counts }, { t }) => (vote === undefined ? <span className="muted">{t('votes.none')}</span> : (
      <span>
        {t(`vote.${vote.vote}`)}
        {vote.entered && <span className="muted"> · {t('ballot.by_hands')}</span>}
        {!counts && <span className="muted"> · {t('ballot.not_counted')}</span>}
        {vote.words !== null && <><br /><span className="small"><bdi>{vote.words}</bdi></span></>}
      </span>
    )),
  },
];

function SeatVotes({ room, votes, ballot }: BallotFacts) {
  const t = useText('working-groups');
  const counted = countedVotes(room, votes);
  const rows = votingSeats(room.seats).map((seat): SeatVote => {
    const vote = votes.find((one) => one.seat_id === seat.seat_id);
    return { seat, speaker: speakerOf(seat, room.attendances), vote, counts: ballot.state !== 'open' || vote === undefined || counted.includes(vote) };
  });
  return <ListTable caption={t('votes.by_seat')} columns={columns} rows={rows} keyOf={(row) => row.seat.seat_id} t={t} />;
}
