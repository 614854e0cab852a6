import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { answerWithinWorkingDays } from '#app/commitments/model';
import { addWorkingDays } from '#app/commitments/review/model';
import { textFor } from '#app/languages/catalogues.server';
import { formatNumber } from '#app/languages/format';
import { paths } from '#app/paths';
import { database } from '#app/platform/database.server';
import type { Due } from '#app/records/due/model';
import { openCycles } from '#app/reporting/cycles/day.server';
import { expectedIn } from '#app/reporting/cycles/expected.server';
import { repliesToGive, reportsToApprove } from '#app/reporting/reports/due.server';
import { isTold } from '#app/reporting/sections/told.server';
import { dueContests } from '#app/reporting/verification/due.server';
import { isSpokenFor, type View } from './queries.server';

/** What waits for the viewer in reporting: updates to send, updates to read, contests to answer or to settle, sections to write, replies to give, reports to approve. One line for each cycle, not for each record. */
export async function dueUpdates(viewer: Actor, view: View): Promise<Due[]> {
  if (viewer.kind !== 'person') return [];
  return (await Promise.all([updatesToSend(viewer, view), updatesToRead(viewer, view), sectionsToWrite(viewer, view), dueContests(viewer, view), repliesToGive(viewer, view), reportsToApprove(viewer, view)])).flat();
}

async function updatesToSend(viewer: Actor, { language, now }: View): Promise<Due[]> {
  const t = textFor(language, 'reporting');
  const open = await openCycles(database(), now);
  const counted = await Promise.all(open.map(async (cycle) => {
    const found = await sql<{ waiting: number; returned: number }>`
      select count(*)::int as waiting, count(*) filter (where u.status = 'returned')::int as returned
      from commitments c left join progress_updates u on u.commitment_id = c.id and u.cycle_id = ${cycle.id}
      where ${expectedIn(cycle)} and ${isSpokenFor(viewer)} and c.status = 'published' and coalesce(u.status, 'draft') in ('draft', 'returned')`.execute(database());
    return { ...cycle, ...(found.rows[0] ?? { waiting: 0, returned: 0 }) };
  }));
  return counted.filter((cycle) => cycle.waiting > 0).map(({ ref, year, due_on, waiting, returned }) => ({
    key: `updates ${ref}`, ref, href: paths.updates(ref), due_on, title: t('updates.page', { year }), act: t('due.answer'),
    why: returned > 0 ? t('due.returned', { count: returned, shown: formatNumber(language, returned, 0), waiting: formatNumber(language, waiting, 0) }) : t('due.waiting', { count: waiting, shown: formatNumber(language, waiting, 0) }),
  }));
}

async function updatesToRead(viewer: Actor & { readonly kind: 'person' }, { language }: View): Promise<Due[]> {
  const t = textFor(language, 'reporting');
  const reading = viewer.roles.filter((role) => ['secretariat_lead', 'secretariat_officer', 'reviewer'].includes(role.role));
  if (reading.length === 0) return [];
  const coalitions = reading.flatMap((role) => role.coalition_id ?? []);
  const everywhere = reading.some((role) => role.coalition_id === null && role.organisation_id === null && role.country_iso2 === null && role.working_group_id === null);
  const found = await sql<{ ref: string; year: number; waiting: number; oldest: string }>`
    select y.ref, y.year, count(*)::int as waiting, to_char(min(u.submitted_at) at time zone 'UTC', 'YYYY-MM-DD') as oldest
    from progress_updates u join cycles y on y.id = u.cycle_id join commitments c on c.id = u.commitment_id
    where u.status = 'submitted' and u.written_by is distinct from ${viewer.id}::uuid and (${everywhere} or c.coalition_id = any(${coalitions}::uuid[])) group by y.ref, y.year`.execute(database());
  return found.rows.map(({ ref, year, waiting, oldest }) => ({
    key: `reviews ${ref}`, ref, href: `${paths.cycle(ref)}#review`, due_on: addWorkingDays(oldest, answerWithinWorkingDays), title: t('review.title'), act: t('due.read'),
    why: t('due.reading', { count: waiting, shown: formatNumber(language, waiting, 0), year }),
  }));
}

async function sectionsToWrite(viewer: Actor & { readonly kind: 'person' }, { language }: View): Promise<Due[]> {
  const t = textFor(language, 'reporting');
  const found = await sql<{ id: string; ref: string; position: number; kind: string; heading: string; lock_on: string }>`
    select s.id, r.ref, s.position, s.kind, coalesce(t.heading, o.heading, '') as heading, y.lock_on from report_sections s join reports r on r.id = s.report_id join cycles y on y.id = r.cycle_id
    left join report_section_texts t on t.section_id = s.id and t.language = ${language} left join report_section_texts o on o.section_id = s.id and o.language = r.language
    where s.owner_id = ${viewer.id}::uuid and s.status <> 'signed_off' and ${isTold()} and r.published_at is null order by r.ref, s.position`.execute(database());
  return found.rows.map(({ id, ref, position, kind, heading, lock_on }) => ({
    key: `section ${id}`, ref, href: paths.reportSection(ref, position), due_on: lock_on, title: heading === '' ? t(`outline.${kind}`) : heading, act: t('due.write'), why: t('due.writing'),
  }));
}
