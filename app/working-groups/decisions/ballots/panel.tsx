import { SelectField, TextArea, TextField } from '#app/form/field';
import type { Text } from '#app/languages/catalogue';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Item, List } from '#app/ui/list';
import { Tag, type Tone } from '#app/ui/tag';
import { currentItem } from '#app/working-groups/agenda/model';
import { decisionRules } from '#app/working-groups/model';
import { ActForm, useReply, type Desk } from '#app/working-groups/sessions/desk/act-form';
import type { BallotRow, BallotState } from './queries.server';

const tones: Readonly<Record<BallotState, Tone>> = { open: 'prog', closed: 'ok', withdrawn: 'none' };
export const ballotTag = (state: BallotState, t: Text) => <Tag tone={tones[state]}>{t(`ballot.state.${state}`)}</Tag>;

interface BallotPanelProps {
  readonly sessionRef: string;
  readonly ballots: readonly BallotRow[];
}

/** The ballots of a session, each a link to its page: for whoever is in the room. */
export function BallotPanel({ sessionRef, ballots }: BallotPanelProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  if (ballots.length === 0) return <p className="muted">{t('ballot.none')}</p>;
  return (
    <List>
      {ballots.map((ballot) => (
        <Item key={ballot.id} href={paths.ballot(sessionRef, ballot.id)} title={<bdi>{ballot.text}</bdi>} marks={ballotTag(ballot.state, t)}
          note={<>{t('ballot.cast_so_far', { count: ballot.cast, shown: formatNumber(language, ballot.cast) })}{ballot.decision_ref !== null && <> · <a href={paths.in(language).decision(ballot.decision_ref)}>{ballot.decision_ref}</a></>}</>} />
      ))}
    </List>
  );
}

type BallotFields = { text: string; rule: string; supersedes: string };

/** The same on the desk, with the form that opens one on the current item. */
export function BallotDeskPanel({ desk }: { readonly desk: Desk }) {
  const t = useText('working-groups');
  const { field, sent } = useReply<BallotFields>(desk, 'ballots');
  const item = currentItem(desk.agenda);
  const rule = field('rule');
  return (
    <section className="panel" aria-labelledby="ballots">
      <h2 id="ballots">{t('ballot.many')}</h2>
      <BallotPanel sessionRef={desk.session.ref} ballots={desk.ballots} />
      {desk.session.status === 'in_progress' && (
        <details open={sent}>
          <summary>{t('ballot.open')}</summary>
          <ActForm desk={desk} act="ballots" className="flow cap">
            {item !== undefined && <input type="hidden" name="agenda_item_id" value={item.id} />}
            <TextArea {...field('text')} label={t('desk.decision_text')} rows={2} maxLength={4000} required />
            <SelectField {...rule} defaultValue={rule.defaultValue ?? desk.session.decision_rule} label={t('decision.rule')} options={decisionRules.map((one) => ({ value: one, label: t(`rule.${one}`) }))} empty={null} width={20} />
            <TextField {...field('supersedes')} label={t('ballot.supersedes')} hint={t('ballot.supersedes_hint')} width={20} maxLength={20} optional />
            <Button weight="second">{t('ballot.open')}</Button>
          </ActForm>
        </details>
      )}
    </section>
  );
}
