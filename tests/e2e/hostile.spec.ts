import { expect, test } from '@playwright/test';
import { hostileRequests } from './hostile';
import { signInAs } from './visiting';

test.describe('hostile requests', () => {
  test('are two hundred, and none of them is answered with a fault', async ({ request }) => {
    test.setTimeout(600_000);
    expect(hostileRequests.length).toBeGreaterThanOrEqual(200);
    const faults: string[] = [];
    for (const { method, path, headers, body } of hostileRequests) {
      const answer = await request.fetch(path, { method, headers, ...(body === undefined ? {} : { data: body }), maxRedirects: 0, failOnStatusCode: false }).catch((error: Error) => error);
      // A request that HTTP itself refuses never reached a page: the connection may be closed on it.
      if (answer instanceof Error) continue;
      const text = await answer.text();
      if (answer.status() >= 500) faults.push(`${answer.status()} ${method} ${path.slice(0, 120)}`);
      if (/\n\s+at .+:\d+:\d+|node_modules|PostgresError|syntax error at or near/.test(text)) faults.push(`the inside shows: ${method} ${path.slice(0, 120)}`);
    }
    expect(faults).toEqual([]);
  });

  test('as somebody who is signed in, neither', async ({ page }) => {
    test.setTimeout(600_000);
    await signInAs(page, 'secretariat');
    const origin = new URL(page.url()).origin;
    const faults: string[] = [];
    for (const { method, path, headers, body } of hostileRequests) {
      if (path.startsWith('/sign-out')) continue;
      const sent = method === 'POST' ? { ...headers, origin, 'sec-fetch-site': 'same-origin' } : headers;
      const answer = await page.request.fetch(path, { method, headers: sent, ...(body === undefined ? {} : { data: body }), maxRedirects: 0, failOnStatusCode: false }).catch((error: Error) => error);
      if (!(answer instanceof Error) && answer.status() >= 500) faults.push(`${answer.status()} ${method} ${path.slice(0, 120)} ${body?.slice(0, 60) ?? ''}`);
    }
    expect(faults).toEqual([]);
  });
});
