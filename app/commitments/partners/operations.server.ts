import { sql } from 'kysely';
import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { textFor } from '#app/languages/catalogues.server';
import { peopleFor } from '#app/members/people/readers.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import { lockCommitment, type LockedCommitment } from '../lock.server';
import { tell, tellLead } from '../notices.server';
import type { Answer, Consent, PartnerForm, PartnerRef, Side } from './model';
import type { partnerPolicy } from './policy';

type Policy = typeof partnerPolicy;
type Ref = { readonly ref: string };
const mostPartners = 50;

/** The lead asks an organisation to stand beside it. It is named nowhere in public before it said yes (CO-4). */
export function askPartner(granted: PermitFor<Policy['ask']>, occasion: Occasion, organisation_id: string, form: PartnerForm): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockCommitment(tx, granted.subject.id);
    granted.again(row);
    const asked = await askIn(tx, row, { organisation_id, side: 'lead', asked_by: personOf(granted.actor), ...form }, occasion);
    if (!asked.ok) return asked;
    const { name, ref, version } = asked.value;
    await tellPartner(tx, row, organisation_id, { words: 'partner_asked', key: `${organisation_id}.${version}`, path: paths.partnerConsent(row.ref, ref), values: { partner: name, words: form.words ?? '' } }, occasion);
    return done({ ref: row.ref });
  });
}

/** An organisation asks to stand beside the lead, where the commitment is open to it; the lead answers. */
export function joinCommitment(granted: PermitFor<Policy['join']>, occasion: Occasion, form: PartnerForm): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { id, partner_id } = granted.subject;
    const row = await lockCommitment(tx, id);
    granted.again({ ...row, partner_id });
    const asked = await askIn(tx, row, { organisation_id: partner_id, side: 'partner', asked_by: personOf(granted.actor), ...form }, occasion);
    if (!asked.ok) return asked;
    const { name, ref, version } = asked.value;
    await tellLead(tx, row, { words: 'partner_wants', version: `${partner_id}.${version}`, now: occasion.now, path: paths.partnerConsent(row.ref, ref), values: () => ({ partner: name, words: form.words ?? '' }) });
    return done({ ref: row.ref });
  });
}

/** The other side says yes or no; a partner that said yes may take it back later. */
export function answerPartner(granted: PermitFor<Policy['answer']>, occasion: Occasion, seen: number | undefined, given: Answer): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { row, partner } = await lockBoth(tx, granted);
    if (seen !== undefined && seen !== partner.version) return refused(problem('form:problems.changed_meanwhile'));
    if (partner.consent === given.consent) return done({ ref: row.ref });
    const consent: Consent = partner.consent === 'confirmed' ? 'withdrawn' : given.consent;
    const version = partner.version + 1;
    await tx.updateTable('commitment_partners').set({ consent, answer: given.answer, answered_by: personOf(granted.actor), answered_at: occasion.now, version })
      .where('commitment_id', '=', row.id).where('organisation_id', '=', partner.organisation_id).execute();
    const { name } = await tx.selectFrom('organisations').select('name').where('id', '=', partner.organisation_id).executeTakeFirstOrThrow();
    const values = { partner: name, words: given.answer ?? '' };
    // Who asked is answered; consent that is taken back concerns the lead.
    if (partner.side === 'lead' || consent === 'withdrawn') await tellLead(tx, row, { words: 'partner_answered', version: `${partner.organisation_id}.${version}`, now: occasion.now, path: paths.partners(row.ref), values: (language) => ({ ...values, consent: textFor(language, 'commitments')(`partners.consent.${consent}`) }) });
    else await tellPartner(tx, row, partner.organisation_id, { words: 'partner_answered', key: `${partner.organisation_id}.${version}`, values, consent }, occasion);
    return done({ ref: row.ref });
  });
}

/** The lead no longer asks, or goes on without the partner. */
export function removePartner(granted: PermitFor<Policy['remove']>, occasion: Occasion): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { row, partner } = await lockBoth(tx, granted);
    await tx.deleteFrom('commitment_partners').where('commitment_id', '=', row.id).where('organisation_id', '=', partner.organisation_id).execute();
    if (partner.consent === 'asked' || partner.consent === 'confirmed') await tellPartner(tx, row, partner.organisation_id, { words: 'partner_removed', key: `${partner.organisation_id}.${occasion.now.toISOString()}`, values: {} }, occasion);
    return done({ ref: row.ref });
  });
}

/** Lets others ask to join, or no longer. */
export function openCommitment(granted: PermitFor<Policy['open']>, occasion: Occasion, seen: number | undefined, open_to_join: boolean): Promise<Result<Ref>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockCommitment(tx, granted.subject.id);
    granted.again(row);
    if (seen !== undefined && seen !== row.version) return refused(problem('form:problems.changed_meanwhile'));
    if (row.open_to_join !== open_to_join) await tx.updateTable('commitments').set({ open_to_join, version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ ref: row.ref });
  });
}

interface Asking extends PartnerForm {
  readonly organisation_id: string;
  readonly side: Side;
  readonly asked_by: string | null;
}

/** Under the commitment's lock. Who declined or left may be asked again. */
async function askIn(tx: Tx, row: LockedCommitment, asking: Asking, { now }: Occasion): Promise<Result<{ name: string; ref: string; version: number }>> {
  const organisation = await tx.selectFrom('organisations').select(['name', 'ref']).where('id', '=', asking.organisation_id).where('status', '=', 'active').executeTakeFirst();
  if (organisation === undefined) return refused(problem('form:errors.choose', 'organisation'));
  const own = row.lead_organisation_id !== null && (await sql<{ own: boolean }>`select organisation_successor(${row.lead_organisation_id}) = ${asking.organisation_id}::uuid as own`.execute(tx)).rows[0]?.own;
  if (own === true) return refused(problem('commitments:problems.partner_is_lead', 'organisation'));
  const standing = await tx.selectFrom('commitment_partners').selectAll().where('commitment_id', '=', row.id).forUpdate().execute();
  const before = standing.find((one) => one.organisation_id === asking.organisation_id);
  if (before?.consent === 'asked' || before?.consent === 'confirmed') return refused(problem('commitments:problems.partner_already', 'organisation'));
  if (before === undefined && standing.length >= mostPartners) return refused(problem('commitments:problems.partner_most', 'organisation', { most: mostPartners }));
  const version = (before?.version ?? 0) + 1;
  const facts = { role: asking.role, words: asking.words, side: asking.side, asked_by: asking.asked_by, asked_at: now, consent: 'asked', answer: null, answered_by: null, answered_at: null, version };
  if (before === undefined) await tx.insertInto('commitment_partners').values({ commitment_id: row.id, organisation_id: asking.organisation_id, ...facts }).execute();
  else await tx.updateTable('commitment_partners').set(facts).where('commitment_id', '=', row.id).where('organisation_id', '=', asking.organisation_id).execute();
  return done({ ...organisation, version });
}

interface ToPartner {
  readonly words: 'partner_asked' | 'partner_answered' | 'partner_removed';
  readonly key: string;
  readonly path?: string;
  readonly values: Readonly<Record<string, string>>;
  readonly consent?: Consent;
}

async function tellPartner(tx: Tx, row: LockedCommitment, organisation_id: string, { words, key, path, values, consent }: ToPartner, { now }: Occasion): Promise<void> {
  const { rows } = await sql<{ id: string }>`select organisation_successor(${organisation_id}) as id`.execute(tx);
  const people = await peopleFor(tx, rows[0]?.id ?? organisation_id, ['focal_point', 'deputy_focal_point', 'org_admin'], now);
  await tell(tx, row, people, {
    words, version: key, now, ...(path === undefined ? {} : { path }),
    values: (language) => ({ ...values, ...(consent === undefined ? {} : { consent: textFor(language, 'commitments')(`partners.consent.${consent}`) }) }),
  });
}

/** The commitment first, as everywhere; then it is decided again on the rows as they are. */
async function lockBoth(tx: Tx, granted: PermitFor<Policy['answer' | 'remove']>) {
  const subject: PartnerRef = granted.subject;
  const row = await lockCommitment(tx, subject.id);
  const partner = await tx.selectFrom('commitment_partners').selectAll().where('commitment_id', '=', row.id).where('organisation_id', '=', subject.partner_id).forUpdate().executeTakeFirstOrThrow();
  granted.again({ ...row, partner_id: partner.organisation_id, consent: partner.consent as Consent, side: partner.side as Side, asked_by: partner.asked_by });
  return { row, partner };
}
