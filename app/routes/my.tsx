import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { holdsAnywhere, secretariat } from '#app/access/actor';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { dueGaps } from '#app/commitments/gaps/queries.server';
import { duePartnerships } from '#app/commitments/partners/queries.server';
import { DeskLists } from '#app/commitments/review/desk-lists';
import { dueCommitments, ownCommitments } from '#app/commitments/review/queries.server';
import { dueTranslations } from '#app/commitments/translations/due.server';
import { textFor } from '#app/languages/catalogues.server';
import { formatDayInZone, formatTime } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { inOrder } from '#app/records/due/model';
import { DueTable } from '#app/records/due/table';
import { dueTranches } from '#app/financing/tranches/due.server';
import { dueComments } from '#app/frameworks/consultations/comments/queries.server';
import { dueHandovers } from '#app/handovers/queries.server';
import { dueAdherences } from '#app/members/adherences/queries.server';
import { dueApplications } from '#app/members/applications/queries.server';
import { suspensionsOf } from '#app/members/memberships/queries.server';
import { OwnReportLink } from '#app/reporting/own-reports/link';
import { reportsOnOwn } from '#app/reporting/own-reports/subjects.server';
import { dueUpdates } from '#app/reporting/updates/due.server';
import { dueActions } from '#app/working-groups/actions/due.server';
import { dueResponses } from '#app/working-groups/responses/due.server';
import { duePlatforms } from '#app/registries/platforms/due.server';
import { dueExchange } from '#app/countries/due.server';
import { dueReceipts } from '#app/financing/reconciliation/due.server';
import { dueInvitations } from '#app/working-groups/invitations/due.server';
import { ButtonLink } from '#app/ui/button';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'signed_in' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  const view = { language: languageOf(request, person), now: context.now };
  const [own, ...due] = await Promise.all([ownCommitments(person, view), dueCommitments(person, view), dueUpdates(person, view), dueApplications(person, view), dueHandovers(person, view), dueExchange(person, view), dueAdherences(person, view), dueComments(person, view), duePlatforms(person, view), duePartnerships(person, view), dueGaps(person, view), dueTranches(person, view), dueReceipts(person, view), dueTranslations(person, view), dueActions(person, view), dueInvitations(person, view), dueResponses(person, view)]);
  return {
    reports: await reportsOnOwn(person, view), suspensions: await suspensionsOf(person, view),
    own, due: inOrder(due.flat()), today: dayOf(context.now), now: context.now.toISOString(), zone: person.time_zone, title: textFor(view.language, 'records')('my.title'),
    speaks: holdsAnywhere(person, ['focal_point', 'deputy_focal_point', 'org_admin', 'country_coordinator', ...secretariat]),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

/** What is due, for all roles in one list; then what is being written and what others are reading. */
export default function My() {
  const { suspensions, reports, own, due, today, now, zone, title, speaks } = useLoaderData<typeof loader>();
  const t = useText('records');
  const members = useText('members');
  const financing = useText('financing');
  const following = useText('following');
  const groups = useText('working-groups');
  const { language } = useLocale();
  return (
    <>
      <Head
        kick={t(zone === 'UTC' ? 'my.clock_utc' : 'my.clock', { day: formatDayInZone(language, now, zone), time: formatTime(language, now, zone), zone, utc: formatTime(language, now, 'UTC') })}
        title={title} lede={due.length === 0 ? t('my.nothing') : t('my.due', { count: due.length })}
      >
        {speaks && <ButtonLink href={paths.newCommitment}>{t('my.log_commitment')}</ButtonLink>}
        {speaks && <ButtonLink weight="second" href={paths.newPledge()}>{t('my.log_pledge')}</ButtonLink>}
        {speaks && <ButtonLink weight="text" href={paths.workbook}>{t('my.workbook')}</ButtonLink>}
        {speaks && <ButtonLink weight="text" href={paths.receipts()}>{financing('reconciliation.title')}</ButtonLink>}
        <ButtonLink weight="text" href={paths.in(language).actions({ whose: 'mine', status: 'todo', sort: 'due' })}>{groups('actions.board')}</ButtonLink>
        <ButtonLink weight="text" href={paths.following}>{following('title')}</ButtonLink>
        <ButtonLink weight="text" href={paths.myCalendar()}>{groups('calendar.title')}</ButtonLink>
      </Head>
      {suspensions.map(({ ref, name, reason }) => <Notice key={ref} tone="warn" title={members('membership.suspended', { name })}><span dir="auto">{reason}</span></Notice>)}
      {reports.map((report) => <OwnReportLink key={`${report.kind} ${report.code}`} report={report} />)}
      <Section id="due" title={t('due.title')} note={t('due.note')}>
        {due.length === 0 ? <Empty title={t('due.none')}><p>{t('due.none_hint')}</p></Empty> : <DueTable items={due} today={today} />}
      </Section>
      <DeskLists own={own} />
    </>
  );
}
