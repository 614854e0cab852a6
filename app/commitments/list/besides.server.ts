import { sql, type RawBuilder } from 'kysely';

/** One kind of what belongs to commitments: its rows `x`, and what a line of a file says of those of one commitment. */
interface Kind {
  readonly rows: RawBuilder<unknown>;
  readonly said: RawBuilder<unknown>;
}

const kinds: readonly Kind[] = [
  { rows: sql`commitment_countries x`, said: sql`string_agg(x.country_iso2 || coalesce(':' || trim_scale(x.share)::text, ''), '|' order by x.country_iso2 collate "C") as countries` },
  { rows: sql`commitment_nodes x join framework_nodes n on n.id = x.node_id`, said: sql`string_agg(n.code, '|' order by n.code collate "C") as nodes` },
  {
    rows: sql`commitment_beneficiaries x`,
    said: sql`string_agg(x.group_code, '|' order by x.group_code collate "C") as beneficiaries, string_agg(x.group_code, '|' order by x.group_code collate "C") filter (where not x.designed_in) as beneficiaries_added`,
  },
  {
    // What the first of them found is the first promise (CO-5).
    rows: sql`(select * from amendments where status = 'approved') x`,
    said: sql`(array_agg(x.before order by x.number))[1] as first,
      jsonb_agg(jsonb_build_object('on', to_char(x.decided_at at time zone 'UTC', 'YYYY-MM-DD'), 'before', x.before, 'after', x.after) order by x.number) as changed, string_agg(to_char(x.decided_at at time zone 'UTC', 'YYYY-MM-DD') || ' ' || x.reason, ' | ' order by x.number) as amendments`,
  },
  { rows: sql`confirmed_partners x join organisations o on o.id = organisation_successor(x.organisation_id)`, said: sql`string_agg(o.ref || ':' || x.role, '|' order by o.ref collate "C") as partners` },
  { rows: sql`milestones x`, said: sql`string_agg(to_char(x.due_on, 'YYYY-MM-DD') || ' ' || x.status || ' ' || x.title, ' | ' order by x.due_on, x.id) as milestones` },
  { rows: sql`goals x`, said: sql`string_agg(coalesce(trim_scale(x.target_value)::text || coalesce(' ' || x.unit, ''), x.target_words, '') || coalesce(' ' || x.target_on, ''), ' | ' order by x.position) as goals` },
  { rows: sql`teacher_involvements x`, said: sql`string_agg(x.stage || ':' || coalesce(x.how_many, 0), '|' order by array_position(array['design', 'testing', 'rollout', 'scaling'], x.stage)) as teachers` },
  {
    rows: sql`data_gaps x left join goals y on y.id = x.goal_id`,
    said: sql`string_agg(x.status || coalesce(' ' || x.due_on, '') || ' ' || coalesce(x.what, 'baseline ' || y.position), ' | ' order by x.opened_at, x.id) as gaps`,
  },
];

/** What belongs to `those` commitments (`c`), each kind gathered once for all of them: asked row by row, it costs more than the rows. */
export const besides: RawBuilder<unknown> = sql.join(kinds.map(({ rows, said }, at) => {
  const name = sql.ref(`beside_${at}`);
  return sql`left join (select x.commitment_id, ${said} from ${rows} where x.commitment_id in (select id from those) group by x.commitment_id) ${name} on ${name}.commitment_id = c.id`;
}), sql` `);
