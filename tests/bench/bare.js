// The limit: the same 50 rows from the same PostgreSQL, rendered by the same React, with nothing around them. The address says which of
// the lists is asked for; each asks for its rows as the portal does, and for nothing else: no counts, no filters, no frame.
import { createServer } from 'node:http';
import postgres from 'postgres';
import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';

const sql = postgres(process.argv[2] ?? '', { max: 10, types: { day: { to: 1082, from: [1082], serialize: (/** @type {string} */ day) => day, parse: (/** @type {string} */ day) => day } } });

/** @param {URLSearchParams} asked */
function conditions(asked) {
  const [key = '', id = ''] = (asked.get('after') ?? '').split('~');
  const words = asked.get('q') ?? '';
  const today = new Date().toISOString().slice(0, 10);
  const [region, verification, cycle] = ['region', 'verification', 'cycle'].map((name) => asked.get(name) ?? null);
  return sql`
    ${id === '' ? sql`` : sql`and (coalesce(c.ends_on, '9999-12-31'), c.id) > (${key}::date, ${id}::uuid)`}
    ${words === '' ? sql`` : sql`and c.id in (select commitment_id from commitment_texts where search_tokens(${words}) <@ tokens)`}
    ${region == null ? sql`` : sql`and c.id in (select k.commitment_id from commitment_countries k join countries on countries.iso2 = k.country_iso2 where region_m49 = ${region} or subregion_m49 = ${region})`}
    ${asked.get('health') !== 'at_risk' ? sql`` : sql`and c.stale_on > ${today} and c.off_track_on > ${today} and c.at_risk_on <= ${today}`}
    ${asked.get('freshness') !== 'due' ? sql`` : sql`and c.stale_on > ${today} and c.stale_on <= ${today}::date + 60`}
    ${verification == null ? sql`` : sql`and c.last_verification = ${verification}`}
    ${cycle == null ? sql`` : cycle.startsWith('-') ? sql`and not c.reported_years @> array[(select year from cycles where ref = ${cycle.slice(1)})]`
      : sql`and exists (select from progress_updates u join cycles y on y.id = u.cycle_id where u.commitment_id = c.id and y.ref = ${cycle} and u.status = 'accepted')`}
    ${asked.get('status') !== 'on_track' ? sql`` : sql`and c.stale_on > ${today} and c.off_track_on > ${today} and c.at_risk_on > ${today}`}`;
}

/** @param {URLSearchParams} asked */
const page = (asked) => sql`
  select c.ref, t.title, c.status, c.ends_on, c.last_update_on, c.stale_on, c.at_risk_on, c.off_track_on, coalesce(o.name, ct.name) as lead, g.last_value, g.target_value, g.unit
  from commitments c join commitment_texts t on t.commitment_id = c.id and t.language = c.language
  left join organisations o on o.id = c.lead_organisation_id left join country_texts ct on ct.iso2 = c.lead_country_iso2 and ct.language = 'en'
  left join goals g on g.commitment_id = c.id and g.position = 1
  where c.status = 'published' and c.visibility = 'public' and (c.embargo_until is null or c.embargo_until <= now()) ${conditions(asked)}
  order by coalesce(c.ends_on, '9999-12-31'), c.id limit 50`;

/** One commitment with what belongs to it. @param {string} ref */
const record = async (ref) => {
  const [[head], goals, clauses, updates] = await Promise.all([
    sql`select c.*, t.title, t.action, coalesce(o.name, ct.name) as lead from commitments c join commitment_texts t on t.commitment_id = c.id and t.language = c.language
      left join organisations o on o.id = c.lead_organisation_id left join country_texts ct on ct.iso2 = c.lead_country_iso2 and ct.language = 'en' where c.ref = ${ref} and c.status = 'published'`,
    sql`select g.* from goals g join commitments c on c.id = g.commitment_id where c.ref = ${ref} order by position`,
    sql`select n.code, x.title from commitment_nodes k join commitments c on c.id = k.commitment_id join framework_nodes n on n.id = k.node_id join framework_node_texts x on x.node_id = n.id and x.language = 'en' where c.ref = ${ref}`,
    sql`select u.*, y.year, v.value from progress_updates u join cycles y on y.id = u.cycle_id join commitments c on c.id = u.commitment_id left join goal_values v on v.progress_update_id = u.id where c.ref = ${ref} and u.status = 'accepted' order by y.year desc`,
  ]);
  return h('html', { lang: 'en' }, h('body', null, h('h1', null, head?.['title']), h('p', null, head?.['action']), h('p', null, head?.['lead']),
    h('ul', null, goals.map((goal) => h('li', { key: goal['id'] }, `${goal['last_value']} of ${goal['target_value']} ${goal['unit']}`))), h('ul', null, clauses.map((clause) => h('li', { key: clause['code'] }, clause['title']))),
    h('table', null, h('tbody', null, updates.map((update) => h('tr', { key: update['id'] }, h('th', { scope: 'row' }, update['year']), h('td', null, update['narrative']), h('td', null, update['value']), h('td', null, update['verification'])))))));
};

/** @param {import('postgres').RowList<import('postgres').Row[]>} rows */
const list = (rows) => h('html', { lang: 'en' }, h('body', null, h('h1', null, 'Commitments'), h('table', null, h('tbody', null, rows.map((row) => h('tr', { key: row['ref'] },
  h('th', { scope: 'row' }, h('a', { href: `/en/commitments/${row['ref']}` }, row['title']), h('span', null, row['ref'])), h('td', null, row['lead']), h('td', null, row['status']),
  h('td', null, row['last_update_on']), h('td', null, `${row['last_value']} of ${row['target_value']} ${row['unit']}`), h('td', null, row['ends_on'])))))));

const server = createServer((request, response) => {
  const asked = new URLSearchParams((request.url ?? '').split('?')[1] ?? '');
  const ref = asked.get('record');
  (ref === null ? page(asked).then(list) : record(ref)).then((made) => response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<!DOCTYPE html>${renderToString(made)}`), (error) => response.writeHead(500).end(String(error)));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : 0}\n`);
});
