import { RadioField } from '#app/form/choice-field';
import { TextArea } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { useActReply } from '#app/form/acts';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { voteKinds } from '#app/working-groups/decisions/model';
import { seatName } from '#app/working-groups/marks';
import { speakerOf } from '#app/working-groups/sessions/model';
import type { BallotProps } from './ballot';
import { votingSeats } from './model';

/** The viewer's own vote for the seat that they speak for at this moment; what they gave before stands filled in. */
export function OwnVotes(facts: BallotProps) {
  const t = useText('working-groups');
  const { own, room } = facts;
  return (
    <Section id="own" title={t('ballot.own')} note={t('ballot.own_note')}>
      {own.length === 0 && <Notice tone="none">{t('ballot.no_seat_now')}</Notice>}
      {room.seats.filter((seat) => own.includes(seat.seat_id)).map((seat) => <OwnVote key={seat.seat_id} facts={facts} seat_id={seat.seat_id} />)}
    </Section>
  );
}

function OwnVote({ facts, seat_id }: { readonly facts: BallotProps; readonly seat_id: string }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const { field, sent } = useActReply<{ vote: string; words: string }>(facts.reply, 'vote');
  const seat = facts.room.seats.find((one) => one.seat_id === seat_id);
  const given = facts.votes.find((one) => one.seat_id === seat_id);
  const filled = (name: 'vote' | 'words', now: string | null | undefined) => ({ ...field(name), defaultValue: sent ? field(name).defaultValue : (now ?? undefined) });
  return (
    <form method="post" action={paths.ballotAct(facts.session.ref, facts.ballot.id, 'vote')} className="flow measure" noValidate>
      <FormKey />
      <input type="hidden" name="seat_id" value={seat_id} />
      <RadioField {...filled('vote', given?.vote)} row required label={seat === undefined ? t('seat.vote') : t('ballot.vote_for', { seat: seatName(seat, t, language) })} choices={voteKinds.map((value) => ({ value, label: t(`vote.${value}`) }))} />
      <TextArea {...filled('words', given?.words)} label={t('ballot.words')} hint={t('ballot.words_hint')} rows={2} maxLength={4000} optional />
      <Button>{t(given === undefined ? 'ballot.cast' : 'ballot.change')}</Button>
    </form>
  );
}

/** Votes by show of hands: only what is changed here is written, so that what somebody gives meanwhile stays. */
export function HandsForm({ session, ballot, room, votes, reply }: BallotProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const { field, fields, sent } = useActReply<{ seats: { seat_id: string; now: string; words: string }[] }>(reply, 'votes');
  const typed = fields.seats.getFieldList().map((one) => one.getFieldset());
  const seats = votingSeats(room.seats).filter((seat) => speakerOf(seat, room.attendances) !== undefined);
  const { errors } = field('seats');
  if (seats.length === 0) return <p className="muted">{t('desk.nobody_votes')}</p>;
  return (
    <details open={sent}>
      <summary>{t('ballot.hands')}</summary>
      <form method="post" action={paths.ballotAct(session.ref, ballot.id, 'votes')} className="flow cap" noValidate>
        <FormKey />
        {errors?.map((message) => <p key={message} className="err" id="votes-seats">{message}</p>)}
        <ul className="seats">
          {seats.map((seat, at) => {
            const given = votes.find((one) => one.seat_id === seat.seat_id);
            const again = typed.find((one) => one.seat_id.initialValue === seat.seat_id);
            const name = seatName(seat, t, language);
            return (
              <li key={seat.seat_id}>
                <input type="hidden" name={`seats[${at}].seat_id`} value={seat.seat_id} />
                <input type="hidden" name={`seats[${at}].was`} value={given?.vote ?? ''} />
                <label className="choice">
                  <span className="grow"><bdi>{name}</bdi></span>
                  <select className="in in--8" name={`seats[${at}].now`} defaultValue={again?.now.initialValue ?? given?.vote ?? ''}>
                    <option value="">{t('votes.none')}</option>
                    {voteKinds.map((kind) => <option key={kind} value={kind}>{t(`vote.${kind}`)}</option>)}
                  </select>
                </label>
                <input className="in" name={`seats[${at}].words`} defaultValue={again?.words.initialValue ?? given?.words ?? ''} maxLength={200} aria-label={t('ballot.words_of', { seat: name })} placeholder={t('ballot.words')} />
              </li>
            );
          })}
        </ul>
        <Button weight="second">{t('ballot.enter')}</Button>
      </form>
    </details>
  );
}

/** How a ballot ends: closed, which decides, or taken back, which does not. */
export function EndForms({ session, ballot, reply }: BallotProps) {
  const t = useText('working-groups');
  const closing = useActReply<{ dissent: string }>(reply, 'closing');
  const withdrawal = useActReply<{ reason: string }>(reply, 'withdrawal');
  return (
    <>
      <form method="post" action={paths.ballotAct(session.ref, ballot.id, 'closing')} className="flow cap">
        <FormKey />
        <TextArea {...closing.field('dissent')} label={t('decision.dissent')} hint={t('desk.dissent_hint')} rows={2} maxLength={4000} optional />
        <Button>{t('ballot.close')}</Button>
      </form>
      <details open={withdrawal.sent}>
        <summary>{t('ballot.withdraw')}</summary>
        <form method="post" action={paths.ballotAct(session.ref, ballot.id, 'withdrawal')} className="flow cap">
          <FormKey />
          <TextArea {...withdrawal.field('reason')} label={t('ballot.withdraw_reason')} rows={2} maxLength={4000} required />
          <Button weight="second">{t('ballot.withdraw')}</Button>
        </form>
      </details>
    </>
  );
}
