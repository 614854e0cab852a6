import { SelectField, TextArea, TextField } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { Button } from '#app/ui/button';
import { Icon } from '#app/ui/icon';
import { Notice } from '#app/ui/notice';
import { voteKinds } from '#app/working-groups/decisions/model';
import { seatName } from '#app/working-groups/marks';
import { decisionRules } from '#app/working-groups/model';
import { quorumOf, speakerOf } from '#app/working-groups/sessions/model';
import type { AgendaItem } from '#app/working-groups/sessions/record.server';
import { ActForm, fieldId, useReply, type Desk } from './act-form';

type DecisionFields = {
  text: string;
  rule: string;
  dissent: string;
  supersedes: string;
  votes: { seat_id: string; vote: string }[];
};

/** A decision on the current item. WG-5: a vote is given by seat, by who speaks for it now; WG-4: without quorum it is provisional, and says so before. */
export function DecisionForm({ desk, item }: { readonly desk: Desk; readonly item: AgendaItem | undefined }) {
  const t = useText('working-groups');
  const { field } = useReply<DecisionFields>(desk, 'decisions');
  const { session, room } = desk;
  const met = quorumOf(room).met;
  const rule = field('rule');
  return (
    <ActForm desk={desk} act="decisions" className="flow cap">
      <h3><Icon name="plus" /> {t('decision.one')}</h3>
      {item !== undefined && <input type="hidden" name="agenda_item_id" value={item.id} />}
      {!met && <Notice tone="warn" small>{t('desk.without_quorum')}</Notice>}
      <TextArea {...field('text')} label={t('desk.decision_text')} rows={2} maxLength={4000} required />
      <SelectField {...rule} defaultValue={rule.defaultValue ?? session.decision_rule} label={t('decision.rule')} options={decisionRules.map((one) => ({ value: one, label: t(`rule.${one}`) }))} empty={null} width={20} />
      <Votes desk={desk} />
      <TextArea {...field('dissent')} label={t('decision.dissent')} hint={t('desk.dissent_hint')} rows={2} maxLength={4000} optional />
      <TextField {...field('supersedes')} label={t('ballot.supersedes')} hint={t('ballot.supersedes_hint')} width={20} maxLength={20} optional />
      <Button>{t('desk.record_decision')}</Button>
    </ActForm>
  );
}

function Votes({ desk }: { readonly desk: Desk }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const { fields, field, sent } = useReply<DecisionFields>(desk, 'decisions');
  const seats = desk.room.seats.filter((seat) => seat.voting && !seat.on_leave && speakerOf(seat, desk.room.attendances) !== undefined);
  const typed = fields.votes.getFieldList().map((one) => one.getFieldset());
  const { errors } = field('votes');
  if (seats.length === 0) return <p className="small muted">{t('desk.nobody_votes')}</p>;
  return (
    <details open={sent || errors !== undefined} id={fieldId('decisions', 'votes')}>
      <summary>{t('votes.by_seat')}</summary>
      {errors?.map((message) => <p key={message} className="err">{message}</p>)}
      <ul className="seats">
        {seats.map((seat, at) => (
          <li key={seat.seat_id}>
            <input type="hidden" name={`votes[${at}].seat_id`} value={seat.seat_id} />
            <label className="choice">
              <span className="grow"><bdi>{seatName(seat, t, language)}</bdi></span>
              <select className="in in--8" name={`votes[${at}].vote`} defaultValue={typed.find((one) => one.seat_id.initialValue === seat.seat_id)?.vote.initialValue ?? ''}>
                <option value="">{t('votes.none')}</option>
                {voteKinds.map((kind) => <option key={kind} value={kind}>{t(`vote.${kind}`)}</option>)}
              </select>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
