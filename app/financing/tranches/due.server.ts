import { sql } from 'kysely';
import { spokenFor, type Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import type { View } from '#app/commitments/readable.server';
import { textFor } from '#app/languages/catalogues.server';
import { formatMoneyExact } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Due } from '#app/records/due/model';
import { leftOf } from './model';
import { tranchePolicy } from './policy';
import { lastDueDay, trancheRows } from './queries.server';

/** Tranches that the viewer's own organisations and countries should have paid, or are about to. */
export async function dueTranches(viewer: Actor, view: View): Promise<Due[]> {
  const { organisations, countries } = spokenFor(viewer);
  if (organisations.length + countries.length === 0) return [];
  const t = textFor(view.language, 'financing');
  const rows = await trancheRows(sql`r.cancelled_on is null and m.paid < r.amount and r.due_on <= ${lastDueDay(view)}
    and (p.provider_organisation_id = any(${organisations}::uuid[]) or p.provider_country_iso2 = any(${countries}::text[])) order by r.due_on, r.id`, view);
  return rows.filter(({ subject }) => may(tranchePolicy.pay, viewer, subject).allowed).map((row) => ({
    key: `tranche ${row.id}`, title: row.pledge_title, ref: row.pledge_ref, href: paths.trancheAct(row.id, 'payments'), due_on: row.due_on, act: t('tranches.pay'),
    why: t(`tranches.due_why_${row.state === 'late' ? 'late' : 'due'}`, { amount: formatMoneyExact(view.language, leftOf(row), row.currency) }),
  }));
}
