// The limit: the same 50 rows from the same PostgreSQL, rendered by the same React, with nothing around them.
import { createServer } from 'node:http';
import postgres from 'postgres';
import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';

const sql = postgres(process.argv[2] ?? '', { max: 10, types: { day: { to: 1082, from: [1082], serialize: (/** @type {string} */ day) => day, parse: (/** @type {string} */ day) => day } } });

const page = () => sql`
  select c.ref, t.title, c.status, c.ends_on, c.last_update_on, c.stale_on, c.at_risk_on, c.off_track_on, coalesce(o.name, ct.name) as lead, g.last_value, g.target_value, g.unit
  from commitments c join commitment_texts t on t.commitment_id = c.id and t.language = c.language
  left join organisations o on o.id = c.lead_organisation_id left join country_texts ct on ct.iso2 = c.lead_country_iso2 and ct.language = 'en'
  left join goals g on g.commitment_id = c.id and g.position = 1
  where c.status = 'published' and c.visibility = 'public' and (c.embargo_until is null or c.embargo_until <= now())
  order by coalesce(c.ends_on, '9999-12-31'), c.id limit 50`;

/** @param {import('postgres').RowList<import('postgres').Row[]>} rows */
const list = (rows) => h('html', { lang: 'en' }, h('body', null, h('h1', null, 'Commitments'), h('table', null, h('tbody', null, rows.map((row) => h('tr', { key: row['ref'] },
  h('th', { scope: 'row' }, h('a', { href: `/en/commitments/${row['ref']}` }, row['title']), h('span', null, row['ref'])), h('td', null, row['lead']), h('td', null, row['status']),
  h('td', null, row['last_update_on']), h('td', null, `${row['last_value']} of ${row['target_value']} ${row['unit']}`), h('td', null, row['ends_on'])))))));

const server = createServer((_, response) => {
  page().then((rows) => response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<!DOCTYPE html>${renderToString(list(rows))}`), (error) => response.writeHead(500).end(String(error)));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : 0}\n`);
});
