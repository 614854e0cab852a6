import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import { todayOf, type At } from '#app/commitments/readable.server';
import { keepsTexts } from '../policy';

/** CN-4: whom a consultation `c` is open to, as a condition; before it opens it is the secretariat's. */
export function consultationsVisibleTo(viewer: Actor, at: At): RawBuilder<boolean> {
  if (keepsTexts(viewer)) return sql<boolean>`true`;
  return sql<boolean>`(c.opens_on <= ${todayOf(at)}::date and ${viewer.kind === 'public' ? sql`c.audience = 'public'` : sql`true`})`;
}

/** CN-6: what was said in it, as a condition on comment `m` of consultation `c`. */
export function commentsVisibleTo(viewer: Actor, at: At): RawBuilder<boolean> {
  return sql<boolean>`(${consultationsVisibleTo(viewer, at)} and ${keepsTexts(viewer) ? sql`true` : sql`m.status = 'published'`})`;
}
