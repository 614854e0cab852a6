import { personOf, type Lead } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { formatDate } from '#app/languages/format';
import { sendLetter } from '#app/mail/letter.server';
import { speakersOf } from '#app/members/people/readers.server';
import { paths } from '#app/paths';
import type { Day } from '#app/platform/clock';
import type { Reader, Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { todayOfCoalition } from '../day.server';
import type { cyclePolicy } from '../policy';
import { lockCycle } from '../settings.server';

export interface ExtensionForm {
  readonly until_on: Day;
  readonly reason: string;
}
type Extend = PermitFor<typeof cyclePolicy.extend> & { readonly subject: { readonly id: string } & Lead };

/**
 * CY-3: gives a lead more time, with the reason, and tells those who speak for it. Its updates are taken to the end of that day, also where
 * the cycle has locked for the others. Given again, the later word counts; `seen` is the version that stood on the form, 0 for none.
 */
export function extendCycle(granted: Extend, occasion: Occasion, seen: number, form: ExtensionForm): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const cycle = await lockCycle(tx, granted);
    const lead = { organisation_id: granted.subject.lead_organisation_id, country_iso2: granted.subject.lead_country_iso2 };
    const before = await extensionOf(tx, cycle.id, granted.subject);
    if ((before?.version ?? 0) !== seen) return refused(problem('form:problems.changed_meanwhile'));
    if (form.until_on <= cycle.due_on) return refused(problem('reporting:problems.extension_early', 'until_on', { due: cycle.due_on }));
    if (form.until_on < (await todayOfCoalition(tx, cycle.coalition_id, occasion.now))) return refused(problem('reporting:problems.extension_past', 'until_on'));
    const said = { ...form, given_by: personOf(granted.actor), given_at: occasion.now, version: seen + 1 };
    if (before === undefined) await tx.insertInto('cycle_extensions').values({ id: newId(), cycle_id: cycle.id, ...lead, ...said }).execute();
    else await tx.updateTable('cycle_extensions').set(said).where('id', '=', before.id).execute();
    await tell(tx, { ...cycle, seen }, lead, form, occasion.now);
    return done({ ref: cycle.ref });
  });
}

async function tell(tx: Tx, cycle: { readonly id: string; readonly ref: string; readonly year: number; readonly seen: number }, lead: { readonly organisation_id: string | null; readonly country_iso2: string | null }, { until_on, reason }: ExtensionForm, now: Date): Promise<void> {
  for (const personId of await speakersOf(tx, lead, now)) {
    await sendLetter(tx, {
      to: { personId }, words: 'reporting:mails.extended', values: (language) => ({ year: cycle.year, until: formatDate(language, until_on), reason }), path: paths.updates(cycle.ref),
      thread: `cycle:${cycle.id}:${personId}`, key: `cycle-extended:${cycle.id}:${lead.organisation_id ?? lead.country_iso2 ?? ''}:${cycle.seen}:${personId}`, now,
    });
  }
}

/** The extension of a lead in a cycle, if it was given one. */
export async function extensionOf(db: Reader, cycle_id: string, { lead_organisation_id, lead_country_iso2 }: Lead): Promise<{ id: string; until_on: Day; reason: string; version: number } | undefined> {
  return db.selectFrom('cycle_extensions').select(['id', 'until_on', 'reason', 'version']).where('cycle_id', '=', cycle_id)
    .where((is) => is.or([is('organisation_id', '=', lead_organisation_id), is('country_iso2', '=', lead_country_iso2)])).executeTakeFirst();
}
