import { sql } from 'kysely';
import { spokenFor, type PersonActor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { textFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import { database } from '#app/platform/database.server';
import type { Due } from '#app/records/due/model';
import { chairGroups } from './approvals/queries.server';
import { reportPolicy, type ApprovalRef } from './policy';
import { awaited, waitingReplies } from './replies/queries.server';

interface View {
  readonly language: Language;
  readonly now: Date;
}

/** Passages that name whom the viewer speaks for, while a reply is taken. */
export async function repliesToGive(viewer: PersonActor, view: View): Promise<Due[]> {
  const t = textFor(view.language, 'reporting');
  const waiting = await waitingReplies(spokenFor(viewer), view);
  return waiting.filter((one) => may(reportPolicy.reply, viewer, { ...one, id: one.report_id }).allowed).map((one) => ({
    key: `reply ${one.id}`, ref: one.ref, href: paths.reportReply(one.ref, one.id), title: one.title, language: one.title_language, due_on: one.reply_until, act: t('due.reply'), why: t('due.names_you'),
  }));
}

/** Reports whose time to reply is over, and that the viewer may approve. */
export async function reportsToApprove(viewer: PersonActor, { language, now }: View): Promise<Due[]> {
  const t = textFor(language, 'reporting');
  const found = await sql<ApprovalRef & { ref: string; title: string }>`
    select r.id, r.ref, r.status, y.coalition_id, ${chairGroups(sql`y.coalition_id`, now)} as chairs, coalesce((select x.title from report_texts x where x.report_id = r.id and x.language in (${language}, r.language) order by x.language = ${language} desc limit 1), r.ref) as title,
      coalesce((select jsonb_agg(jsonb_build_object('capacity', a.capacity, 'person_id', a.person_id)) from report_approvals a where a.report_id = r.id), '[]') as approvals
    from reports r join cycles y on y.id = r.cycle_id join coalitions c on c.id = y.coalition_id
    where r.status = 'right_of_reply' and ((${now}::timestamptz at time zone c.time_zone)::date > r.reply_until or not exists (select from report_replies p where p.report_id = r.id and ${awaited}))
    order by r.ref`.execute(database());
  return found.rows.filter((one) => may(reportPolicy.approve, viewer, one).allowed).map((one) => ({
    key: `approve ${one.id}`, ref: one.ref, href: `${paths.reportEdit(one.ref)}#approvals`, title: one.title, due_on: null, act: t('due.approve'), why: t('due.approving'),
  }));
}
