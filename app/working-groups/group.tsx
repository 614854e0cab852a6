import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ListTable } from '#app/table/table';
import { Chips } from '#app/ui/chips';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import { Stats } from '#app/ui/stats';
import { AnsweringCommitments } from './answers/list';
import type { AnsweringCommitment } from './answers/queries.server';
import type { ArcMonth } from './arc/model';
import { ArcSection } from './arc/section';
import { DecisionList } from './decisions/item';
import type { DecisionRecord } from './decisions/queries.server';
import type { Coverage } from './dimensions/model';
import { CoverageSection } from './dimensions/section';
import type { GroupClause } from './life/queries.server';
import { LifeSection, Standing, type LifeFacts } from './life/section';
import { groupTag, meetingTime, recommendationTag, sessionTag } from './marks';
import { MeetingsSection } from './meetings/list';
import type { MeetingRow } from './meetings/queries.server';
import { Procedures } from './procedures/procedure';
import type { ProcedureRow } from './procedures/queries.server';
import type { GroupRecord, SeatRow } from './queries.server';
import type { RecommendationRow } from './recommendations/queries.server';
import { seatColumns } from './seats';
import type { SessionRow } from './sessions/queries.server';
import { TermsSection } from './terms/section';

export interface GroupFacts {
  readonly group: GroupRecord;
  /** Of a plenary group. */
  readonly meetings: readonly MeetingRow[];
  /** Whether the viewer plans its meetings. */
  readonly plans: boolean;
  readonly seats: readonly SeatRow[];
  /** Latest first. */
  readonly sessions: readonly SessionRow[];
  readonly decisions: readonly DecisionRecord[];
  readonly recommendations: readonly RecommendationRow[];
  readonly commitments: readonly AnsweringCommitment[];
  readonly procedures: readonly ProcedureRow[];
  readonly coverage: readonly Coverage[];
  readonly arc: readonly ArcMonth[];
  readonly life: LifeFacts;
  readonly clauses: readonly GroupClause[];
  readonly today: string;
  /** Whether the viewer leads the group. */
  readonly leads: boolean;
  /** Whether the viewer is in the room of the group. */
  readonly inside: boolean;
}

/** How many records of a kind a group's page shows; the registers hold them all. */
const most = 6;

/** A working group: what it is for, who sits in it, when it meets, what came of it. */
export function GroupPage({ group, meetings, plans, seats, sessions, decisions, procedures, coverage, arc, life, clauses, today, recommendations, commitments, leads, inside }: GroupFacts) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  const foreign = group.language === language ? undefined : group.language;
  const ahead = sessions.filter((one) => ['draft', 'convened', 'in_progress'].includes(one.status)).toReversed();
  const past = sessions.filter((one) => !ahead.includes(one));
  const statOf = (key: string, count: number) => ({ key, label: t(`group.stat.${key}`), value: formatNumber(language, count) });
  return (
    <>
      <Crumbs above={[{ href: to.workingGroups(), label: t('groups.title') }]} here={<bdi>{group.ref}</bdi>} />
      <Head tight kick={<>{group.coalition} · <bdi>{group.ref}</bdi></>} title={<span lang={foreign}>{group.name}</span>} lede={group.mandate === null ? undefined : <span lang={foreign} dir="auto">{group.mandate}</span>}>
        {groupTag(group.status, t)}
        <span className="small muted">{t(`group_kind.${group.kind}`)}</span>
        {leads && <a href={paths.groupDesk(group.ref)}>{t('desk.open_group')}</a>}
        {inside && <a href={paths.groupProposals(group.ref)}>{t('backlog.title')}</a>}
      </Head>
      <Standing group={group} life={life} />
      <Stats stats={[statOf('seats', group.seats), statOf('held', group.held), statOf('decisions', group.decisions), statOf('commitments', commitments.length)]} />
      <div className="spacer" />
      {clauses.length > 0 && <div className="pt-16 pb-24"><Chips label={t('charter.clauses')} chips={clauses.map(({ code, title }) => ({ href: to.clause(code), label: `${code} · ${title}` }))} /></div>}
      <TermsSection group={group} />
      <CoverageSection group={group} coverage={coverage} today={today} keep={leads ? paths.groupDimensions(group.ref) : undefined} />
      <MeetingsSection meetings={meetings} plan={plans ? paths.newMeeting(group.ref) : undefined} />
      <ArcSection group={group} months={arc} today={today} plans={leads} />
      <Section id="sessions" title={t('sessions.title')} note={<a href={to.sessions({ group: group.ref })}>{t('group.all_sessions')}</a>}>
        <h3>{t('group.ahead')}</h3>
        <Sessions sessions={ahead} none={t('group.none_ahead')} />
        <p className="small"><a href={to.groupCalendar(group.ref)}>{t('calendar.of_group')}</a></p>
        <h3>{t('group.past')}</h3>
        <Sessions sessions={past.slice(0, most)} none={t('group.none_past')} />
      </Section>
      <Section id="decisions" title={t('decisions.title')} note={<a href={to.decisions({ group: group.ref })}>{t('group.all_decisions')}</a>}>
        <DecisionList decisions={decisions.slice(0, most)} />
      </Section>
      <Procedures procedures={procedures} open={leads ? paths.groupProcedures(group.ref) : undefined} />
      <Section id="recommendations" title={t('recommendation.many')} note={t('recommendation.note')}>
        <Recommendations recommendations={recommendations} />
      </Section>
      <Section id="commitments" title={t('answers.title')} note={t('answers.note')}>
        <AnsweringCommitments commitments={commitments} withOrigin />
      </Section>
      <Section id="seats" title={t('seat.many')} note={t('seat.note')} wide>
        <ListTable caption={t('seat.many')} columns={seatColumns} rows={seats} keyOf={(row) => row.id} t={t} />
      </Section>
      <LifeSection group={group} steps={life.steps} />
    </>
  );
}

function Sessions({ sessions, none }: { readonly sessions: readonly SessionRow[]; readonly none: string }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  if (sessions.length === 0) return <p className="muted">{none}</p>;
  return (
    <List>
      {sessions.map((session) => (
        <Item key={session.ref} href={paths.in(language).session(session.ref)} title={<bdi>{session.title}</bdi>} marks={sessionTag(session.status, t)}
          note={<><bdi>{session.ref}</bdi> · {meetingTime(session, t, language)}</>} />
      ))}
    </List>
  );
}

export function Recommendations({ recommendations }: { readonly recommendations: readonly RecommendationRow[] }) {
  const t = useText('working-groups');
  const { language } = useLocale();
  if (recommendations.length === 0) return <p className="muted">{t('recommendation.none')}</p>;
  return (
    <List>
      {recommendations.map(({ ref, title, status }) => (
        <Item key={ref} href={paths.in(language).recommendation(ref)} title={<bdi>{title}</bdi>} marks={recommendationTag(status, t)} note={<bdi>{ref}</bdi>} />
      ))}
    </List>
  );
}
