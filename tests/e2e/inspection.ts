import AxeBuilder from '@axe-core/playwright';
import type { ConsoleMessage, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';

export const kilobyte = 1024;

/** The smallest screen that the portal is made for. */
export const phone = { width: 320, height: 800 };
/** What a sheet of A4 holds between its margins. */
export const paper = { width: 657, height: 979 };

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Of texts that `markAlike` has marked, contrast is not asked again. */
const source = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')};axe.configure({ rules: [{ id: 'color-contrast', selector: '*:not([data-alike])' }] });`;

/** Rows of a list are alike: the first dozen stands for all. Our pages have no frames: without them axe needs no page of its own to gather what it found. */
const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page, axeSource: source }).withTags(rules).exclude(':is(tr, li):nth-child(n + 13)').options({ resultTypes: ['violations'] }).setLegacyMode();

/**
 * Runs in the page. Looking at the contrast of every text takes axe four times as long as all else together; contrast is a matter of
 * colours and sizes, so of the texts of a kind two stand for all, and the others are marked.
 */
function markAlike(): void {
  const times = new Map<string, number>();
  const ground = (element: Element): string => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(at);
      if (backgroundImage !== 'none' || opacity !== '1') return `${at.tagName}.${at.className} ${backgroundImage} ${opacity}`;
      if (!/^rgba\(.*, 0\)$/.test(backgroundColor)) return backgroundColor;
    }
    return '';
  };
  for (const element of document.querySelectorAll('body *')) {
    const { color, fontSize, fontWeight, position, textShadow } = getComputedStyle(element);
    const kind = [color, ground(element), fontSize, fontWeight, position, textShadow].join(' ');
    const time = (times.get(kind) ?? 0) + ([...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) ? 1 : 0);
    times.set(kind, time);
    if (time > 2) element.setAttribute('data-alike', '');
  }
}

/** What is wrong with one page as it stands: its width, the way through it by keyboard, accessibility, errors in the console. */
export async function problemsOf(page: Page, path: string): Promise<string[]> {
  const problems: string[] = [];
  const listen = (message: ConsoleMessage) => {
    const isStatus = message.text().startsWith('Failed to load resource') && message.location().url === page.url(); // of the page itself, where that is what is inspected
    if (['error', 'warning'].includes(message.type()) && !isStatus) problems.push(`console says ${message.text()}`);
  };
  const fail = (error: Error) => void problems.push(`throws ${error.message}`);
  page.on('console', listen).on('pageerror', fail);
  await page.goto(path);
  problems.push(...(await page.evaluate(overflow)));
  await page.keyboard.press('Tab');
  problems.push(...(await page.evaluate(keyboardProblems)));
  await page.evaluate(markAlike);
  const { violations } = await axe(page).analyze();
  for (const { id, nodes } of violations) problems.push(`${id} ${nodes[0]?.html.slice(0, 160) ?? ''} (${nodes.length})`);
  page.off('console', listen).off('pageerror', fail);
  return problems.map((problem) => `${path}: ${problem}`);
}

/**
 * Looks at every page, two at a time: while one is being looked at, the portal makes the next. The second one is opened beside the first
 * and has what that one has, the person who is signed in and the width of the screen.
 */
export async function problemsOfAll(first: Page, paths: readonly string[], look: (page: Page) => (path: string) => Promise<string[]> = (page) => (path) => problemsOf(page, path)): Promise<string[]> {
  const second = await first.context().newPage();
  await second.setViewportSize(first.viewportSize() ?? phone);
  const waiting = [...paths];
  const problems: string[] = [];
  await Promise.all([first, second].map(async (page) => {
    const problemsAt = look(page);
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) problems.push(...(await problemsAt(path)));
  }));
  await second.close();
  return problems;
}

/** What is too wide of pages one after another, for the languages whose words are long: looking at nothing else is quick. */
export async function widthProblemsOf(page: Page, paths: readonly string[]): Promise<string[]> {
  const problems: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    problems.push(...(await page.evaluate(overflow)).map((problem) => `${path}: ${problem}`));
  }
  return problems;
}

/** What is too wide of the page as it stands on the smallest screen; the window is as wide as before then. */
export async function narrowProblemsOf(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize(phone);
  const problems = await page.evaluate(overflow);
  if (before !== null) await page.setViewportSize(before);
  return problems.map((problem) => `at ${phone.width} px it ${problem}`);
}

/** What a page that is shown as on paper loses or shows in vain: to be asked with the media `print`. */
export async function paperProblemsOf(page: Page, paths: readonly string[]): Promise<string[]> {
  const problems: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    problems.push(...[...(await page.evaluate(overflow)), ...(await page.evaluate(printProblems))].map((problem) => `${path}: ${problem}`));
  }
  return problems;
}

/** Runs in the page: ways elsewhere that are shown, tables that do not repeat their head or break their rows, what stays folded. */
function printProblems(): string[] {
  const seen = (element: Element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const named = (element: Element) => element.outerHTML.slice(0, 120);
  const [tables, heads, rows] = [all('main table'), all('main thead'), all('main tbody tr')];
  return [
    ...(document.querySelector('main h1') === null ? ['is no page'] : []),
    ...all('nav:not(.crumbs), .btn, button, form.filters, .skip').filter(seen).map((element) => `shows on paper ${named(element)}`),
    ...[...tables, ...all('main details > :not(summary, .btn, form)')].filter((element) => !seen(element) && element.closest('.noprint, nav') === null).map((element) => `loses on paper ${named(element)}`),
    ...heads.filter((head) => getComputedStyle(head).display !== 'table-header-group' || getComputedStyle(head).position !== 'static').map((head) => `does not repeat ${named(head)}`),
    ...rows.filter((row) => getComputedStyle(row).display !== 'table-row' || getComputedStyle(row).breakInside !== 'avoid').map((row) => `breaks ${named(row)}`),
    ...all('main :is(h1, h2, h3)').filter((heading) => seen(heading) && getComputedStyle(heading).breakAfter !== 'avoid').map((heading) => `leaves alone ${named(heading)}`),
  ];
}

/** Runs in the page: whether it scrolls sideways, and what makes it. */
function overflow(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const outside = [...document.querySelectorAll('main *, header *, footer *')].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 1 && (right > clientWidth || left < 0) && element.childElementCount === 0;
  });
  return [`is ${scrollWidth} px wide: ${outside[0]?.outerHTML.slice(0, 160) ?? ''}`];
}

/**
 * Runs in the page after the first press of Tab: that is the skip link where a menu stands before the content, everything to act on is a
 * stop of the keyboard in the order of the page, and shows that it has the focus.
 */
function keyboardProblems(): string[] {
  const found: string[] = [];
  const first = document.activeElement;
  if (document.querySelector('header, nav') !== null && first?.className !== 'skip') found.push(`the first stop of the keyboard is ${first?.outerHTML.slice(0, 120)}`);
  const named = (element: Element) => element.outerHTML.slice(0, 120);
  for (const element of document.querySelectorAll<HTMLElement>('a, button, input, select, textarea, summary, [role="button"], [role="link"], [tabindex]:not([tabindex="-1"])')) {
    if (element.matches(':disabled, [type="hidden"]') || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.tabIndex !== 0) found.push(`is no plain stop of the keyboard: ${named(element)}`);
    element.focus({ preventScroll: true });
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    if (document.activeElement !== element) found.push(`does not take the focus: ${named(element)}`);
    else if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) found.push(`does not show its focus: ${named(element)}`);
  }
  return found;
}

/**
 * Weighs the script of one page after another, as somebody meets them: at most 110 KB for the first, 15 KB more for a further one.
 * To be asked when the page has come to rest.
 */
export function scriptScales(page: Page): (path: string) => Promise<string[]> {
  const known = new Map<string, number>();
  return async (path) => {
    const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /\.js(\?|$)/.test(name)));
    const isFirst = known.size === 0;
    const added = names.filter((name) => !known.has(name));
    for (const name of added) known.set(name, gzipSync(await (await page.request.get(name)).body()).length);
    const weight = (of: readonly string[]) => of.reduce((sum, name) => sum + (known.get(name) ?? 0), 0);
    return [
      ...(weight(names) > 110 * kilobyte ? [`${path}: ${weight(names)} bytes of script`] : []),
      ...(!isFirst && weight(added) > 15 * kilobyte ? [`${path}: ${weight(added)} bytes of script more than before`] : []),
    ];
  };
}
