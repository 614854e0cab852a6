import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseOf, startPortal, type Portal } from '#tests/harness/portal';

type Account = 'secretariat' | 'officer' | 'member';

let portal: Portal;
let sql: postgres.Sql;
const cookies = new Map<Account, string>();

async function post(path: string, fields: Readonly<Record<string, string>>, as?: Account): Promise<readonly [status: number, location: string | null]> {
  const headers = { Origin: portal.url, ...(as === undefined ? {} : { Cookie: cookies.get(as) ?? '' }) };
  const answer = await fetch(portal.url + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) });
  await answer.body?.cancel();
  return [answer.status, answer.headers.get('Location')];
}

beforeAll(async () => {
  portal = await startPortal({ DEMO: '1', WORKER: '0' });
  sql = await databaseOf(portal);
  for (const account of ['secretariat', 'officer', 'member'] as const) {
    const answer = await fetch(`${portal.url}/sign-in/demo`, { method: 'POST', redirect: 'manual', headers: { Origin: portal.url }, body: new URLSearchParams({ account: `${account}@demo.example` }) });
    cookies.set(account, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  }
}, 240_000);
afterAll(async () => {
  await sql?.end();
  await portal?.stop();
});

interface Act {
  readonly as: Account;
  readonly other: Account;
  readonly path: string;
  readonly fields?: Readonly<Record<string, string>>;
}

const one = async (rows: Promise<readonly postgres.Row[]>): Promise<postgres.Row> => {
  const [row] = await rows;
  if (row === undefined) throw new Error('the demo world has nothing to try this on');
  return row;
};

const acts: Readonly<Record<string, () => Promise<Act>>> = {
  'to return a commitment': async () => {
    const { ref } = await one(sql`select ref from commitments where status = 'submitted' order by ref`);
    return { as: 'secretariat', other: 'officer', path: `/commitments/${ref}/return`, fields: { reason: 'Say how many schools, and by when.' } };
  },
  'to approve an amendment': async () => {
    const { ref, number } = await one(sql`select ref, number from amendments a join commitments c on c.id = a.commitment_id where a.status = 'asked'`);
    return { as: 'secretariat', other: 'officer', path: `/commitments/${ref}/amendments/${number}/approval` };
  },
  'to withdraw a commitment': async () => {
    const { ref } = await one(sql`select ref from commitments where status = 'published' and lead_country_iso2 = 'KE'`);
    return { as: 'member', other: 'secretariat', path: `/commitments/${ref}/withdrawal`, fields: { reason: 'The money for it went to something else.' } };
  },
  'to cancel a session': async () => {
    const { ref } = await one(sql`select ref from sessions where status = 'convened' order by starts_at desc`);
    return { as: 'secretariat', other: 'officer', path: `/sessions/${ref}/desk/cancellation`, fields: { reason: 'The room is flooded.' } };
  },
};

describe.each(Object.entries(acts))('a form posted again %s', (_, found) => {
  it('leads where it led, acts once, and says nothing to anybody else', async () => {
    const { as, other, path, fields = {} } = await found();
    const form = { ...fields, _key: randomUUID() };
    const [first, ...atOnce] = await Promise.all(Array.from({ length: 4 }, () => post(path, form, as)));
    expect(first).toEqual([303, expect.stringMatching(/^\/\S+$/)]);
    expect(atOnce).toEqual([first, first, first]);
    const [trail] = await sql`select count(*)::integer as rows from audit_log`;
    expect(await post(path, form, as)).toEqual(first);
    expect(await sql`select count(*)::integer as rows from audit_log`).toEqual([trail]);

    const anew = await post(path, { ...fields, _key: randomUUID() }, as);
    expect(anew[0]).toBeGreaterThanOrEqual(400);
    expect(await post(path, form, other)).toEqual(await post(path, { ...fields, _key: randomUUID() }, other));
    expect((await post(path, form, other))[0]).toBeGreaterThanOrEqual(400);
    expect((await post(path, form))[1]).not.toBe(first?.[1]);
    expect(await post(`${path}?again`, form, as)).toEqual(anew);
  });
});

it('a button that was pressed in vain is answered by a page in words', async () => {
  const { ref } = await one(sql`select ref from commitments where status in ('verified', 'superseded', 'reached_on_time') order by ref limit 1`);
  const answer = await fetch(`${portal.url}/commitments/${ref}/submission`, { method: 'POST', redirect: 'manual', headers: { Origin: portal.url, Cookie: cookies.get('secretariat') ?? '' }, body: new URLSearchParams({ _key: randomUUID() }) });
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([403, expect.stringContaining('text/html')]);
  expect(await answer.text()).toContain('This step does not fit the state in which the record is.');
});
