import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { holdsAnywhere, secretariat } from '#app/access/actor';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { DeskLists } from '#app/commitments/review/desk-lists';
import { dueCommitments, ownCommitments } from '#app/commitments/review/queries.server';
import { textFor } from '#app/languages/catalogues.server';
import { formatDayInZone, formatTime } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { type Due, inOrder } from '#app/records/due/model';
import { DueTable } from '#app/records/due/table';
import { dueUpdates } from '#app/reporting/updates/due.server';
import { dueReviews, dueSections, dueUpdates } from '#app/reporting/updates/queries.server';
import { ButtonLink } from '#app/ui/button';
import { Empty } from '#app/ui/empty';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'signed_in' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  const view = { language: languageOf(request, person), now: context.now };
  const t = textFor(view.language, 'records');
  const [own, commitments, cycles, readings, sections] = await Promise.all([
    ownCommitments(person, view), dueCommitments(person, view), dueUpdates(person, context.now), dueReviews(person), dueSections(person),
  ]);
  const due: Due[] = [
    ...commitments,
    ...cycles.map((cycle) => ({ key: `update ${cycle.ref}`, title: t('my.update', { year: cycle.year }), ref: cycle.ref, href: paths.updates(cycle.ref), why: t('my.update_why', { count: cycle.waiting }), due_on: cycle.due_on, act: t('my.update_act') })),
    ...readings.map(({ cycle, waiting }) => ({ key: `reading ${cycle}`, title: t('my.reading'), ref: cycle, href: paths.cycle(cycle), why: t('my.reading_why', { count: waiting }), due_on: null, act: t('my.reading_act') })),
    ...sections.map(({ report, position, heading }) => ({ key: `section ${report} ${position}`, title: heading, ref: report, href: paths.reportSection(report, position), why: t('my.section_why'), due_on: null, act: t('my.section_act') })),
  ];
  return {
    own, due: inOrder(due), today: dayOf(context.now), now: context.now.toISOString(), zone: person.time_zone, title: t('my.title'),
    speaks: holdsAnywhere(person, ['focal_point', 'deputy_focal_point', 'org_admin', 'country_coordinator', ...secretariat]),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

/** What is due, for all roles in one list; then what is being written and what others are reading. */
export default function My() {
  const { own, due, today, now, zone, title, speaks } = useLoaderData<typeof loader>();
  const t = useText('records');
  const { language } = useLocale();
  return (
    <>
      <Head
        kick={t(zone === 'UTC' ? 'my.clock_utc' : 'my.clock', { day: formatDayInZone(language, now, zone), time: formatTime(language, now, zone), zone, utc: formatTime(language, now, 'UTC') })}
        title={title} lede={due.length === 0 ? t('my.nothing') : t('my.due', { count: due.length })}
      >
        {speaks && <ButtonLink href={paths.newCommitment}>{t('my.log_commitment')}</ButtonLink>}
        {speaks && <ButtonLink weight="second" href={paths.newPledge()}>{t('my.log_pledge')}</ButtonLink>}
      </Head>
      <Section id="due" title={t('due.title')} note={t('due.note')}>
        {due.length === 0 ? <Empty title={t('due.none')}><p>{t('due.none_hint')}</p></Empty> : <DueTable items={due} today={today} />}
      </Section>
      <DeskLists own={own} />
    </>
  );
}
