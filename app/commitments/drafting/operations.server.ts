import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import { lockCommitment } from '../lock.server';
import type { commitmentPolicy } from '../policy';
import { endOf, type Measure, type What } from './model';
import { originAfter, originOf } from './origin.server';
import { areClauses, authorText, beneficiaries, countries, nodes, removeText, text, writeGoals, writeParts } from './parts.server';

type Edit = PermitFor<typeof commitmentPolicy.edit>;
type Ref = { readonly id: string; readonly ref: string };

/** Starts a draft with the first step's answers. Its reference number is its own for good. */
export function createDraft(granted: PermitFor<typeof commitmentPolicy.create>, occasion: Occasion, what: What): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, (tx) => createDraftIn(tx, granted, occasion, what));
}

export async function createDraftIn(tx: Tx, granted: PermitFor<typeof commitmentPolicy.create>, occasion: Occasion, what: What): Promise<Result<Ref>> {
  const origin = await originOf(tx, granted.actor, what.origin, occasion);
  if (origin === undefined) return refused(problem('commitments:problems.origin_unknown', 'origin'));
  if (!(await areClauses(tx, what.nodes))) return refused(problem('commitments:problems.clause_gone', 'nodes'));
  const { coalition_id, lead_organisation_id, lead_country_iso2 } = granted.subject;
  const id = newId();
  const ref = await nextRef(tx, 'CMT', occasion.now.getUTCFullYear());
  await tx.insertInto('commitments').values({
    id, ref, coalition_id, lead_organisation_id, lead_country_iso2, ...headOf(what), ...origin,
    created_by: granted.actor.kind === 'person' ? granted.actor.id : null, created_at: occasion.now,
  }).execute();
  await writeParts(tx, ...partsOf(id, what, lead_country_iso2));
  return done({ id, ref });
}

/** Saves the first step. `seen` is the version that the form was filled in from. */
export function saveWhat(granted: Edit, occasion: Occasion, seen: number | undefined, what: What): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, (tx) => saveWhatIn(tx, granted, occasion, seen, what));
}

export async function saveWhatIn(tx: Tx, granted: Edit, occasion: Occasion, seen: number | undefined, what: What): Promise<Result<Ref>> {
  const row = await lockCommitment(tx, granted.subject.id);
  granted.again(row);
  if (seen !== undefined && seen !== row.version) return refused(problem('form:problems.changed_meanwhile'));
  const origin = await originAfter(tx, granted.actor, row.id, what.origin, occasion);
  if (origin === undefined) return refused(problem('commitments:problems.origin_unknown', 'origin'));
  if (!(await areClauses(tx, what.nodes))) return refused(problem('commitments:problems.clause_gone', 'nodes'));
  await tx.updateTable('commitments').set({ ...headOf(what), ...origin, version: row.version + 1 }).where('id', '=', row.id).execute();
  const before = row.language === what.language ? undefined : await removeText(tx, row);
  await writeParts(tx, ...partsOf(row.id, what, row.lead_country_iso2));
  if (before !== undefined) await authorText(tx, row.id, what.language, before + 1);
  return done({ id: row.id, ref: row.ref });
}

/** Saves the second step: goals by their position, up to ten, and when it begins and ends. */
export function saveMeasure(granted: Edit, occasion: Occasion, seen: number | undefined, measure: Measure): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, (tx) => saveMeasureIn(tx, granted, seen, measure));
}

export async function saveMeasureIn(tx: Tx, granted: Edit, seen: number | undefined, measure: Measure): Promise<Result<Ref>> {
  const row = await lockCommitment(tx, granted.subject.id);
  granted.again(row);
  if (seen !== undefined && seen !== row.version) return refused(problem('form:problems.changed_meanwhile'));
  // What a file said of the end stands until there is a goal to say it.
  const ends_on = measure.goals.length === 0 ? row.ends_on : endOf(measure.goals);
  // CO-2
  if (measure.starts_on !== null && ends_on !== null && ends_on <= measure.starts_on) return refused(problem('commitments:problems.end_before_start', 'starts_on'));
  await tx.updateTable('commitments').set({ starts_on: measure.starts_on, ends_on, version: row.version + 1 }).where('id', '=', row.id).execute();
  await writeGoals(tx, row.id, measure.goals);
  return done({ id: row.id, ref: row.ref });
}

/** Deletes a draft that was never submitted. Its reference number is not given again. */
export function deleteDraft(granted: PermitFor<typeof commitmentPolicy.delete>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockCommitment(tx, granted.subject.id);
    granted.again(row);
    const pledged = await tx.selectFrom('pledges').select('id').where('commitment_id', '=', row.id).limit(1).executeTakeFirst();
    if (pledged !== undefined || row.submitted_at !== null) return refused(problem('commitments:problems.in_use'));
    await tx.deleteFrom('commitments').where('id', '=', row.id).execute();
    return done({ ref: row.ref });
  });
}

const headOf = (what: What) => ({
  type: what.type, language: what.language, learner_data: what.learner_data, visibility: what.visibility, embargo_until: what.embargo_until,
});

function partsOf(id: string, what: What, leadCountry: string | null) {
  // A country that leads acts in itself, unless it says otherwise.
  const own = leadCountry !== null && what.countries.length === 0 ? [{ country_iso2: leadCountry, share: null }] : what.countries;
  return [text(id, what), nodes(id, what.nodes), beneficiaries(id, what.beneficiaries), countries(id, own)];
}
