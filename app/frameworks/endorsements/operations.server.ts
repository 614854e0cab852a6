import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { dayOf, type Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import type { endorsementPolicy } from './policy';

export interface EndorsementForm {
  readonly endorsed_on: Day;
  readonly capacity: string | null;
  readonly signatory: string | null;
  readonly statement: string | null;
  /** Clauses that the party does not join, with its words. */
  readonly reservations: readonly { readonly node_id: string; readonly statement: string | null }[];
}

/** Declares that a party endorsed a published version. FR-4 holds in the database: one live endorsement per party and version. */
export function declareEndorsement(granted: PermitFor<typeof endorsementPolicy.declare>, occasion: Occasion, form: EndorsementForm): Promise<Result<{ id: string; ref: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { version_id, organisation_id, country_iso2 } = granted.subject;
    const version = await tx.selectFrom('framework_versions').select('status').where('id', '=', version_id).forShare().executeTakeFirst();
    if (version?.status !== 'published') return refused(problem('frameworks:problems.not_published'));
    if (form.endorsed_on > dayOf(occasion.now)) return refused(problem('frameworks:problems.endorsed_in_future', 'endorsed_on'));
    const id = newId();
    const ref = await nextRef(tx, 'END', Number(form.endorsed_on.slice(0, 4)));
    await tx.insertInto('endorsements').values({
      id, ref, version_id, organisation_id, country_iso2, capacity: form.capacity, signatory: form.signatory, endorsed_on: form.endorsed_on,
      statement: form.statement, recorded_by: granted.actor.kind === 'person' ? granted.actor.id : null, created_at: occasion.now,
    }).execute();
    if (form.reservations.length > 0) {
      await tx.insertInto('endorsement_reservations').values(form.reservations.map((one) => ({ endorsement_id: id, ...one }))).execute();
    }
    return done({ id, ref });
  });
}

type Step = PermitFor<typeof endorsementPolicy.check> | PermitFor<typeof endorsementPolicy.publish> | PermitFor<typeof endorsementPolicy.withdraw>;

/** The evidence was looked at by somebody else than who recorded it. */
export function checkEndorsement(granted: PermitFor<typeof endorsementPolicy.check>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return step(granted, occasion, { status: 'evidence_checked', checked_by: granted.actor.kind === 'person' ? granted.actor.id : null });
}

export function publishEndorsement(granted: PermitFor<typeof endorsementPolicy.publish>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return step(granted, occasion, { status: 'published', published_at: occasion.now });
}

/** FR-5 and history: a withdrawn endorsement stays readable with its day. */
export function withdrawEndorsement(granted: PermitFor<typeof endorsementPolicy.withdraw>, occasion: Occasion): Promise<Result<{ ref: string }>> {
  return step(granted, occasion, { status: 'withdrawn', withdrawn_on: dayOf(occasion.now) });
}

interface StepFacts {
  readonly status: 'evidence_checked' | 'published' | 'withdrawn';
  readonly checked_by?: string | null;
  readonly published_at?: Date;
  readonly withdrawn_on?: Day;
}

function step(granted: Step, occasion: Occasion, facts: StepFacts): Promise<Result<{ ref: string }>> {
  return inTransaction(granted, occasion, async (tx: Tx) => {
    const row = await tx.selectFrom('endorsements').selectAll().where('id', '=', granted.subject.id).forUpdate().executeTakeFirstOrThrow();
    granted.again(row);
    await tx.updateTable('endorsements').set({ ...facts, version: row.version + 1 }).where('id', '=', row.id).execute();
    return done({ ref: row.ref });
  });
}
