import { sql, type RawBuilder } from 'kysely';

/** What classifies a pledge (alias `p`), as columns `sectors` and `markers`. */
export const classificationOf: RawBuilder<unknown> = sql`
  (select coalesce(json_agg(json_build_object('vocabulary', s.vocabulary, 'code', s.code, 'name', s.name, 'share', trim_scale(s.share)::text) order by s.position), '[]')
    from pledge_sectors s where s.pledge_id = p.id) as sectors,
  (select coalesce(json_agg(json_build_object('marker', m.marker, 'significance', m.significance) order by m.marker::int), '[]')
    from pledge_markers m where m.pledge_id = p.id) as markers`;
