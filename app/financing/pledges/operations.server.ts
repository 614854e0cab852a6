import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Problem, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { negated, type Amount } from '#app/financing/money/model';
import { closeTranchesIn } from '#app/financing/tranches/closing.server';
import { tranchesUnderLock } from '#app/financing/tranches/lock.server';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import { ladderUnderLock, lockPledge, type LockedPledge } from './lock.server';
import type { CancellationForm, PledgeForm, ReductionForm } from './input.server';
import { cancellationOf, reductionOf, termProblems } from './model';
import type { pledgePolicy } from './policy';
import { classificationProblems, quantityProblems } from './terms/model';
import { codesOf, rewriteClassification, writeClassification } from './terms/write.server';

type Create = PermitFor<typeof pledgePolicy.create>;

/** Records what was promised; the provider and the commitment are those of the permit. */
export function createPledge(granted: Create, occasion: Occasion, form: PledgeForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, (tx) => createPledgeIn(tx, granted, occasion, form));
}

export async function createPledgeIn(tx: Tx, granted: Create, occasion: Occasion, form: PledgeForm): Promise<Result<{ id: string; ref: string }>> {
  const problems = await problemsOf(tx, occasion, form);
  if (problems.length > 0) return refused(...problems);
  const id = newId();
  const ref = await nextRef(tx, 'PLG', occasion.now.getUTCFullYear());
  const { coalition_id, provider_organisation_id, provider_country_iso2, commitment_id, offer_id = null } = granted.subject;
  const recorded_by = granted.actor.kind === 'person' ? granted.actor.id : null;
  await tx.insertInto('pledges').values({
    id, ref, coalition_id, provider_organisation_id, provider_country_iso2, commitment_id, offer_id, recorded_by, created_at: occasion.now, ...columnsOf(form),
  }).execute();
  await writeRecipients(tx, id, form);
  await writeClassification(tx, id, form);
  return done({ id, ref });
}

/** Changes the terms while they are only announced: afterwards they stay, and a reduction says why. */
export function updatePledge(granted: PermitFor<typeof pledgePolicy.edit>, occasion: Occasion, version: number | undefined, form: PledgeForm): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockPledge(tx, granted.subject.id);
    granted.again(row);
    if (version !== row.version) return refused(problem('form:problems.changed_meanwhile'));
    const problems = await problemsOf(tx, occasion, form);
    if (problems.length > 0) return refused(...problems);
    await tx.updateTable('pledges').set({ ...columnsOf(form), version: row.version + 1 }).where('id', '=', row.id).execute();
    await tx.deleteFrom('pledge_recipients').where('pledge_id', '=', row.id).execute();
    await writeRecipients(tx, row.id, form);
    await rewriteClassification(tx, row.id, form);
    return done({ ref: row.ref });
  });
}

/** Another than who recorded it says that the promise stands. */
export function confirmPledge(granted: PermitFor<typeof pledgePolicy.confirm>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockPledge(tx, granted.subject.id);
    granted.again(row);
    await tx.updateTable('pledges').set({ status: 'confirmed', confirmed_on: dayOf(occasion.now), version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ ref: row.ref });
  });
}

/** Less will be given than was announced. What was announced stays on record; the difference is a transaction with its reason (FI-8). */
export function reducePledge(granted: PermitFor<typeof pledgePolicy.reduce>, occasion: Occasion, form: ReductionForm): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockPledge(tx, granted.subject.id);
    granted.again(row);
    return withdraw(tx, granted.actor, occasion, row, 'reduced', reductionOf(await ladderUnderLock(tx, row), form.amount), form.reason);
  });
}

/** What is not paid yet will not be given. */
export function cancelPledge(granted: PermitFor<typeof pledgePolicy.cancel>, occasion: Occasion, form: CancellationForm): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockPledge(tx, granted.subject.id);
    granted.again(row);
    const found = cancellationOf(await ladderUnderLock(tx, row));
    await closeTranchesIn(tx, granted.actor, occasion, await tranchesUnderLock(tx, row.id), form.reason);
    return withdraw(tx, granted.actor, occasion, row, 'cancelled', found, form.reason);
  });
}

/** A negative transaction of type 12, converted at the rate of the announcement so that the rest is too. */
async function withdraw(
  tx: Tx, actor: Create['actor'], occasion: Occasion, row: LockedPledge, status: 'reduced' | 'cancelled', found: { readonly less: Amount } | Problem, reason: string,
): Promise<Result<{ ref: string }>> {
  if ('code' in found) return refused(found);
  await tx.insertInto('transactions').values({
    id: newId(), pledge_id: row.id, type_code: '12', transaction_on: dayOf(occasion.now), value_on: row.announced_on, value: negated(found.less), currency: row.currency,
    description: reason, provider_organisation_id: row.provider_organisation_id, recorded_by: actor.kind === 'person' ? actor.id : null, created_at: occasion.now,
  }).execute();
  await tx.updateTable('pledges').set({ status, version: row.version + 1 }).where('id', '=', row.id).execute();
  return done({ ref: row.ref });
}

async function problemsOf(tx: Tx, occasion: Occasion, form: PledgeForm): Promise<Problem[]> {
  const currency = await tx.selectFrom('currencies').select('exponent').where('code', '=', form.currency).where('active', '=', true).executeTakeFirst();
  return [...termProblems(form, currency?.exponent, dayOf(occasion.now)), ...quantityProblems(form), ...classificationProblems(form)];
}

function columnsOf(form: PledgeForm) {
  const { title, kind, amount, currency, announced_on, new_money, visibility } = form;
  return {
    title, kind, amount, currency, announced_on, new_money, visibility,
    valuation_method: form.valuation_method ?? null, valued_on: form.valued_on ?? null,
    starts_on: form.starts_on ?? null, ends_on: form.ends_on ?? null, conditions: form.conditions ?? null, iati_identifier: form.iati_identifier ?? null,
    quantity: form.quantity ?? null, unit: form.unit ?? null, ...codesOf(form),
  };
}

async function writeRecipients(tx: Tx, pledge_id: string, { recipients }: PledgeForm): Promise<void> {
  if (recipients.length === 0) return;
  await tx.insertInto('pledge_recipients').values(recipients.map(({ party, share }, at) => ({ pledge_id, position: at + 1, ...party, share }))).execute();
}
