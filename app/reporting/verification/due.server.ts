import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { answerWithinWorkingDays } from '#app/commitments/model';
import { readable, type View } from '#app/commitments/readable.server';
import { addWorkingDays } from '#app/commitments/review/model';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import type { Due } from '#app/records/due/model';
import { claimColumns } from './claims.server';
import type { ClaimRef } from './model';
import { claimPolicy } from './policy';

/** Contests that wait for the viewer: to reply for the lead, or to settle. */
export async function dueContests(viewer: Actor, view: View): Promise<Due[]> {
  const t = textFor(view.language, 'reporting');
  const found = await sql<ClaimRef & { ref: string; title: string; language: string; cycle: string }>`
    select ${claimColumns}, c.ref, y.ref as cycle, coalesce(t.title, c.ref) as title, coalesce(t.language, c.language) as language
    from contests open join progress_updates u on u.id = open.progress_update_id join commitments c on c.id = u.commitment_id join cycles y on y.id = u.cycle_id
    left join lateral (select x.title, x.language from commitment_texts x where x.commitment_id = c.id order by x.language = ${view.language} desc, x.language = c.language desc limit 1) t on true
    where open.outcome is null and ${readable(viewer, view)} order by open.contested_at, open.id`.execute(database());
  return found.rows.flatMap((claim): Due[] => {
    if (claim.contest === null) return [];
    const by = addWorkingDays(dayOf(new Date(claim.contest.contested_at)), answerWithinWorkingDays);
    const of = { ref: claim.ref, title: claim.title, language: claim.language };
    if (may(claimPolicy.reply, viewer, claim).allowed) return [{ ...of, key: `reply ${claim.contest.id}`, href: paths.claimAct(claim.ref, claim.cycle, 'reply'), why: t('due.contested'), due_on: by, act: t('due.reply') }];
    const ripe = claim.contest.replied || dayOf(view.now) > by;
    return ripe && may(claimPolicy.settle, viewer, claim).allowed
      ? [{ ...of, key: `settle ${claim.contest.id}`, href: paths.claimAct(claim.ref, claim.cycle, 'settlement'), why: t('due.contest_waits'), due_on: null, act: t('due.settle') }] : [];
  });
}
