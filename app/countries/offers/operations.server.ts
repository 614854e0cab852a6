import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Problem, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import { lockRequest } from '../requests/lock.server';
import { takesOffers } from '../requests/model';
import { clauseProblems, exponentFor } from '../terms.server';
import { worthProblems } from '../worth';
import type { OfferForm } from './input.server';
import { lockOffer, type LockedOffer } from './lock.server';
import { stands } from './model';
import { tellCountry, tellProvider } from './notices.server';
import type { offerPolicy } from './policy';

type Make = PermitFor<typeof offerPolicy.make>;

/** Offers something on a request, or openly. The country is told. */
export function makeOffer(granted: Make, occasion: Occasion, form: OfferForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const subject = await underLock(tx, granted, occasion);
    const problems = [...(await problemsOf(tx, occasion, form, subject.request !== null)), ...(await memberProblems(tx, subject))];
    if (problems.length > 0) return refused(...problems);
    const { request, provider_organisation_id, provider_country_iso2 } = subject;
    const row = { id: newId(), ref: await nextRef(tx, 'OFR', occasion.now.getUTCFullYear()) };
    const { kind, language, amount, currency, amount_missing, deadline_on } = form;
    await tx.insertInto('offers').values({
      ...row, request_id: request?.id ?? null, provider_organisation_id, provider_country_iso2, pillar_node_id: request === null ? form.pillar : null, kind, language, amount,
      currency: amount === null ? null : currency, amount_missing: amount === null ? amount_missing : null, deadline_on, offered_by: personOf(granted.actor), created_at: occasion.now,
    }).execute();
    await writeParts(tx, row.id, form, request === null);
    await tellCountry(tx, await lockOffer(tx, row.id), 'offer_made', granted.actor, occasion.now);
    return done(row);
  });
}

/** The request as it is now: it may have been closed since the form was shown. */
async function underLock(tx: Tx, granted: Make, occasion: Occasion): Promise<Make['subject']> {
  const { request, ...provider } = granted.subject;
  if (request === null) return granted.subject;
  const row = await lockRequest(tx, request.id);
  const now = { ...provider, request: { ...request, open: row !== undefined && takesOffers(row.state, row.deadline_on, dayOf(occasion.now)) } };
  return granted.again(now).subject;
}

async function problemsOf(tx: Tx, occasion: Occasion, form: OfferForm, onRequest: boolean): Promise<Problem[]> {
  const problems = worthProblems(form, await exponentFor(tx, form.currency));
  if (form.deadline_on !== null && form.deadline_on < dayOf(occasion.now)) problems.push(problem('countries:problems.deadline_passed', 'deadline_on'));
  if (onRequest) return problems;
  return form.pillar === null ? [...problems, problem('countries:problems.pillar', 'pillar')] : [...problems, ...(await clauseProblems(tx, form.pillar, form.nodes))];
}

/** RQ-4: an organisation that offers is a member. */
async function memberProblems(tx: Tx, { provider_organisation_id }: Make['subject']): Promise<Problem[]> {
  if (provider_organisation_id === null) return [];
  const member = await tx.selectFrom('memberships').select('id').where('organisation_id', '=', provider_organisation_id).where('status', '=', 'active').executeTakeFirst();
  return member === undefined ? [problem('countries:problems.members_only', 'provider')] : [];
}

async function writeParts(tx: Tx, offer_id: string, form: OfferForm, open: boolean): Promise<void> {
  await tx.insertInto('offer_texts').values({ offer_id, language: form.language, title: form.title, body: form.body }).execute();
  if (!open) return;
  if (form.nodes.length > 0) await tx.insertInto('offer_nodes').values(form.nodes.map((node_id) => ({ offer_id, node_id }))).execute();
  if (form.countries.length > 0) await tx.insertInto('offer_countries').values(form.countries.map((country_iso2) => ({ offer_id, country_iso2 }))).execute();
}

/** Says an offer in another language than its authoritative one. */
export function translateOffer(granted: PermitFor<typeof offerPolicy.translate>, occasion: Occasion, language: Language, text: { readonly title: string; readonly body: string; readonly origin: 'human' | 'machine' }): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockOffer(tx, granted.subject.id);
    granted.again(row);
    if (row.language === language) return refused(problem('countries:problems.authoritative_language', 'language'));
    const facts = { ...text, checked_by: text.origin === 'human' ? personOf(granted.actor) : null };
    await tx.insertInto('offer_texts').values({ offer_id: row.id, language, ...facts }).onConflict((conflict) => conflict.columns(['offer_id', 'language']).doUpdateSet(facts)).execute();
    return done({ ref: row.ref });
  });
}

/** Takes an offer back before it is answered. */
export function withdrawOffer(granted: PermitFor<typeof offerPolicy.withdraw>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockOffer(tx, granted.subject.id);
    granted.again(row);
    await settle(tx, row, { status: 'withdrawn', decided_by: personOf(granted.actor), decided_at: occasion.now });
    await tellCountry(tx, row, 'offer_withdrawn', granted.actor, occasion.now);
    return done({ ref: row.ref });
  });
}

/** Takes an offer for a country. It becomes a pledge when its provider says so. */
export function acceptOffer(granted: PermitFor<typeof offerPolicy.accept>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockOffer(tx, granted.subject.id);
    const { place } = granted.again({ ...row, place: granted.subject.place }).subject;
    if (!stands(row.state, row.deadline_on, dayOf(occasion.now))) return refused(problem('countries:problems.offer_lapsed'));
    if (row.request_id !== null && (await lockRequest(tx, row.request_id))?.state === 'closed') return refused(problem('countries:problems.request_closed'));
    await settle(tx, row, { status: 'accepted', accepted_for_iso2: place.country_iso2, decided_by: personOf(granted.actor), decided_at: occasion.now });
    await tellProvider(tx, row, 'offer_accepted', { actor: granted.actor, country_iso2: place.country_iso2, now: occasion.now });
    return done({ ref: row.ref });
  });
}

/** Turns an offer down; the provider reads why. */
export function declineOffer(granted: PermitFor<typeof offerPolicy.decline>, occasion: Occasion, form: { readonly reason: string }): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockOffer(tx, granted.subject.id);
    const { place } = granted.again({ ...row, place: granted.subject.place }).subject;
    await settle(tx, row, { status: 'declined', declined_reason: form.reason, decided_by: personOf(granted.actor), decided_at: occasion.now });
    await tellProvider(tx, row, 'offer_declined', { actor: granted.actor, country_iso2: place.country_iso2, now: occasion.now, reason: form.reason });
    return done({ ref: row.ref });
  });
}

interface Settled {
  readonly status: 'accepted' | 'declined' | 'withdrawn';
  readonly decided_by: string | null;
  readonly decided_at: Date;
  readonly accepted_for_iso2?: string;
  readonly declined_reason?: string;
}

async function settle(tx: Tx, row: LockedOffer, facts: Settled): Promise<void> {
  await tx.updateTable('offers').set({ ...facts, version: row.version + 1 }).where('id', '=', row.id).execute();
}
