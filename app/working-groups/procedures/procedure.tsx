import { formatDayInZone, formatNumber, formatTime } from '#app/languages/format';
import type { Text } from '#app/languages/catalogue';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Facts } from '#app/ui/facts';
import { Head } from '#app/ui/head';
import { Item, List } from '#app/ui/list';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Stats, type Stat } from '#app/ui/stats';
import { Tag, type Tone } from '#app/ui/tag';
import { talliedWords } from '#app/working-groups/decisions/item';
import { decisionTag, meetingTime, seatName, zoneName } from '#app/working-groups/marks';
import { seatsNeeded } from '#app/working-groups/sessions/model';
import { QuorumLine } from '#app/working-groups/sessions/quorum';
import type { ProcedureState } from './model';
import type { ProcedureFacts, ProcedureRow, ShownSeat } from './queries.server';

const tones: Readonly<Record<ProcedureState, Tone>> = { open: 'prog', closed: 'ok', withdrawn: 'none' };
export const procedureTag = (state: ProcedureState, t: Text) => <Tag tone={tones[state]}>{t(`ballot.state.${state}`)}</Tag>;

interface ProcedurePageProps extends Omit<ProcedureFacts, 'seats'> {
  readonly seats: readonly ShownSeat[];
  readonly mayVote: boolean;
  readonly mayWithdraw: boolean;
  readonly ownZone: string | undefined;
}

/** A decision between sessions: what is asked, until when, and what the seats answered. */
export function ProcedurePage(props: ProcedurePageProps) {
  const { procedure, outcome, mayVote, mayWithdraw, ownZone } = props;
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  return (
    <>
      <Crumbs above={[{ href: to.workingGroups(), label: t('groups.title') }, { href: to.workingGroup(procedure.group_ref), label: procedure.group_name }]} here={<bdi>{procedure.ref}</bdi>} />
      <Head tight kick={<>{t('procedure.one')} · <bdi>{procedure.ref}</bdi></>} title={<bdi>{procedure.title}</bdi>} lede={<bdi>{procedure.text}</bdi>}>
        {procedureTag(procedure.state, t)}
        {procedure.state === 'closed' && decisionTag(outcome.status, t)}
        {procedure.visibility !== 'public' && <Tag tone="draft" icon="lock">{t(`visibility.${procedure.visibility}`)}</Tag>}
      </Head>
      <Deadline procedure={procedure} ownZone={ownZone} />
      <div className="spacer" />
      {procedure.state === 'withdrawn' && <Notice tone="none" title={t('procedure.withdrawn')}>{procedure.withdrawn_reason}</Notice>}
      {(mayVote || mayWithdraw) && (
        <p className="row">
          {mayVote && <ButtonLink href={paths.procedureAct(procedure.ref, 'vote')}>{t('procedure.vote')}</ButtonLink>}
          {mayWithdraw && <ButtonLink weight="text" href={paths.procedureAct(procedure.ref, 'withdrawal')}>{t('procedure.withdraw')}</ButtonLink>}
        </p>
      )}
      <Section id="reasons" title={t('procedure.reasons')}>
        {procedure.reasons.split('\n\n').map((paragraph, at) => <p key={at}><bdi>{paragraph}</bdi></p>)}
        <Facts facts={facts()} />
      </Section>
      <Result {...props} />
    </>
  );

  function facts() {
    const link = (ref: string | null, label: string) => (ref === null ? [] : [{ label, value: <a href={to.decision(ref)}>{ref}</a> }]);
    return [
      { label: t('decision.rule'), value: t(`rule.${procedure.rule}`) },
      { label: t('procedure.base'), value: t('procedure.base_text', { count: outcome.quorum.base, shown: formatNumber(language, outcome.quorum.base), day: formatDayInZone(language, procedure.opened_at, procedure.time_zone) }) },
      { label: t('quorum.title'), value: t('procedure.quorum_text', { share: formatNumber(language, procedure.quorum_share), count: seatsNeeded(outcome.quorum), shown: formatNumber(language, seatsNeeded(outcome.quorum)) }) },
      ...link(procedure.supersedes_ref, t('ballot.supersedes')),
      ...link(procedure.decision_ref, t('decision.one')),
    ];
  }
}

function Deadline({ procedure: { opened_at, closes_at, time_zone }, ownZone }: Pick<ProcedurePageProps, 'procedure' | 'ownZone'>) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const zones = [...new Set([time_zone, ...(ownZone === undefined ? [] : [ownZone]), 'UTC'])];
  const ends = zones.map((zone, at): Stat => ({
    key: zone, label: <>{at === 0 && <>{t('procedure.ends')} · </>}<bdi>{zoneName(zone)}</bdi></>,
    value: <time dateTime={closes_at.toISOString()}>{formatTime(language, closes_at, zone)}</time>, notes: [formatDayInZone(language, closes_at, zone)],
  }));
  return <Stats stats={[...ends, { key: 'opened', label: t('procedure.opened'), value: formatTime(language, opened_at, time_zone), notes: [formatDayInZone(language, opened_at, time_zone)] }]} />;
}

const columns: readonly Column<ShownSeat>[] = [
  { id: 'seat', header: (t) => t('seat.of'), cell: (seat, { t, language }) => <bdi>{seatName(seat, t, language)}</bdi> },
  { id: 'vote', header: (t) => t('seat.vote'), cell: ({ vote, words }, { t }) => (vote === null ? <span className="muted">{t('votes.none')}</span> : <span>{t(`vote.${vote}`)}{words !== null && <><br /><span className="small"><bdi>{words}</bdi></span></>}</span>) },
];

/** What came of it; while it is open, only the group sees how it stands. */
function Result({ procedure, outcome, seats }: ProcedurePageProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  if (procedure.state !== 'closed' && !procedure.inside) return procedure.state === 'open' ? <Notice tone="none">{t('procedure.not_told')}</Notice> : null;
  return (
    <Section id="votes" title={t('votes.by_seat')} note={t(procedure.state === 'closed' ? 'decision.how_note' : 'procedure.only_inside')}>
      <QuorumLine quorum={outcome.quorum} />
      <p>{talliedWords(outcome.tally, t, language)}</p>
      {procedure.state === 'closed' && outcome.status === 'provisional' && <Notice tone="warn">{t('decision.provisional_note')}</Notice>}
      <ListTable caption={t('votes.by_seat')} columns={columns} rows={seats} keyOf={(seat) => seat.seat_id} t={t} />
    </Section>
  );
}

interface ProceduresProps {
  readonly procedures: readonly ProcedureRow[];
  /** The address of the form that opens one, for who may. */
  readonly open?: string | undefined;
}

/** The written procedures of a group, as a section of its page. */
export function Procedures({ procedures, open }: ProceduresProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  if (procedures.length === 0 && open === undefined) return null;
  return (
    <Section id="procedures" title={t('procedure.many')} note={t('procedure.note')}>
      {procedures.length === 0 ? <p className="muted">{t('procedure.none')}</p> : (
        <List>
          {procedures.map((one) => (
            <Item key={one.ref} href={paths.in(language).procedure(one.ref)} title={<bdi>{one.title}</bdi>} marks={procedureTag(one.state, t)}
              note={<><bdi>{one.ref}</bdi> · {t('procedure.until', { when: meetingTime({ starts_at: one.closes_at, time_zone: one.time_zone }, t, language) })}</>} />
          ))}
        </List>
      )}
      {open !== undefined && <p><ButtonLink weight="second" href={open}>{t('procedure.open')}</ButtonLink></p>}
    </Section>
  );
}
