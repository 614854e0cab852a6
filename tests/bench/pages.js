// What is measured, and beside what.

export const legend = `
bare      the same rows of the same PostgreSQL in a table rendered by the same React, in a bare node:http server: no frame, filters, counts
kept      the page comes from the page cache; its address was asked for before and no data changed since
304       the same, asked for by somebody who has it
made      nobody asked for the address before (it ends in a number that the list ignores): the page is queried and rendered for each answer;
          the counts above the list were asked before and are kept, as they are for everybody until the data change
changing  as made, while some data change a hundred times a second: counts are kept for a hundredth of a second
`;

/** @param {import('./portal.js').World} world @returns {Promise<import('./asking.js').Page[]>} */
export async function pagesOf({ commitments, sql, list, bareList, portalPid, barePid }) {
  const [deep] = await sql`select coalesce(ends_on, '9999-12-31')::text || '~' || id as key from commitments order by coalesce(ends_on, '9999-12-31'), id offset ${Math.min(199 * 50, commitments - 60)} limit 1`;
  const refs = await sql`select ref from commitments order by random() limit 500`;
  /** @type {Record<string, string>} */
  const asked = {
    'first page': '', 'filtered by region and status': 'region=002&status=on_track', 'page 200': `after=${deep?.['key']}`, 'search, a rare word': 'q=district+4711', 'search, a common word': 'q=schools',
    'health: at risk': 'health=at_risk', 'update due soon': 'freshness=due', 'said by the lead, common': 'verification=self_reported', 'contested, rare': 'verification=contested',
    'reported in a cycle': 'cycle=2025-bench', 'not reported in it': 'cycle=-2025-bench',
  };
  let serial = 0;
  /** @param {string} query */
  const anew = (query) => () => `${list}?${query}${query === '' ? '' : '&'}n=${(serial += 1)}`;
  const etag = (await fetch(list)).headers.get('etag') ?? '';
  const bare = 'bare, first page';
  const one = () => refs[(serial += 1) % refs.length]?.['ref'] ?? '';
  return [
    { name: 'bare, a record', address: () => `${bareList}?record=${one()}`, pid: barePid, bare: 'bare, a record' },
    { name: 'made, a record', address: () => `${list}/${one()}?n=${(serial += 1)}`, pid: portalPid, bare: 'bare, a record' },
    { name: 'kept, a record', address: () => `${list}/${refs[0]?.['ref']}`, pid: portalPid, bare: 'bare, a record' },
    { name: 'made, unattended', address: anew('attended=no'), pid: portalPid, bare: 'bare, first page' },
    ...Object.entries(asked).map(([name, query]) => ({ name: `bare, ${name}`, address: () => `${bareList}?${query}`, pid: barePid, bare: `bare, ${name}` })),
    { name: 'kept, first page', address: () => list, pid: portalPid, bare },
    { name: 'kept, filtered by region and status', address: () => `${list}?${asked['filtered by region and status']}`, pid: portalPid, bare: 'bare, filtered by region and status' },
    { name: '304, first page', address: () => list, pid: portalPid, bare, headers: { 'If-None-Match': etag }, status: 304 },
    ...Object.entries(asked).map(([name, query]) => ({ name: `made, ${name}`, address: anew(query), pid: portalPid, bare: `bare, ${name}` })),
    { name: 'made and packed, first page', address: anew(''), pid: portalPid, bare, headers: { 'Accept-Encoding': 'gzip' } },
    { name: 'changing, first page', address: anew(''), pid: portalPid, bare, meanwhile: () => changing(sql) },
  ];
}

/** @param {import('postgres').Sql} sql */
async function changing(sql) {
  const ticking = setInterval(() => void sql.notify('concord_changed', ''), 10);
  return async () => clearInterval(ticking);
}
