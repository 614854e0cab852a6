import { expect, test, type Page } from '@playwright/test';
import { phone, problemsOf, problemsOfAll, scriptScales } from './inspection';
import { languageIn, linksOf, patternOf, signInAs, speak, walk, type Role, type Visited } from './visiting';

/** Whose pages are walked, in the language of each unless told; those with the longest words first. */
const people: readonly { readonly role: Role; readonly language?: string }[] = [
  { role: 'auditor' }, { role: 'officer' }, { role: 'secretariat', language: 'ar' }, { role: 'reviewer' }, { role: 'admin' }, { role: 'coordinator' }, { role: 'member' }, { role: 'chair' },
];

test.describe('every signed-in page', () => {
  const inspected = new Set<string>();
  for (const { role, language } of people) {
    test(`of ${role}${language === undefined ? '' : ` in ${language}`} answers, weighs little, and nothing is wrong with it at 320 px`, async ({ page }) => {
      // Some eighty pages each, several times as long where the cores are shared.
      test.setTimeout(900_000);
      await page.setViewportSize(phone);
      await signInAs(page, role);
      const before = language === undefined ? undefined : await speak(page, language);
      if (role === 'member') await beginCommitment(page);
      const own = await page.locator('html').getAttribute('lang');
      const visited = await walk(page.request, { start: ['/my'], each: 3, goes: (link) => [undefined, own].includes(languageIn(link)) });
      const problems = visited.filter(({ status }) => status !== 200).map(({ status, path }) => `${status} ${path}`);
      problems.push(...(await problemsOfAll(page, visited.filter(isNewIn(inspected)).map(({ path }) => path), (one) => {
        const weigh = scriptScales(one);
        return async (path) => [...(await problemsOf(one, path)), ...(await weigh(path))];
      })));
      if (before !== undefined) await speak(page, before);
      expect(visited.length).toBeGreaterThan(60);
      expect(problems).toEqual([]);
    });
  }
});

/** Leaves a commitment half written, so that the steps of its form are met too. */
async function beginCommitment(page: Page): Promise<void> {
  await page.goto('/commitments/new');
  await page.locator('[name="title"]').fill('Teachers for every island');
  await page.locator('button[name="later"]').click();
  await page.waitForURL('**/my');
}

/**
 * Keeps pages on which something can be done that could not be done on an earlier one: of pages of one shape, whatever their records and
 * whoever sees them, one is inspected in each direction of reading. Public pages without such acts are those that everybody sees.
 */
function isNewIn(inspected: Set<string>): (visited: Visited) => boolean {
  return ({ path, status, html }) => {
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
    const forms = [...main.matchAll(/<form\b[^>]*?\saction="([^"]*)"/g)].map((match) => match[1] ?? '');
    const acts = [...new Set([...forms, ...linksOf(main)].filter((address) => languageIn(address) === undefined).map(patternOf))];
    const shape = [/<html[^>]* dir="(...)"/.exec(html)?.[1], patternOf(path), ...acts.sort()].join(' ');
    if (status !== 200 || inspected.has(shape) || (languageIn(path) !== undefined && acts.length === 0)) return false;
    inspected.add(shape);
    return true;
  };
}
