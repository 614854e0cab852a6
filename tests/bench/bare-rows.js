// The limit of a file: the stored columns of every commitment, as lines, a thousand at a time. Says how many milliseconds it took.
import postgres from 'postgres';

const sql = postgres(process.argv[2] ?? '', { max: 1 });
await sql`select 1`;
const begun = performance.now();
let bytes = 0;
for await (const rows of sql`
  select c.ref, t.title, t.language, c.type, coalesce(o.name, ct.name) as lead, c.status, c.starts_on, c.ends_on, c.last_update_on, c.last_verification, t.action,
    (select string_agg(k.country_iso2, '|' order by k.country_iso2 collate "C") from commitment_countries k where k.commitment_id = c.id) as countries,
    (select string_agg(n.code, '|' order by n.code collate "C") from commitment_nodes k join framework_nodes n on n.id = k.node_id where k.commitment_id = c.id) as nodes,
    (select string_agg(b.group_code, '|' order by b.group_code collate "C") from commitment_beneficiaries b where b.commitment_id = c.id) as beneficiaries,
    g.statement, g.unit, g.baseline_value, g.last_value, g.last_value_on, g.target_value, g.target_on
  from commitments c join commitment_texts t on t.commitment_id = c.id and t.language = c.language
  left join organisations o on o.id = c.lead_organisation_id left join country_texts ct on ct.iso2 = c.lead_country_iso2 and ct.language = 'en' left join goals g on g.commitment_id = c.id and g.position = 1
  where c.status = 'published' and c.visibility = 'public' and c.embargo_until is null order by c.ref`.cursor(1000)) {
  bytes += Buffer.byteLength(rows.map((row) => Object.values(row).join(',')).join('\r\n'));
}
process.stdout.write(String(bytes > 0 ? performance.now() - begun : Number.NaN));
await sql.end();
