/** Requests that nobody means well with. Each kind of trouble meets each kind of page. */
export interface HostileRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

const nasty = [
  "' or 1=1 --", '%27%3B%20drop%20table%20commitments%3B--', '%00', '..%2f..%2fetc%2fpasswd', '%2e%2e%2f%2e%2e%2f', '{{7*7}}', '${7*7}', '<script>alert(1)</script>',
  '%F0%9F%92%A5', '%ED%A0%80', '-1', '9'.repeat(40), 'NaN', 'null', 'undefined', '__proto__', 'constructor', 'CMT-2026-99999', '%5C%5Cevil', 'a'.repeat(3000), '%E2%80%AEtxt', '0x41', '1e309', '%0d%0aSet-Cookie:%20x=1',
];
const records = ['/en/commitments/', '/en/countries/', '/en/members/', '/en/financing/pledges/', '/en/working-groups/', '/en/sessions/', '/en/decisions/', '/en/procedures/', '/en/reports/', '/en/declaration/', '/en/coalitions/', '/en/consultations/'];
const lists = ['/en/commitments', '/en/members', '/en/countries', '/en/financing/pledges', '/en/financing/transactions', '/en/sessions', '/en/decisions', '/en/search', '/en/declaration/endorsements', '/en/consultations/comments'];
const queries = [
  'q=%00', 'q=%25%27%22', 'after=zzz', 'after=%7B%22a%22%3A1%7D', `after=${'x'.repeat(600)}`, 'sort=-nothing', 'sort=__proto__', 'country=XX&country=YY', 'status[]=a&status[b]=c', 'q=' + '%D8%A7'.repeat(120),
  'node=00000000-0000-0000-0000-000000000000', 'region=999', 'page=-1&limit=1e9', 'year=999999999999', 'after=bnVsbA%3D%3D', 'after=2026-02-30T00:00:00.000000Z~00000000-0000-4000-8000-000000000000', 'after=0000-01-01~00000000-0000-4000-8000-000000000000',
];
const get = (path: string, headers: Record<string, string> = {}): HostileRequest => ({ method: 'GET', path, headers });
const post = (path: string, body: string, type = 'application/x-www-form-urlencoded', more: Record<string, string> = {}): HostileRequest => ({ method: 'POST', path, body, headers: { 'content-type': type, ...more } });

const targets = ['/sign-in', '/sign-in/demo', '/sign-out', '/sign-in/forgotten', '/commitments/new', '/commitments/CMT-2026-0001/submission', '/financing/pledges/new', '/imports', '/people', '/updates/2026', '/invitations/x', '/password-resets/x', '/en/commitments', '/en/consultations/CNS-2026-0001/comment', '/consultations/CNS-2026-0001/days', '/consultations/comments/COM-2026-0001/disposition', '/frameworks/CONNDECL/versions/2/consultation', '/nowhere'];
const bodies: readonly (readonly [string, string])[] = [
  ['', 'application/x-www-form-urlencoded'], ['{"a":1}', 'application/json'], ['[[[[[[', 'application/json'], ['title=%00%01&title=x', 'application/x-www-form-urlencoded'],
  [`title=${'x'.repeat(100_000)}`, 'application/x-www-form-urlencoded'], ['--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n\u0000\u0001\r\n--x--', 'multipart/form-data; boundary=x'],
  ['--wrong', 'multipart/form-data; boundary=x'], ['goals[0][__proto__][x]=1&goals[99999].value=2', 'application/x-www-form-urlencoded'], ['version=abc&idempotency_key=zzz', 'application/x-www-form-urlencoded'], ['<xml/>', 'text/xml'],
];

export const hostileRequests: readonly HostileRequest[] = [
  ...records.flatMap((record, at) => nasty.filter((_, number) => (number + at) % 3 !== 2).map((value) => get(record + encodeURI(value).replaceAll('%25', '%')))),
  ...lists.flatMap((list) => queries.map((query) => get(`${list}?${query}`))),
  ...targets.flatMap((target) => bodies.map(([body, type]) => post(target, body, type))),
  get('/en/commitments.csv?q=%00'), get('/en/commitments.csv?after=x'), get('/en/members.xlsx?country=%27'), get('/en/nothing.csv'), get('/en/commitments.exe'), get('/xx/commitments'), get('/EN'), get('/en/../../etc/passwd'), get('//evil.example/'), get('/%2e%2e/'),
  get('/en', { 'accept-language': ','.repeat(2000) }), get('/en', { cookie: `concord=${'x'.repeat(4000)}` }), get('/en', { cookie: 'concord=%00; concord=..;;;==' }), get('/en', { 'if-none-match': '*' }), get('/en', { range: 'bytes=0-99999999' }), get('/en/commitments.data'), get('/en?_data=root'), get('/_root.data'), get('/en/commitments.data?_routes=__proto__'), get('/__manifest?p=%00'), get('/__manifest?version=x&p=/en'),
  { method: 'PUT', path: '/en', headers: {} }, { method: 'DELETE', path: '/en/commitments/CMT-2026-0001', headers: {} }, { method: 'TRACE', path: '/', headers: {} }, { method: 'OPTIONS', path: '/', headers: {} }, { method: 'HEAD', path: '/en', headers: {} },
];
