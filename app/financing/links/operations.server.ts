import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { asPublished } from '#app/financing/transactions/model';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { LinkForm, LinkPlea } from './input.server';
import { lockLink, lockPair, type LockedLink, type LockedPair } from './lock.server';
import { linkProblems, type LinkTerms } from './model';
import { tellProviders } from './notices.server';
import type { linkPolicy } from './policy';

type Policy = typeof linkPolicy;
type Done = Promise<Result<{ readonly id: string }>>;

/** Says that two pledges have to do with each other. Nothing is counted less before somebody else has decided it. */
export function proposeLink(granted: PermitFor<Policy['propose']>, occasion: Occasion, form: LinkTerms & { readonly note?: string | undefined }): Done {
  return inTransaction(granted, occasion, async (tx) => {
    const pair = await lockPair(tx, granted.subject.pledge.id, granted.subject.counted_in.id);
    granted.again(pair);
    const problems = linkProblems(form, pair.ground);
    if (problems.length > 0) return refused(...problems);
    const id = newId();
    await tx.insertInto('funding_links').values({ ...columnsOf(pair), id, kind: form.kind, amount: form.amount, note: form.note ?? null, origin: 'person', proposed_by: personOf(granted.actor), proposed_at: occasion.now }).execute();
    return done({ id });
  });
}

/** Lets a link count, as it was proposed or with another kind or amount. `seen`: the version that the form was filled in from. */
export const decideLink = (granted: PermitFor<Policy['decide']>, occasion: Occasion, seen: number | undefined, form: LinkForm): Done => settle(granted, occasion, seen, form);

/** Decides a link that counts anew: another kind, another amount. What it was stays in the history. */
export const changeLink = (granted: PermitFor<Policy['change']>, occasion: Occasion, seen: number | undefined, form: LinkForm): Done => settle(granted, occasion, seen, form);

function settle(granted: PermitFor<Policy['decide' | 'change']>, occasion: Occasion, seen: number | undefined, { kind, amount, reason }: LinkForm): Done {
  return onLink(granted, occasion, seen, async (tx, link) => {
    const problems = linkProblems({ kind, amount }, link.ground);
    if (problems.length > 0) return refused(...problems);
    await tx.updateTable('funding_links').set({
      state: 'decided', kind, amount, decided_by: personOf(granted.actor), decided_at: occasion.now, decided_reason: reason, version: link.version + 1,
    }).where('id', '=', link.id).execute();
    await tellProviders(tx, link, { words: link.state === 'decided' ? 'link_changed' : 'link_decided', kind, amount, reason, version: link.version + 1, now: occasion.now });
    return done({ id: link.id });
  });
}

/** Says that the two have nothing to do with each other. What stands of them is kept, so that it is not proposed again while that stays. */
export const declineLink = (granted: PermitFor<Policy['decline']>, occasion: Occasion, seen: number | undefined, { reason }: LinkPlea): Done =>
  onLink(granted, occasion, seen, async (tx, link) => {
    await tx.updateTable('funding_links').set({
      state: 'declined', pledge_stood: link.pledge.stands, counted_in_stood: link.counted_in.stands,
      decided_by: personOf(granted.actor), decided_at: occasion.now, decided_reason: reason, version: link.version + 1,
    }).where('id', '=', link.id).execute();
    return done({ id: link.id });
  });

/** From now on the link takes nothing off. */
export const endLink = (granted: PermitFor<Policy['end']>, occasion: Occasion, seen: number | undefined, { reason }: LinkPlea): Done =>
  onLink(granted, occasion, seen, async (tx, link) => {
    await tx.updateTable('funding_links').set({
      state: 'ended', pledge_stood: link.pledge.stands, counted_in_stood: link.counted_in.stands,
      ended_by: personOf(granted.actor), ended_at: occasion.now, ended_reason: reason, version: link.version + 1,
    }).where('id', '=', link.id).execute();
    await tellProviders(tx, link, { words: 'link_ended', kind: link.kind, amount: link.amount, reason, version: link.version + 1, now: occasion.now });
    return done({ id: link.id });
  });

/** A provider's word against a link that counts. It stands beside it; the link counts on until it is changed or ended. */
export function objectToLink(granted: PermitFor<Policy['object']>, occasion: Occasion, { reason }: LinkPlea): Done {
  return onLink(granted, occasion, undefined, async (tx, link) => {
    await tx.insertInto('funding_link_objections').values({ id: newId(), link_id: link.id, pledge_id: link.pledge.id, words: reason, written_by: personOf(granted.actor), written_at: occasion.now }).execute();
    return done({ id: link.id });
  });
}

/** What a file says itself: money that was passed on, or announced twice. It counts at once, "as published by the source"; again changes nothing. */
export interface PublishedLink extends LinkTerms {
  readonly pledge_id: string;
  readonly counted_in_id: string;
  /** What the source says to it, in its own words. */
  readonly note?: string | undefined;
}

export async function takeLinkIn(tx: Tx, granted: PermitFor<Policy['take']>, occasion: Occasion, link: PublishedLink): Promise<Result<{ readonly outcome: 'new' | 'unchanged' }>> {
  granted.again(granted.subject);
  const pair = await lockPair(tx, link.pledge_id, link.counted_in_id);
  // What a person has decided about the two stays: declined and ended links too.
  const known = await tx.selectFrom('funding_links').select('id').where('pledge_id', '=', link.pledge_id).where('counted_in_id', '=', link.counted_in_id).limit(1).executeTakeFirst();
  if (known !== undefined) return done({ outcome: 'unchanged' });
  const problems = linkProblems(link, pair.ground);
  if (problems.length > 0) return refused(...problems);
  await tx.insertInto('funding_links').values({
    ...columnsOf(pair), id: newId(), kind: link.kind, amount: link.amount, note: link.note ?? null, origin: 'source', proposed_at: occasion.now,
    state: 'decided', decided_at: occasion.now, decided_reason: asPublished,
  }).execute();
  return done({ outcome: 'new' });
}

const columnsOf = ({ pledge, counted_in }: LockedPair) => ({ pledge_id: pledge.id, counted_in_id: counted_in.id, pledge_stood: pledge.stands, counted_in_stood: counted_in.stands });

/** An act on a link that exists: locked, decided again, and only on what its actor saw. */
function onLink(granted: PermitFor<Policy['decide' | 'change' | 'decline' | 'end' | 'object']>, occasion: Occasion, seen: number | undefined, act: (tx: Tx, link: LockedLink) => Done): Done {
  return inTransaction(granted, occasion, async (tx) => {
    const link = await lockLink(tx, granted.subject);
    if (seen !== undefined && seen !== link.version) return refused(problem('form:problems.changed_meanwhile'));
    granted.again(link);
    return act(tx, link);
  });
}
