import type { SubmissionResult } from '@conform-to/react';
import { useOutletContext } from '@remix-run/react';
import { errorsOfReply } from '#app/form/acts';
import { ErrorSummary } from '#app/form/error-summary';
import { summaryOf } from '#app/form/summary';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import { isOverdue } from '#app/working-groups/actions/model';
import { actionColumns } from '#app/working-groups/actions/table';
import { Recommendations } from '#app/working-groups/group';
import { meetingTime, sessionTag } from '#app/working-groups/marks';
import { PlanForm } from './plan-form';
import type { GroupDeskFacts } from './queries.server';
import { RecommendForm } from './recommend-form';

/** What a form of the desk was answered: shown at that form, with what was typed. */
export interface GroupReply {
  readonly act: 'sessions' | 'recommendations';
  readonly result: SubmissionResult<string[]> | undefined;
}

/** The desk of a group: what is under way, what is still to do, the next session, a recommendation. */
export function GroupDesk({ reply }: { readonly reply?: GroupReply }) {
  const desk = useOutletContext<GroupDeskFacts>();
  const { group, actions, today } = desk;
  const t = useText('working-groups');
  const { language } = useLocale();
  const to = paths.in(language);
  const late = actions.filter((one) => isOverdue(one, today)).length;
  const resultOf = (act: GroupReply['act']) => (reply?.act === act ? reply.result : undefined);
  return (
    <>
      <ErrorSummary errors={reply?.act === 'recommendations' ? errorsOfReply({ act: 'recommend', result: reply.result }) : summaryOf(reply?.result?.error ?? {})} />
      <Crumbs above={[{ href: to.workingGroup(group.ref), label: group.name }]} here={t('desk.group')} />
      <Head tight title={t('desk.of', { name: group.name })} lede={t('desk.group_lede', { count: actions.length, shown: formatNumber(language, actions.length), late: formatNumber(language, late) })}>
        <ButtonLink weight="second" href={paths.groupProposals(group.ref)}>{t('backlog.open_count', { count: desk.proposals.filter((one) => one.why === 'backlog').length, shown: formatNumber(language, desk.proposals.filter((one) => one.why === 'backlog').length) })}</ButtonLink>
        <ButtonLink weight="second" href={paths.groupSeats(group.ref)}>{t('seats.standing')}</ButtonLink>
        {desk.handsOver && <ButtonLink weight="second" href={paths.groupChair(group.ref)}>{t('chair.hand_over')}</ButtonLink>}
      </Head>
      <Section id="underway" title={t('desk.underway')}>
        {desk.underway.length === 0 ? <p className="muted">{t('desk.nothing_underway')}</p> : (
          <List>
            {desk.underway.map((session) => (
              <Item key={session.ref} href={paths.sessionDesk(session.ref)} title={<bdi>{session.title}</bdi>} marks={sessionTag(session.status, t)} note={<><bdi>{session.ref}</bdi> · {meetingTime(session, t, language)}</>} />
            ))}
          </List>
        )}
      </Section>
      <Section id="actions" title={t('desk.open_actions')} note={t('action.note')}>
        {actions.length === 0 ? <p className="muted">{t('action.none_open')}</p> : <ListTable caption={t('desk.open_actions')} columns={actionColumns(today)} rows={actions} keyOf={(row) => row.id} t={t} />}
      </Section>
      <Section id="plan" title={t('plan.title')} note={t('plan.note', { cadence: t(`cadence.${group.cadence}`), count: group.notice_days, shown: formatNumber(language, group.notice_days) })}>
        <PlanForm desk={desk} lastResult={resultOf('sessions')} />
      </Section>
      <p className="small pb-32"><a href={paths.pastMeeting(group.ref)}>{t('minutes.past')}</a></p>
      <Section id="recommend" title={t('recommend.title')} note={t('recommend.note')}>
        <Recommendations recommendations={desk.recommendations} />
        {desk.grounds.length === 0 ? <p className="muted">{t('recommend.no_grounds')}</p> : (
          <details open={resultOf('recommendations') !== undefined}>
            <summary>{t('recommend.open')}</summary>
            <RecommendForm desk={desk} lastResult={resultOf('recommendations')} />
          </details>
        )}
      </Section>
    </>
  );
}
