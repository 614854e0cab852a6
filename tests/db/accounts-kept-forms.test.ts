import type { AppLoadContext } from '@remix-run/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { discardKeptForm, findKeptForm } from '#app/accounts/kept-forms/kept-form.server';
import { beginLogin } from '#app/accounts/login/login.server';
import { requireConfirmed, requirePerson, viewerOf } from '#app/accounts/viewer.server';
import { database } from '#app/platform/database.server';
import { minutesAfter, openWorld, person } from './accounts-world';

let world: Awaited<ReturnType<typeof openWorld>>;
let now: Date;
let amina: string;
let cookie: string;
const header = (set: string | null | undefined): string => set?.split(';')[0] ?? '';

beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());
beforeEach(async () => {
  await world.truncate();
  now = new Date();
  amina = await person('Amina', now);
  cookie = header(await beginLogin(amina, undefined, now));
});

const address = 'http://127.0.0.1:3000/commitments/CMT-2026-0042/edit/what?step=1';
const fields: [string, string][] = [['title', 'Écoles connectées'], ['nodes', 'b'], ['nodes', 'a'], ['_key', '0198c0de-0000-7000-8000-000000000001'], ['note', 'line\nline']];

function posted(sent: string, body: BodyInit = new URLSearchParams(fields)): Request {
  return new Request(address, { method: 'POST', body, headers: { Cookie: sent } });
}
function contextFor(sent: string, at: Date, client = '192.0.2.1'): AppLoadContext {
  return { now: at, requestId: 'r', nonce: 'n', client, publicUrl: 'http://127.0.0.1:3000', demo: false, viewer: () => viewerOf(sent, at) };
}

/** What `requirePerson` answers instead of letting a request through. */
async function answerTo(request: Request, context: AppLoadContext, ask = requirePerson): Promise<Response> {
  try {
    await ask(context, request);
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
  throw new Error('was let through');
}

describe('AC-4: a sign-in that ends in the middle of a form', () => {
  it('loses nothing: every field in its order, for the address it was meant for', async () => {
    const late = minutesAfter(now, 481);
    const answer = await answerTo(posted(cookie), contextFor(cookie, late));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe('/sign-in?next=%2Fsign-in%2Fcontinue');
    const kept = header(answer.headers.get('Set-Cookie'));
    expect(await findKeptForm(kept, amina, minutesAfter(late, 59))).toEqual({ path: '/commitments/CMT-2026-0042/edit/what?step=1', fields });
    expect(await findKeptForm(kept, amina, minutesAfter(late, 60))).toBeUndefined();
  });
  it('is kept for the same person, and for nobody else at the same machine', async () => {
    const other = await person('Other', now);
    const kept = header((await answerTo(posted(cookie), contextFor(cookie, minutesAfter(now, 481)))).headers.get('Set-Cookie'));
    expect(await findKeptForm(kept, other, now)).toBeUndefined();
    expect(await findKeptForm(`concord-kept=${'a'.repeat(43)}`, amina, now)).toBeUndefined();
    await discardKeptForm(kept, other);
    expect(await findKeptForm(kept, amina, now)).toBeDefined();
    await discardKeptForm(kept, amina);
    expect(await findKeptForm(kept, amina, now)).toBeUndefined();
  });
  it('is kept where nobody had signed in before, for whoever then does', async () => {
    const kept = header((await answerTo(posted(''), contextFor('', now))).headers.get('Set-Cookie'));
    expect(await findKeptForm(kept, amina, now)).toBeDefined();
  });
  it('keeps neither files nor passwords, and stores only a hash of its key', async () => {
    const body = new FormData();
    body.set('title', 'with a file');
    body.set('password', 'plover tuba ninety lichen');
    body.set('evidence', new File(['%PDF-1.7'], 'evidence.pdf'));
    const kept = header((await answerTo(posted(cookie, body), contextFor(cookie, minutesAfter(now, 481)))).headers.get('Set-Cookie'));
    expect((await findKeptForm(kept, amina, now))?.fields).toEqual([['title', 'with a file']]);
    expect(JSON.stringify(await database().selectFrom('kept_forms').selectAll().execute())).not.toContain(kept.slice('concord-kept='.length));
  });
  it('keeps no more than it can, and leads back to the page all the same', async () => {
    const context = contextFor('', now, '192.0.2.9');
    const large = await answerTo(posted('', new URLSearchParams({ text: 'x'.repeat(500_000) })), context);
    expect([large.status, large.headers.get('Set-Cookie')]).toEqual([303, null]);
    expect(large.headers.get('Location')).toBe(`/sign-in?next=${encodeURIComponent('/commitments/CMT-2026-0042/edit/what?step=1')}`);
    for (let round = 0; round < 60; round += 1) await answerTo(posted(''), context);
    expect((await answerTo(posted(''), context)).headers.get('Set-Cookie')).toBeNull();
  });
  it('leads a reader to the sign-in page and back, and never to another site', async () => {
    const answer = await answerTo(new Request('http://127.0.0.1:3000/my?x=1'), contextFor('', now));
    expect(answer.headers.get('Location')).toBe('/sign-in?next=%2Fmy%3Fx%3D1');
    const odd = await answerTo(new Request('http://127.0.0.1:3000//evil.example/'), contextFor('', now));
    expect(odd.headers.get('Location')).toBe('/sign-in?next=%2Fmy');
  });
  it('lets through who is signed in, without touching the form', async () => {
    const request = posted(cookie);
    expect(await requirePerson(contextFor(cookie, now), request)).toMatchObject({ id: amina });
    expect(request.bodyUsed).toBe(false);
  });
});

describe('AC-7: a step that asks who somebody is', () => {
  it('lets through within ten minutes, and keeps the form after that', async () => {
    expect(await requireConfirmed(contextFor(cookie, now), posted(cookie))).toMatchObject({ id: amina });
    const late = minutesAfter(now, 10);
    const answer = await answerTo(posted(cookie), contextFor(cookie, late), requireConfirmed);
    expect(answer.headers.get('Location')).toBe('/confirm?next=%2Fsign-in%2Fcontinue');
    expect(await findKeptForm(header(answer.headers.get('Set-Cookie')), amina, late)).toMatchObject({ fields });
  });
});
