import type { Grant, PermitFor } from '#app/access/permit';
import { done, problem, refused, type Problem, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { hashOf, newSecret } from '#app/accounts/secrets.server';
import { isScheme } from '#db/reference/organisation-schemes';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import { lockApplication, type LockedApplication } from './lock.server';
import { checkMailDomain } from './mail-domain.server';
import { linkDays, type ApplicationAct, type ApplicationForm, type MailFinding } from './model';
import { sendLink, tellApplicant, tellAlready, tellDesk } from './notices.server';
import type { applicationPolicy } from './policy';
import { knownSites } from './queries.server';

interface Said {
  readonly statement: string;
  readonly publish_name: boolean;
}

type Send = PermitFor<typeof applicationPolicy.send>;
type Answer = PermitFor<typeof applicationPolicy.answer>;

/**
 * ME-7, ME-8: keeps an application and writes to its address; it waits unseen until whoever reads that mail confirms it. An earlier one of
 * the same address that was never confirmed makes room. Nobody learns here whether an address is known: its owner alone is told.
 */
export function sendApplication(granted: Send, occasion: Occasion, form: ApplicationForm & Said): Promise<Result<{ sent: true }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const checked = await checkedMail(tx, form);
    if (!checked.ok) return checked;
    await tx.deleteFrom('membership_applications').where('coalition_id', '=', form.coalition_id).where('contact_mail', '=', form.contact_mail).where('status', '=', 'unverified').execute();
    const open = await tx.selectFrom('membership_applications').select(['id', 'ref', 'name', 'contact_name', 'contact_mail', 'language'])
      .where('coalition_id', '=', form.coalition_id).where('contact_mail', '=', form.contact_mail).where('status', 'not in', ['approved', 'declined']).executeTakeFirst();
    if (open !== undefined) {
      await tellAlready(tx, open, occasion.now);
      return done({ sent: true });
    }
    const { id, ref } = await keep(tx, occasion, form, { origin: 'applied', status: 'unverified', mail_finding: checked.value, statement: form.statement, publish_name: form.publish_name, consented_at: occasion.now });
    await offerLink(tx, { ...form, id, ref }, 'confirmation', occasion);
    return done({ sent: true });
  });
}

/** The secretariat asks an organisation to join: this counts as its first approval (ME-9). */
export function inviteToJoin(granted: PermitFor<typeof applicationPolicy.invite>, occasion: Occasion, form: ApplicationForm & { readonly note: string }): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const checked = await checkedMail(tx, form);
    if (!checked.ok) return checked;
    const { id, ref } = await keep(tx, occasion, form, { origin: 'invited', status: 'invited', mail_finding: checked.value });
    await noteAct(tx, granted, occasion, { application_id: id, kind: 'invitation', body: form.note });
    await noteAct(tx, granted, occasion, { application_id: id, kind: 'approval', body: form.note });
    await offerLink(tx, { ...form, id, ref }, 'invitation', occasion, form.note);
    return done({ ref });
  });
}

/** ME-7: the address is theirs; from now on the application waits for the secretariat. Looking at the link did nothing. */
export const confirmApplication = (granted: Answer, occasion: Occasion): Promise<Result<{ ref: string }>> => inTransaction(granted, occasion, async (tx) => {
  const row = await heldBy(tx, granted, ['unverified'], occasion);
  if (row === undefined) return refused(problem('members:problems.link_used'));
  await settle(tx, row, { status: 'applied', verified_at: occasion.now });
  await noteAct(tx, granted, occasion, { application_id: row.id, kind: 'application', body: row.statement });
  await tellApplicant(tx, row, 'received', occasion.now);
  await tellDesk(tx, row, 'waiting', occasion.now);
  return done({ ref: row.ref });
});

/** Takes an invitation: what was missing is said, and the address is shown to be theirs. */
export async function takeInvitationIn(tx: Tx, granted: Answer, occasion: Occasion, said: Said): Promise<Result<LockedApplication>> {
  const row = await heldBy(tx, granted, ['invited'], occasion);
  if (row === undefined) return refused(problem('members:problems.link_used'));
  await settle(tx, row, { status: 'under_review', verified_at: occasion.now, consented_at: occasion.now, statement: said.statement, publish_name: said.publish_name });
  await noteAct(tx, granted, occasion, { application_id: row.id, kind: 'application', body: said.statement });
  return done({ ...row, status: 'under_review', statement: said.statement, publish_name: said.publish_name });
}

/** Answers what the secretariat asked. */
export const answerQuestion = (granted: Answer, occasion: Occasion, answer: string): Promise<Result<{ ref: string }>> => inTransaction(granted, occasion, async (tx) => {
  const row = await heldBy(tx, granted, ['more_asked'], occasion);
  if (row === undefined) return refused(problem('members:problems.link_used'));
  await settle(tx, row, { status: row.approved_by.length > 0 ? 'under_review' : 'applied' });
  await noteAct(tx, granted, occasion, { application_id: row.id, kind: 'answer', body: answer });
  await tellDesk(tx, row, 'answered', occasion.now);
  return done({ ref: row.ref });
});

/** Asks the contact for more; the application waits for them. */
export const askApplicant = (granted: PermitFor<typeof applicationPolicy.ask>, occasion: Occasion, question: string): Promise<Result<null>> => inTransaction(granted, occasion, async (tx) => {
  const row = await lockApplication(tx, granted.subject.id);
  granted.again(row);
  await tx.updateTable('membership_applications').set({ status: 'more_asked', version: row.version + 1 }).where('id', '=', row.id).execute();
  await noteAct(tx, granted, occasion, { application_id: row.id, kind: 'question', body: question });
  await offerLink(tx, row, 'answer', occasion, question);
  return done(null);
});

/** Declines, with a reason that the contact reads. They may apply again. */
export const declineApplication = (granted: PermitFor<typeof applicationPolicy.decline>, occasion: Occasion, reason: string): Promise<Result<null>> => inTransaction(granted, occasion, async (tx) => {
  const row = await lockApplication(tx, granted.subject.id);
  granted.again(row);
  await settle(tx, row, { status: 'declined' });
  await noteAct(tx, granted, occasion, { application_id: row.id, kind: 'refusal', body: reason });
  await tellApplicant(tx, row, 'declined', occasion.now, reason);
  return done(null);
});

/** Notes what somebody said or decided; the list is append-only. */
export async function noteAct(tx: Tx, granted: Grant, occasion: Occasion, act: { readonly application_id: string; readonly kind: ApplicationAct; readonly body: string | null }): Promise<void> {
  const person_id = granted.actor.kind === 'person' && !['application', 'answer'].includes(act.kind) ? granted.actor.id : null;
  await tx.insertInto('application_acts').values({ id: newId(), ...act, person_id, acted_at: occasion.now }).execute();
}

async function checkedMail(tx: Tx, form: ApplicationForm): Promise<Result<MailFinding>> {
  const problems: Problem[] = form.identifiers.every(isScheme) ? [] : [problem('members:problems.identifier', 'identifier')];
  const coalition = await tx.selectFrom('coalitions').select('status').where('id', '=', form.coalition_id).executeTakeFirst();
  if (coalition === undefined || coalition.status === 'closed') problems.push(problem('members:problems.coalition_closed', 'coalition_id'));
  const check = checkMailDomain({ mail: form.contact_mail, website: form.website, knownSites: await knownSites(tx) });
  if ('refused' in check) problems.push(problem(`members:problems.mail_${check.refused}`, 'contact_mail', { domain: check.domain }));
  return 'finding' in check && problems.length === 0 ? done(check.finding) : refused(...problems);
}

type Standing = Pick<LockedApplication, 'origin' | 'status' | 'mail_finding'> & Partial<Said> & { readonly consented_at?: Date };

async function keep(tx: Tx, { now }: Occasion, form: ApplicationForm, standing: Standing): Promise<{ id: string; ref: string }> {
  const id = newId();
  const ref = await nextRef(tx, 'APP', Number(dayOf(now).slice(0, 4)));
  const { coalition_id, category, name, short_name, type_code, constituency, country_iso2, website, identifiers, contact_name, contact_title, contact_mail, language } = form;
  await tx.insertInto('membership_applications').values({
    id, ref, coalition_id, category, name, short_name, type_code, constituency, country_iso2, website, identifiers: [...identifiers], contact_name, contact_title, contact_mail, language, created_at: now, ...standing,
  }).execute();
  return { id, ref };
}

/** Writes a mail with a new link; an earlier one ends. */
async function offerLink(tx: Tx, row: Parameters<typeof sendLink>[1], purpose: keyof typeof linkDays, { now }: Occasion, words?: string): Promise<void> {
  const secret = newSecret();
  await tx.updateTable('membership_applications').set({ secret_hash: hashOf(secret), link_expires_at: new Date(now.getTime() + linkDays[purpose] * 86_400_000) }).where('id', '=', row.id).execute();
  await sendLink(tx, row, purpose, { secret, key: hashOf(secret), words }, now);
}

/** The application under the lock, if its link can still be used for this: of two at once, the second finds it used. */
async function heldBy(tx: Tx, granted: Answer, statuses: readonly LockedApplication['status'][], { now }: Occasion): Promise<LockedApplication | undefined> {
  const row = await lockApplication(tx, granted.subject.id);
  if (!statuses.includes(row.status) || row.link_expires_at === null || row.link_expires_at <= now) return undefined;
  granted.again(row);
  return row;
}

type Settled = Partial<Pick<LockedApplication, 'status' | 'statement' | 'publish_name'>> & { readonly verified_at?: Date; readonly consented_at?: Date };

async function settle(tx: Tx, row: LockedApplication, { status, statement, publish_name, verified_at, consented_at }: Settled): Promise<void> {
  await tx.updateTable('membership_applications').set({ status, statement, publish_name, verified_at, consented_at, version: row.version + 1 }).where('id', '=', row.id).execute();
}
