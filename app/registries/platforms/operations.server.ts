import { personOf } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import { newId } from '#app/platform/identity';
import { nextRef } from '#app/platform/reference-number.server';
import { columnsOf, memberCalled, problemsOf } from './description.server';
import type { Nomination } from './input.server';
import { lockPlatform } from './lock.server';
import type { Checkable, Description } from './model';
import { tell } from './notices.server';
import type { platformPolicy } from './policy';
import { move, onLocked, openEdition, tellNow, turn } from './steps.server';

type Policy = typeof platformPolicy;
type Ref = { readonly ref: string };

/** Points at a platform that a country has. It is in no list of the public before its edition is published. */
export function nominatePlatform(granted: PermitFor<Policy['nominate']>, occasion: Occasion, form: Nomination): Promise<Result<Ref & { readonly id: string }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { country_iso2 } = granted.subject;
    const row = { id: newId(), ref: await nextRef(tx, 'PLT', occasion.now.getUTCFullYear()) };
    const { name, description, language, address, owner } = form;
    await tx.insertInto('platforms').values({ ...row, country_iso2, name, nominated_by: personOf(granted.actor), nominated_at: occasion.now }).execute();
    await tx.insertInto('platform_editions').values({ platform_id: row.id, number: 1, language, address, owner, owner_organisation_id: await memberCalled(tx, owner) }).execute();
    await tx.insertInto('platform_texts').values({ platform_id: row.id, number: 1, language, name, description, checked_by: personOf(granted.actor) }).execute();
    const locked = await lockPlatform(tx, row.id);
    if (locked !== undefined) await tell(tx, locked, { words: 'nominated', actor: granted.actor, now: occasion.now });
    return done(row);
  });
}

/**
 * Says everything about a platform; of one that is published, in its next edition (RE-6), while the published one stays readable.
 * `seen`: the version of the platform that the form was filled in from.
 */
export function describePlatform(granted: PermitFor<Policy['describe']>, occasion: Occasion, seen: number | undefined, form: Description): Promise<Result<Ref>> {
  return onLocked(granted, occasion, async (tx, row) => {
    if (seen !== undefined && seen !== row.version) return refused(problem('form:problems.changed_meanwhile'));
    const problems = problemsOf(form, dayOf(occasion.now));
    if (problems.length > 0) return refused(...problems);
    const { name, description } = form;
    const number = row.open?.number ?? row.edition + 1;
    const writer = personOf(granted.actor);
    const facts = {
      ...columnsOf(form), status: 'described', described_at: occasion.now, returned_reason: null, owner_organisation_id: await memberCalled(tx, form.owner), operator_organisation_id: await memberCalled(tx, form.operator),
      // RE-4: whoever had a hand in it keeps having had it.
      writers: [...new Set([...(row.open?.writers ?? []), ...(writer === null ? [] : [writer])])],
    };
    const at = { platform_id: row.id, number };
    if (row.open === null) await tx.insertInto('platform_editions').values({ ...at, ...facts }).execute();
    else await tx.updateTable('platform_editions').set((eb) => ({ ...facts, version: eb('version', '+', 1) })).where('platform_id', '=', row.id).where('number', '=', number).execute();
    // What was translated said something else.
    await tx.deleteFrom('platform_texts').where('platform_id', '=', row.id).where('number', '=', number).execute();
    await tx.insertInto('platform_texts').values({ ...at, language: form.language, name, description, checked_by: writer }).execute();
    await turn(tx, row, row.edition === number ? { name } : {});
    await tellNow(tx, row, { words: 'described', granted, occasion });
    return done({ ref: row.ref });
  });
}

/** Says name and description in another language than the authoritative one; also of what is published. */
export function translatePlatform(granted: PermitFor<Policy['translate']>, occasion: Occasion, number: number, text: { readonly language: Language; readonly name: string; readonly description: string; readonly origin: 'human' | 'machine' }): Promise<Result<Ref>> {
  return onLocked(granted, occasion, async (tx, row) => {
    const edition = await tx.selectFrom('platform_editions').select('language').where('platform_id', '=', row.id).where('number', '=', number).executeTakeFirst();
    if (edition === undefined) return refused(problem('form:problems.changed_meanwhile'));
    if (edition.language === text.language) return refused(problem('registries:problems.authoritative_language', 'language'));
    const facts = { name: text.name, description: text.description, origin: text.origin, checked_by: text.origin === 'human' ? personOf(granted.actor) : null };
    await tx.insertInto('platform_texts').values({ platform_id: row.id, number, language: text.language, ...facts }).onConflict((conflict) => conflict.columns(['platform_id', 'number', 'language']).doUpdateSet(facts)).execute();
    return done({ ref: row.ref });
  });
}

/** RE-2: the country's coordinator says that the platform is the country's and that it is described as it is. */
export function confirmPlatform(granted: PermitFor<Policy['confirm']>, occasion: Occasion): Promise<Result<Ref>> {
  return onLocked(granted, occasion, async (tx, row) => {
    await move(tx, row, { status: 'country_confirmed', confirmed_by: personOf(granted.actor), confirmed_at: occasion.now });
    await tellNow(tx, row, { words: 'confirmed', granted, occasion });
    return done({ ref: row.ref });
  });
}

/** RE-3: somebody without a tie says what they looked at, and which claims they checked; the others stay claims. */
export function reviewPlatform(granted: PermitFor<Policy['review']>, occasion: Occasion, form: { readonly review: string; readonly checked: readonly Checkable[] }): Promise<Result<Ref>> {
  return onLocked(granted, occasion, async (tx, row) => {
    const edition = await openEdition(tx, row);
    if (form.checked.some((what) => edition[what] === null)) return refused(problem('registries:problems.nothing_to_check', 'checked'));
    await move(tx, row, { status: 'expert_reviewed', reviewed_by: personOf(granted.actor), reviewed_at: occasion.now, review: form.review, checked: [...form.checked] });
    await tellNow(tx, row, { words: 'reviewed', granted, occasion });
    return done({ ref: row.ref });
  });
}

/** From now on everybody reads this edition. */
export function publishPlatform(granted: PermitFor<Policy['publish']>, occasion: Occasion): Promise<Result<Ref>> {
  return onLocked(granted, occasion, async (tx, row) => {
    const edition = await openEdition(tx, row);
    const text = await tx.selectFrom('platform_texts').select('name').where('platform_id', '=', row.id).where('number', '=', edition.number).where('language', '=', edition.language).executeTakeFirstOrThrow();
    await tell(tx, { ...row, version: row.version + 1 }, { words: 'published', actor: granted.actor, now: occasion.now });
    await move(tx, row, { status: 'published', published_by: personOf(granted.actor), published_at: occasion.now }, { edition: edition.number, name: text.name, ...(row.published ? {} : { published_at: occasion.now }) });
    return done({ ref: row.ref });
  });
}

/** Gives the description back with what is to mend: the steps that were taken are taken again. */
export function returnPlatform(granted: PermitFor<Policy['return']>, occasion: Occasion, form: { readonly reason: string }): Promise<Result<Ref>> {
  return onLocked(granted, occasion, async (tx, row) => {
    await move(tx, row, { status: 'described', returned_reason: form.reason, confirmed_by: null, confirmed_at: null, reviewed_by: null, reviewed_at: null, review: null, checked: [] });
    await tellNow(tx, row, { words: 'returned', granted, occasion, reason: form.reason });
    return done({ ref: row.ref });
  });
}

/** The platform has ended. It stays readable with the reason; an edition that was being worked on goes. */
export function discontinuePlatform(granted: PermitFor<Policy['discontinue']>, occasion: Occasion, form: { readonly reason: string }): Promise<Result<Ref>> {
  return onLocked(granted, occasion, async (tx, row) => {
    await tx.deleteFrom('platform_editions').where('platform_id', '=', row.id).where('status', '<>', 'published').execute();
    await turn(tx, row, { discontinued_at: occasion.now, discontinued_by: personOf(granted.actor), discontinued_reason: form.reason });
    await tellNow(tx, row, { words: 'discontinued', granted, occasion, reason: form.reason });
    return done({ ref: row.ref });
  });
}

/** What nobody outside has seen goes without a trace but the audit's: the nomination, or the next edition of what is published. */
export function deletePlatform(granted: PermitFor<Policy['delete']>, occasion: Occasion): Promise<Result<Ref & { readonly gone: boolean }>> {
  return onLocked(granted, occasion, async (tx, row) => {
    if (row.published) {
      await tx.deleteFrom('platform_editions').where('platform_id', '=', row.id).where('status', '<>', 'published').execute();
      await turn(tx, row, {});
    } else await tx.deleteFrom('platforms').where('id', '=', row.id).execute();
    return done({ ref: row.ref, gone: !row.published });
  });
}
