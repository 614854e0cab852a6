import { request as send, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPortal, type Portal } from '#tests/harness/portal';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Plain HTTP: `fetch` would not let a test lie about where a request comes from. */
function ask(url: string, { method = 'GET', headers = {}, body = '' }: { method?: string; headers?: OutgoingHttpHeaders; body?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = method === 'GET' ? {} : { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) };
    const sent = send(url, { method, headers: { ...length, ...headers } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    sent.on('error', reject).end(body);
  });
}

let portal: Portal;
let cookie = '';

beforeAll(async () => {
  portal = await startPortal({ DEMO: '1' });
  const answer = await ask(`${portal.url}/sign-in/demo`, { method: 'POST', headers: { Origin: portal.url }, body: 'account=secretariat%40demo.example' });
  cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}, 240_000);
afterAll(() => portal.stop());

const profile = 'name=Mallory&language=fr&time_zone=UTC&publish_name=on';

/** Every form that a stranger's page could want somebody to send, with what it would change. */
const targets: readonly (readonly [name: string, path: string, body: string])[] = [
  ['a page', '/my/account', profile],
  ['a page as the framework’s own scripts call it', '/my/account.data', profile],
  ['a route without a page', '/sign-out', ''],
  ['a route without a page, to sign somebody in as somebody else', '/sign-in/demo', 'account=admin%40demo.example'],
  ['the sign-in page', '/sign-in', 'mail=a%40b.example&password=x'],
];

/** Each way to forge, or to hide, where a request comes from. `SELF` is the portal's own origin. */
const forgeries: readonly (readonly [name: string, headers: Record<string, string>])[] = [
  ['from another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }],
  ['from another site that claims our origin', { 'Sec-Fetch-Site': 'cross-site', Origin: 'SELF' }],
  ['from a sister host', { 'Sec-Fetch-Site': 'same-site', Origin: 'SELF' }],
  ['from a bookmark or a typed address', { 'Sec-Fetch-Site': 'none' }],
  ['with a made-up relation', { 'Sec-Fetch-Site': 'same-origin, cross-site', Origin: 'SELF' }],
  ['from an old browser on another site', { Origin: 'https://evil.example' }],
  ['from a sandboxed frame', { Origin: 'null' }],
  ['from a longer host that begins like ours', { Origin: 'SELF.evil.example' }],
  ['from another port', { Origin: 'http://127.0.0.1:1' }],
  ['from our host over another scheme', { Origin: 'HTTPS' }],
  ['with a referrer alone', { Referer: 'SELF/my/account' }],
  ['with nothing at all', {}],
  ['with forwarded headers of nobody we trust', { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https', Forwarded: 'host=evil.example' }],
  ['with a host that fits its origin', { Origin: 'https://evil.example', Host: 'evil.example' }],
  ['as text', { 'Content-Type': 'text/plain' }],
];

const filledIn = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replace('SELF', portal.url).replace('HTTPS', portal.url.replace('http:', 'https:'))]));

/** Signed in as before, and called as before. */
async function isUntouched(): Promise<boolean> {
  const page = await ask(`${portal.url}/my/account`, { headers: { Cookie: cookie } });
  // An address may break its line before the domain.
  const said = page.body.replaceAll('<wbr/>', '');
  return page.status === 200 && said.includes('secretariat@demo.example') && !said.includes('Mallory');
}

describe.each(targets)('%s', (_, path, body) => {
  it.each(forgeries)('is not sent %s', async (_name, headers) => {
    const answer = await ask(portal.url + path, { method: 'POST', headers: { Cookie: cookie, ...filledIn(headers) }, body });
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
  it('does not take the framework’s data parameter', async () => {
    const answer = await ask(`${portal.url}${path}?_data=routes%2Faccount`, { method: 'POST', headers: { Cookie: cookie, Origin: portal.url }, body });
    expect(answer.status).toBe(400);
  });
  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('does not answer %s', async (method) => {
    const answer = await ask(portal.url + path, { method, headers: { Cookie: cookie, Origin: portal.url, 'X-HTTP-Method-Override': 'POST' }, body });
    expect(answer.status).toBe(405);
  });
});

describe('what was refused', () => {
  it('changed nothing', async () => {
    expect(await isUntouched()).toBe(true);
  });
  it('is not done by a link either', async () => {
    for (const path of ['/sign-out', '/sign-in/demo?account=admin%40demo.example', `/my/account?${profile}`, '/my/account?_method=POST']) {
      const answer = await ask(portal.url + path, { headers: { Cookie: cookie } });
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    expect(await isUntouched()).toBe(true);
  });
});

describe('what our own pages send', () => {
  it.each([
    ['a browser of today', { 'Sec-Fetch-Site': 'same-origin', Origin: 'SELF' }],
    ['a browser that hides its origin', { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }],
    ['an old browser', { Origin: 'SELF' }],
    ['a browser behind a proxy that renames the host', { 'Sec-Fetch-Site': 'same-origin', Origin: 'SELF', Host: 'inside.internal' }],
  ])('is taken from %s', async (_, headers) => {
    const answer = await ask(`${portal.url}/sign-in`, { method: 'POST', headers: filledIn(headers as Record<string, string>), body: 'mail=a%40b.example&password=x' });
    expect(answer.status).toBe(422);
  });
});
