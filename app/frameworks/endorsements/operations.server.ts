import { sql } from 'kysely';
import type { Permit, PermitFor } from '#app/access/permit';
import { done, problem, refused, type Problem, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf, type Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { storeFile } from '#app/platform/files.server';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import { tellKeepers, tellParty } from './notices.server';
import { ledBy } from '../promised.server';
import { promiseDueOn } from './model';
import type { EndorsementRef, endorsementPolicy } from './policy';

export interface EndorsementForm {
  readonly endorsed_on: Day;
  readonly capacity: string | null;
  readonly signatory: string | null;
  readonly statement: string | null;
  /** Clauses of the version that the party does not join, with its words. */
  readonly reservations: readonly { readonly node_id: string; readonly statement: string | null }[];
  /** The signed text or letter, as evidence. */
  readonly document?: { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

type Declare = PermitFor<typeof endorsementPolicy.declare>;

/** Declares that a party endorsed a published version. FR-4 holds in the database: one live endorsement per party and version. */
export function declareEndorsement(granted: Declare, occasion: Occasion, form: EndorsementForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const wrong = await wrongWith(tx, granted.subject.version_id, occasion, form);
    if (wrong !== undefined) return refused(wrong);
    const { version_id, organisation_id, country_iso2 } = granted.subject;
    const recorded_by = granted.actor.kind === 'person' ? granted.actor.id : null;
    const document = form.document === undefined ? undefined : await storeFile(tx, { ...form.document, uploadedBy: recorded_by });
    if (document !== undefined && 'problem' in document) return refused(problem(`frameworks:problems.document_${document.problem}`, 'document'));
    const row = { id: newId(), ref: await nextRef(tx, 'END', Number(form.endorsed_on.slice(0, 4))), organisation_id, country_iso2, recorded_by };
    await tx.insertInto('endorsements').values({
      ...row, version_id, capacity: form.capacity, signatory: form.signatory, endorsed_on: form.endorsed_on, statement: form.statement,
      document_id: document?.id ?? null, created_at: occasion.now,
    }).execute();
    if (form.reservations.length > 0) {
      await tx.insertInto('endorsement_reservations').values(form.reservations.map((one) => ({ endorsement_id: row.id, ...one }))).execute();
    }
    await tellKeepers(tx, row, occasion.now);
    return done({ id: row.id, ref: row.ref });
  });
}

/** The first thing that is wrong with a declaration. The version is held, so that it cannot be superseded meanwhile. */
async function wrongWith(tx: Tx, version_id: string, occasion: Occasion, form: EndorsementForm): Promise<Problem | undefined> {
  const version = await tx.selectFrom('framework_versions').select('status').where('id', '=', version_id).forShare().executeTakeFirst();
  if (version?.status !== 'published') return problem('frameworks:problems.not_published');
  if (form.endorsed_on > dayOf(occasion.now)) return problem('frameworks:problems.endorsed_in_future', 'endorsed_on');
  if (form.reservations.length === 0) return undefined;
  const reserved = form.reservations.map((one) => one.node_id);
  const found = await tx.selectFrom('framework_nodes').select('id').where('version_id', '=', version_id).where('id', 'in', reserved).execute();
  return found.length === reserved.length ? undefined : problem('frameworks:problems.foreign_clause', 'reserved');
}

/** The evidence was looked at by somebody else than who recorded it. */
export function checkEndorsement(granted: PermitFor<typeof endorsementPolicy.check>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockEndorsement(tx, granted);
    await tx.updateTable('endorsements').set({ status: 'evidence_checked', checked_by: granted.actor.kind === 'person' ? granted.actor.id : null, version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ ref: row.ref });
  });
}

/** From now on everybody sees it; its party is told, and where it has no commitment yet, until when it has time for one. */
export function publishEndorsement(granted: PermitFor<typeof endorsementPolicy.publish>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockEndorsement(tx, granted);
    const today = dayOf(occasion.now);
    const told = (await promises(tx, row.id)) ? {} : { told_on: today, promise_due_on: promiseDueOn(today, today) };
    await tx.updateTable('endorsements').set({ status: 'published', published_at: occasion.now, ...told, version: row.version + 1 }).where('id', '=', row.id).execute();
    await tellParty(tx, row, 'promise_due_on' in told ? { words: 'published_without', due_on: told.promise_due_on } : { words: 'published' }, occasion.now);
    return done({ ref: row.ref });
  });
}

/** Whether the party of an endorsement leads a promise that counts. */
async function promises(tx: Tx, id: string): Promise<boolean> {
  const found = await sql`select from endorsements e where e.id = ${id} and exists ${ledBy()}`.execute(tx);
  return found.rows.length > 0;
}

/** A withdrawn endorsement is no longer counted and stays readable with its day. */
export function withdrawEndorsement(granted: PermitFor<typeof endorsementPolicy.withdraw>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const row = await lockEndorsement(tx, granted);
    await tx.updateTable('endorsements').set({ status: 'withdrawn', withdrawn_on: dayOf(occasion.now), version: row.version + 1 }).where('id', '=', row.id).execute();
    await tellParty(tx, row, { words: 'withdrawn' }, occasion.now);
    return done({ ref: row.ref });
  });
}

/** The endorsement as it is now, held until the transaction ends; what was granted is decided again on it. */
async function lockEndorsement(tx: Tx, granted: Permit<string, EndorsementRef>) {
  const row = await tx.selectFrom('endorsements').selectAll().where('id', '=', granted.subject.id).forUpdate().executeTakeFirstOrThrow();
  granted.again(row);
  return row;
}
