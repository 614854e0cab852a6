import { personOf } from '#app/access/actor';
import { may, permit, type PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import { dayOf, type Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import { tellOfProposal } from '#app/working-groups/life/notices.server';
import { takeStep } from '#app/working-groups/life/steps.server';
import { correctionDays } from '#app/working-groups/minutes/model';
import type { GroupKind, GroupStatus } from '#app/working-groups/model';
import { groupPolicy } from '#app/working-groups/policy';
import { openSeatIn, type NewSeatForm } from '#app/working-groups/seats/operations.server';
import type { SessionVisibility } from '#app/working-groups/sessions/model';
import type { Terms, TermsText } from '#app/working-groups/terms/model';
import { insertTerms } from '#app/working-groups/terms/operations.server';
import type { FirstOffice } from './model';

/** A group with the first version of its terms of reference. */
export interface GroupForm extends Pick<Terms, 'cadence' | 'quorum_share' | 'decision_rule' | 'notice_days'>, Partial<Pick<Terms, 'correction_days' | 'minimums'>> {
  readonly kind: GroupKind;
  readonly starts_on: Day;
  readonly ends_on: Day | null;
  readonly texts: Readonly<Partial<Record<Language, { readonly name: string; readonly mandate: string | null }>>>;
  readonly short_key?: string | null;
  readonly visibility?: SessionVisibility;
  /** The clauses that it works on. */
  readonly nodes?: readonly string[];
  /** The words of its terms of reference. */
  readonly terms?: readonly TermsText[];
}

type Made = Result<{ id: string; ref: string }>;

/** Charters a group: from now on it has seats and sessions. It comes with its coalition, or was at work before, and needs no proposal (GL-2). */
export function charterGroup(granted: PermitFor<typeof groupPolicy.charter>, occasion: Occasion, form: GroupForm): Promise<Made> {
  return inTransaction(granted, occasion, (tx) => charterGroupIn(tx, granted, occasion, form));
}

export async function charterGroupIn(tx: Tx, granted: PermitFor<typeof groupPolicy.charter>, occasion: Occasion, form: GroupForm): Promise<Made> {
  const made = await insertGroup(tx, granted, occasion, 'active', form);
  for (const status of ['chartered', 'active'] as const) await takeStep(tx, made.id, status, { by: personOf(granted.actor), now: occasion.now });
  return done(made);
}

/** Who is to sit there first; nobody yet where no organisation is named. */
export type FirstSeats = Readonly<Record<FirstOffice, { readonly organisation: string; readonly holder: string | null } | null>>;

/** GL-1: proposes a group with everything that it is chartered with; somebody else of the secretariat charters it, and is told. */
export function proposeGroup(granted: PermitFor<typeof groupPolicy.propose>, occasion: Occasion, form: GroupForm, first: FirstSeats): Promise<Made> {
  return inTransaction(granted, occasion, async (tx) => {
    if (form.starts_on < dayOf(occasion.now)) return refused(problem('working-groups:problems.not_in_the_past', 'starts_on'));
    const made = await insertGroup(tx, granted, occasion, 'proposed', form);
    await takeStep(tx, made.id, 'proposed', { by: personOf(granted.actor), now: occasion.now });
    for (const [role, seat] of Object.entries(first) as [FirstOffice, FirstSeats[FirstOffice]][]) {
      const given = seat === null ? done(null) : await firstSeat(tx, granted, occasion, made.id, { ...seat, constituency: null, role, voting: role !== 'secretary', alternate: null, from: form.starts_on });
      if (!given.ok) return given;
    }
    await tellOfProposal(tx, granted.actor, { ...made, coalition_id: granted.subject.coalition_id }, occasion.now);
    return done(made);
  });
}

/** SE-1, said at the fields of its office. */
async function firstSeat(tx: Tx, granted: PermitFor<typeof groupPolicy.propose>, occasion: Occasion, id: string, form: NewSeatForm): Promise<Result<unknown>> {
  const group = { id, coalition_id: granted.subject.coalition_id };
  const decision = may(groupPolicy.seat, granted.actor, group);
  if (!decision.allowed) return refused(problem(decision.reason, `organisation_${form.role}`));
  const given = await openSeatIn(tx, permit(groupPolicy.seat, granted.actor, group), occasion, form);
  if (given.ok) return given;
  return refused(...given.problems.map((one) => ({ ...one, field: `${one.field === 'holder' ? 'holder' : 'organisation'}_${form.role}` })));
}

/** The group, its words, clauses and the first version of its terms. */
async function insertGroup(tx: Tx, granted: PermitFor<typeof groupPolicy.charter> | PermitFor<typeof groupPolicy.propose>, { now }: Occasion, status: GroupStatus, form: GroupForm): Promise<{ id: string; ref: string }> {
  const id = newId();
  const ref = await nextRef(tx, 'WG', 0, 2);
  const { texts, kind, starts_on, ends_on, short_key = null, visibility = 'public', nodes = [], terms: words = [], ...terms } = form;
  await tx.insertInto('working_groups').values({ id, ref, coalition_id: granted.subject.coalition_id, status, kind, starts_on, ends_on, short_key, visibility, created_at: now }).execute();
  await insertTerms(tx, id, { correction_days: correctionDays, minimums: [], ...terms, texts: words, version: 1, from_on: starts_on }, { by: personOf(granted.actor), now });
  await tx.insertInto('working_group_texts').values(
    Object.entries(texts).map(([language, text]) => ({ working_group_id: id, language, name: text.name, mandate: text.mandate })),
  ).execute();
  if (nodes.length > 0) await tx.insertInto('working_group_nodes').values(nodes.map((node_id) => ({ working_group_id: id, node_id }))).execute();
  return { id, ref };
}
