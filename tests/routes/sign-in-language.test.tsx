import type { AppLoadContext } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { requirePerson } from '#app/accounts/viewer.server';
import { textFor } from '#app/languages/catalogues.server';
import { languages } from '#app/languages/language';
import { loader as root } from '#app/root';
import { loader as forgotten } from '#app/routes/forgotten';
import { action as signingIn, loader as signIn } from '#app/routes/sign-in';
import { SiteFrame } from '#app/site/frame';
import { markupOf } from '#tests/harness/markup';

const context: AppLoadContext = { now: new Date('2026-03-02T09:00:00Z'), requestId: 'test', nonce: '', client: '', publicUrl: '', demo: false, views: undefined, viewer: () => Promise.resolve(anyone) };
const given = (address: string, init?: RequestInit) => ({ request: new Request(`http://127.0.0.1${address}`, { headers: { 'Accept-Language': 'es' }, ...init }), params: {}, context });
const title = (language: (typeof languages)[number], key: string) => textFor(language, 'accounts')(`${key}.title`);

describe('who is not signed in chooses a language', () => {
  it.each(languages)('%s, on the pages of signing in', async (language) => {
    expect((await signIn(given(`/sign-in?lang=${language}&next=%2Fmy`))).title).toBe(title(language, 'sign_in'));
    expect((await forgotten(given(`/sign-in/forgotten?lang=${language}`))).title).toBe(title(language, 'forgotten'));
    expect((await root(given(`/sign-in?lang=${language}`))).language).toBe(language);
  });
  it('else their browser does, also where another word was asked for', async () => {
    for (const address of ['/sign-in', '/sign-in?lang=xx', '/sign-in?lang=']) expect((await root(given(address))).language).toBe('es');
  });
  it('and keeps it: from a public page, in the form and its errors, and to the page for a forgotten password', async () => {
    const at = (path: string) => markupOf(<SiteFrame facts={{ language: 'fr', path, publicUrl: '', demo: false, views: undefined, requestId: '', person: undefined }}>x</SiteFrame>, 'fr');
    expect(at('/fr/commitments')).toContain('href="/sign-in?lang=fr"');
    for (const language of languages.filter((one) => one !== 'fr')) expect(at('/sign-in?next=%2Fmy&lang=fr')).toContain(`href="/sign-in?next=%2Fmy&amp;lang=${language}"`);
    const answer = await signingIn(given('/sign-in?lang=fr', { method: 'POST', body: new URLSearchParams({ mail: '', password: '' }) }));
    expect(JSON.stringify(answer)).toContain(textFor('fr', 'form')('errors.required'));
    const led = await requirePerson(context, given('/fr/members/application').request).catch((response: unknown) => response as Response);
    expect((led as Response).headers.get('Location')).toBe('/sign-in?next=%2Ffr%2Fmembers%2Fapplication&lang=fr');
  });
});
