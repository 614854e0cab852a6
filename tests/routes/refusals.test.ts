import { request as send, type ClientRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { textFor } from '#app/languages/catalogues.server';
import { direction, type Language } from '#app/languages/language';
import { startPortal, type Portal } from '#tests/harness/portal';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal({ DEMO: '0', WORKER: '0' });
}, 240_000);
afterAll(() => portal.stop());

function ask(path: string, headers: OutgoingHttpHeaders, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const form = method === 'POST' ? { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': 0 } : {};
    send(`${portal.url}/`, { path, method, headers: { ...form, ...headers }, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    }).on('error', reject).end();
  });
}

/** As browsers ask when somebody opens an address or sends a form. */
const browser = { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

/** The portal's own page: its frame, in a language, with the words for a status. */
function expectPage({ status, headers, body }: Answer, expected: number, language: Language): void {
  const t = textFor(language, 'site');
  expect([status, headers['content-type']]).toEqual([expected, 'text/html; charset=utf-8']);
  expect(body).toContain(`<html lang="${language}" dir="${direction(language)}"`);
  for (const words of [`errors.${expected}.title`, `errors.${expected}.lede`, 'errors.home', 'nav.methods']) expect(body).toContain(t(words));
}

describe('what addresses without a page refuse', () => {
  it.each([
    ['/fr/countries/ZZ.pdf', 'en', 'fr'], ['/ar/reports/RPT-1999/figures/2.1.csv', 'en', 'ar'], ['/zh/sessions/SES-1999-001.ics', '', 'zh'],
    ['/evidence/00000000-0000-7000-8000-000000000000', 'ru,en;q=0.5', 'ru'], ['/evidence/none', 'es-MX', 'es'],
  ] as const)('%s, read in %s, is said to be absent on a page in %s, and to scripts in one line', async (path, read, language) => {
    expectPage(await ask(path, { ...browser, 'Accept-Language': read }), 404, language);
    for (const Accept of ['*/*', 'text/csv', 'application/json']) {
      const { status, headers, body } = await ask(path, { Accept });
      expect([status, headers['content-type']?.toLowerCase(), body]).toEqual([404, 'text/plain;charset=utf-8', 'Not found']);
    }
  });

  it('a form that an address does not take is answered as a page', async () => {
    expectPage(await ask('/es/countries/KE.pdf', { ...browser, Origin: portal.url }, 'POST'), 405, 'es');
  });

  it('what is refused before an address is asked, too', async () => {
    expectPage(await ask('/ru/members', { ...browser, Origin: 'https://evil.example' }, 'POST'), 403, 'ru');
    expectPage(await ask('/zh/%ff', browser), 400, 'zh');
    expectPage(await ask('//', { ...browser, 'Accept-Language': 'fr' }), 400, 'fr');
    expectPage(await ask('/sign-in.data?_data=root', { ...browser, 'Accept-Language': 'ar' }), 400, 'ar');
    expect((await ask('/ru/members', { Accept: '*/*', Origin: 'https://evil.example' }, 'POST')).body).toBe('This form was not sent from this site.\n');
  });

  it('when it is busy, it says so in the reader’s language, and when to come back', async () => {
    // Forms whose ends do not come hold all places.
    const held: ClientRequest[] = [];
    try {
      for (let count = 0; count < 256; count += 1) {
        const one = send(`${portal.url}/sign-in`, { method: 'POST', agent: false, headers: { Origin: portal.url, 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': 9 } }).on('error', () => undefined);
        one.flushHeaders();
        held.push(one);
      }
      await vi.waitFor(async () => expect((await ask('/en', { Accept: '*/*' })).status).toBe(503), 10_000);
      for (const [path, language] of [['/ar/commitments', 'ar'], ['/fr', 'fr'], ['/ar/commitments', 'ar'], ['/ar/countries/KE.pdf', 'ar']] as const) {
        const answer = await ask(path, browser);
        expectPage(answer, 503, language);
        expect([answer.headers['retry-after'], answer.body.includes(String(answer.headers['x-request-id']))]).toEqual(['5', false]);
      }
      expect((await ask('/fr/commitments.csv', { Accept: 'text/csv' })).body).toBe('The portal is busy. Try again in a few seconds.\n');
    } finally {
      for (const one of held) one.destroy();
    }
  });
});
