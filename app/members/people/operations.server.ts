import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { LetterTopic } from '#app/mail/topics';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { NewPerson, Profile } from './model';
import type { peoplePolicy } from './policy';

type TakesIn = PermitFor<typeof peoplePolicy.add> | PermitFor<typeof peoplePolicy.invite>;

/** Makes somebody known, with an affiliation where the permit names an organisation. They cannot sign in until they are invited. */
export const addPerson = (granted: PermitFor<typeof peoplePolicy.add>, occasion: Occasion, form: NewPerson): Promise<Result<{ person_id: string }>> =>
  inTransaction(granted, occasion, (tx) => addPersonIn(tx, granted, occasion, form));

export async function addPersonIn(tx: Tx, granted: TakesIn, { now }: Occasion, form: NewPerson): Promise<Result<{ person_id: string }>> {
  const { title, mail, ...profile } = form;
  const { organisation_id } = granted.subject;
  if (organisation_id !== null && !(await isOrganisation(tx, organisation_id))) return refused(problem('accounts:problems.organisation', 'organisation_id'));
  const address = mail === null ? null : mail.normalize('NFKC').trim().toLowerCase();
  if (address !== null && (await isTaken(tx, address))) return refused(problem('accounts:problems.address_taken', 'mail'));
  const person_id = newId();
  await tx.insertInto('people').values({ id: person_id, ...profile }).execute();
  if (address !== null) await tx.insertInto('person_mails').values({ address, person_id }).execute();
  if (organisation_id !== null) await tx.insertInto('affiliations').values({ id: newId(), person_id, organisation_id, title, from_on: dayOf(now) }).execute();
  return done({ person_id });
}

/** Changes what somebody says of themselves. */
export const updateProfile = (granted: PermitFor<typeof peoplePolicy.update>, occasion: Occasion, profile: Profile): Promise<Result<null>> =>
  inTransaction(granted, occasion, (tx) => updateProfileIn(tx, granted, profile));

export async function updateProfileIn(tx: Tx, granted: PermitFor<typeof peoplePolicy.update>, { name, language, spoken_languages, spoken_other = [], time_zone, publish_name }: Profile): Promise<Result<null>> {
  await tx.updateTable('people').set((row) => ({ name, language, spoken_languages: [...new Set([...spoken_languages, ...spoken_other])], time_zone, publish_name, version: row('version', '+', 1) })).where('id', '=', granted.subject.id).execute();
  return done(null);
}

/** Notes that somebody has read a mail to their address: they used the link in it. */
export async function verifyMailIn(tx: Tx, granted: PermitFor<typeof peoplePolicy.update>, { now }: Occasion): Promise<void> {
  await tx.updateTable('person_mails').set({ verified_at: now }).where('person_id', '=', granted.subject.id).where('is_primary', '=', true).where('verified_at', 'is', null).execute();
}

/** Gives somebody another address, which they have confirmed; the one before is theirs no longer. */
export async function replaceMailIn(tx: Tx, granted: PermitFor<typeof peoplePolicy.update>, { now }: Occasion, address: string): Promise<Result<null>> {
  if (await isTaken(tx, address)) return refused(problem('accounts:problems.address_taken', 'mail'));
  await tx.deleteFrom('person_mails').where('person_id', '=', granted.subject.id).where('is_primary', '=', true).execute();
  await tx.insertInto('person_mails').values({ address, person_id: granted.subject.id, verified_at: now }).execute();
  return done(null);
}

/** Says which letters somebody can do without; those that ask for an act are always sent. */
export const refuseLetters = (granted: PermitFor<typeof peoplePolicy.update>, occasion: Occasion, topics: readonly LetterTopic[]): Promise<Result<null>> =>
  inTransaction(granted, occasion, async (tx) => {
    const { id } = granted.subject;
    await tx.deleteFrom('letter_refusals').where('person_id', '=', id).$if(topics.length > 0, (query) => query.where('topic', 'not in', [...topics])).execute();
    if (topics.length > 0) await tx.insertInto('letter_refusals').values(topics.map((topic) => ({ person_id: id, topic }))).onConflict((conflict) => conflict.doNothing()).execute();
    return done(null);
  });

interface Affiliating {
  readonly person_id: string;
  readonly title: string | null;
}

/** Says that somebody belongs to the organisation of the permit from today on. */
export const affiliatePerson = (granted: PermitFor<typeof peoplePolicy.affiliate>, occasion: Occasion, form: Affiliating): Promise<Result<{ affiliation_id: string }>> =>
  inTransaction(granted, occasion, (tx) => affiliatePersonIn(tx, granted, occasion, form));

export async function affiliatePersonIn(tx: Tx, granted: PermitFor<typeof peoplePolicy.affiliate>, { now }: Occasion, form: Affiliating): Promise<Result<{ affiliation_id: string }>> {
  const { organisation_id } = granted.subject;
  if (organisation_id === null || !(await isOrganisation(tx, organisation_id))) return refused(problem('accounts:problems.organisation', 'organisation_id'));
  await tx.selectFrom('people').select('id').where('id', '=', form.person_id).forUpdate().execute();
  const current = await tx.selectFrom('affiliations').select('id').where('person_id', '=', form.person_id).where('organisation_id', '=', organisation_id).where('until_on', 'is', null).executeTakeFirst();
  if (current !== undefined) return refused(problem('accounts:problems.affiliated', 'organisation_id'));
  const affiliation_id = newId();
  await tx.insertInto('affiliations').values({ id: affiliation_id, ...form, organisation_id, from_on: dayOf(now) }).execute();
  return done({ affiliation_id });
}

/** Somebody no longer belongs to the organisation of the permit: from this instant the roles they held for it count no more (PE-3). */
export const endAffiliation = (granted: PermitFor<typeof peoplePolicy.endAffiliation>, occasion: Occasion, form: { affiliation_id: string; reason: string }): Promise<Result<null>> =>
  inTransaction(granted, occasion, (tx) => endAffiliationIn(tx, granted, occasion, form));

export async function endAffiliationIn(tx: Tx, granted: PermitFor<typeof peoplePolicy.endAffiliation>, { now }: Occasion, form: { affiliation_id: string; reason: string }): Promise<Result<null>> {
  const row = await tx.selectFrom('affiliations').selectAll().where('id', '=', form.affiliation_id).forUpdate().executeTakeFirst();
  if (row === undefined || row.organisation_id !== granted.subject.organisation_id || row.until_on !== null) return refused(problem('accounts:problems.affiliation_ended'));
  const today = dayOf(now);
  await tx.updateTable('affiliations').set({ until_on: row.from_on > today ? row.from_on : today }).where('id', '=', row.id).execute();
  await tx.updateTable('roles').set({ ends_at: now, reason: form.reason }).where('person_id', '=', row.person_id).where('organisation_id', '=', row.organisation_id)
    .where('starts_at', '<=', now).where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', now)])).execute();
  return done(null);
}

async function isOrganisation(tx: Tx, id: string): Promise<boolean> {
  return (await tx.selectFrom('organisations').select('id').where('id', '=', id).where('status', '=', 'active').executeTakeFirst()) !== undefined;
}

async function isTaken(tx: Tx, address: string): Promise<boolean> {
  return (await tx.selectFrom('person_mails').select('address').where('address', '=', address).executeTakeFirst()) !== undefined;
}
