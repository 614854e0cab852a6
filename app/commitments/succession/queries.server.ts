import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { Day } from '#app/platform/clock';
import { databaseByKey } from '#app/platform/database.server';
import { readable, type At, type View } from '../readable.server';

/** The other commitment of a succession. */
export interface Relative {
  readonly ref: string;
  readonly title: string;
  readonly language: string;
  /** Null while it is written. */
  readonly published_on: Day | null;
}

/** What a commitment takes the place of, and what takes its place. */
export interface Succession {
  readonly before: Relative | undefined;
  readonly after: Relative | undefined;
}

/** As far as the viewer may read the others: a successor that is being written is seen by those who work on it. */
export async function successionOf(viewer: Actor, { id }: { readonly id: string }, view: View): Promise<Succession> {
  const found = await sql<Relative & { readonly side: keyof Succession }>`
    with relatives as (
      select replaces_id as id, 'before' as side from commitments where id = ${id} and replaces_id is not null
      union all select id, 'after' from commitments where replaces_id = ${id} and status <> 'withdrawn'
    )
    select r.side, c.ref, coalesce(t.title, c.ref) as title, coalesce(t.language, c.language) as language, to_char(c.published_at at time zone 'UTC', 'YYYY-MM-DD') as published_on
    from relatives r join commitments c on c.id = r.id
    left join lateral (select * from commitment_texts x where x.commitment_id = c.id order by x.language = ${view.language} desc, x.language = c.language desc limit 1) t on true
    where ${readable(viewer, view)}`.execute(databaseByKey());
  const of = (side: keyof Succession) => found.rows.find((row) => row.side === side);
  return { before: of('before'), after: of('after') };
}

/** The reference of a commitment `p` that stands beside `commitments as c`, where the viewer may read it. */
export const relativeRef = (viewer: Actor, which: RawBuilder<unknown>, at: At): RawBuilder<string | null> =>
  sql<string | null>`(select p.ref from commitments p where ${which} and exists (select from commitments c where c.id = p.id and ${readable(viewer, at)}))`;
