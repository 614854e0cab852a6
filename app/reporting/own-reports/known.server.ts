import { sql, type RawBuilder } from 'kysely';
import type { Subject } from './model';

/** OW-2: whether a row of `snapshot_rows as r` makes a subject known: a member by its own row, a country by any record that names it. */
export const isKnown = ({ kind, code }: Subject): RawBuilder<boolean> => (kind === 'member'
  ? sql`(r.kind = 'member' and r.ref = ${code})`
  : sql`(r.kind = 'commitment' and (r.facts ->> 'lead' = ${code} or r.facts -> 'countries' @> to_jsonb(${code}::text))
    or r.kind = 'pledge' and (r.facts ->> 'provider' = ${code} or r.facts -> 'recipients' ->> ${code} is not null) or r.kind = 'endorsement' and r.facts ->> 'party' = ${code})`);
