import { expect, test } from '@playwright/test';
import { paths } from '#app/paths';
import { startPortal, type Portal } from '../harness/portal';
import { arrive, become, confirmUntil, dayAhead, field, inspect, linkTo, open, press, section, signOut, traveller, type Traveller, type Way } from './journey/traveller';
import { words } from './journey/words';

/** A new version of the Declaration changes what every page counts by, so this journey has a portal of its own. */
let portal: Portal;
test.beforeAll(async () => {
  test.setTimeout(600_000);
  portal = await startPortal({ DEMO: '1' });
});
test.afterAll(() => portal.stop());

test.describe.configure({ mode: 'serial' });

const code = 'CONNDECL';
const reservation = 'Subject to the vote on the budget.';
/** The first takes up the draft of the demo world, on which everybody is being consulted; the second starts its own and asks members. */
const ways: readonly (Way & { readonly number: number; readonly asks: 'public' | 'members' })[] = [
  { language: 'en', width: 1280, scripts: false, number: 2, asks: 'public' },
  { language: 'ar', width: 360, scripts: true, number: 3, asks: 'members' },
];

for (const way of ways) {
  test(`version ${way.number} of the Declaration is published over endorsements and commitments, ${way.scripts ? 'with' : 'without'} scripts at ${way.width} px`, async ({ browser }) => {
    test.setTimeout(600_000);
    const context = await browser.newContext({ baseURL: portal.url, viewport: { width: way.width, height: 900 }, javaScriptEnabled: way.scripts });
    context.setDefaultTimeout(20_000);
    const who = traveller(await context.newPage(), way);
    const before = await test.step('everybody sees who stands behind the version in force', () => textOf(who, way.number - 1));
    await test.step('an officer writes the next version', () => write(who, way.number));
    const consultation = await test.step('it is put out, and commented on', () => (way.asks === 'public' ? visit(who) : consult(who, way.number)));
    const late = await writing(who, consultation);
    await test.step('comments are let through, and answered after its end', () => answer(who, way.number, consultation));
    await test.step('who was still writing is told that it has ended, and loses nothing', () => tooLate(late));
    await test.step('another person publishes it', () => publish(who, way.number));
    await test.step('what was said and what came of it stands beside the version', () => outcome(who, consultation, way.asks === 'public' ? 'ada@visitor.example' : 'member@demo.example'));
    await test.step('what stood on the version before stands there still', () => look(who, way.number, before));
    const ref = await test.step('a focal point endorses the new version, but for a clause', () => endorse(who, way.number));
    await test.step('another person looks at the evidence and publishes the endorsement', () => accept(who, ref));
    await test.step('everybody sees it, with its reservation', () => find(who, way.number, ref));
    await context.close();
  });
}

interface Version {
  readonly endorsements: string;
  readonly commitments: string;
  readonly words: string;
}

/** A version as everybody reads it: how many have endorsed it, what is promised on it, and what its first line says. */
async function textOf(who: Traveller, number: number): Promise<Version> {
  await signOut(who);
  await open(who, who.to.clause('P1.1', { version: number }));
  const words = await who.page.locator('.lede').innerText();
  const signed = await linkTo(who, who.to.endorsements({ version: number, status: 'published' })).innerText();
  await open(who, who.to.commitments({ node: 'P1.1', version: `${code}.${number}` }));
  return { endorsements: signed.trim(), commitments: (await who.page.locator('main strong').first().innerText()).trim(), words: words.trim() };
}

const newWords = (number: number) => `Plan first for those who are furthest from digital learning. Version ${number} says so shortly.`;

async function write(who: Traveller, number: number): Promise<void> {
  const { page, t } = who;
  await become(who, 'officer');
  await open(who, paths.textVersions(code));
  const known = page.getByRole('link', { name: t('frameworks:text.go_on', { number }), exact: true });
  await (await known.isVisible() ? known.click() : press(who, t('frameworks:text.start')));
  await expect(page).toHaveURL(new RegExp(`${paths.draft(code, number)}$`));
  // Whoever wrote in it last does not publish it.
  await expect(page.getByText(t('frameworks:reasons.another_publishes')).first()).toBeVisible();
  await press(who, t('frameworks:draft.move_down', { code: 'P3.1' }));
  await inspect(who);
  await page.locator('.agenda .agenda li').filter({ hasText: 'P1.1' }).getByRole('link').click();
  await arrive(who);
  await inspect(who);
  await page.locator('#words-body').fill(newWords(number));
  await press(who, t('frameworks:words.save'));
  await expect(page.getByText(t('records:translations.outdated')).first()).toBeVisible();
}

const comment = 'Say plainly who pays for the line after the first year.';
const refIn = (text: string): string => /CNS-\d{4}-\d{4}/.exec(text)?.[0] ?? '';

/** Somebody from the public finds the consultation and comments on a clause; says which consultation it was. */
async function visit(who: Traveller): Promise<string> {
  const { page, t, to } = who;
  await signOut(who);
  await open(who, to.declaration());
  await page.getByRole('link', { name: t('frameworks:consultations.take_part'), exact: true }).click();
  await arrive(who);
  const consultation = refIn(page.url());
  await page.getByRole('link', { name: t('frameworks:consultations.comment_on', { code: 'P1.1' }), exact: true }).click();
  await arrive(who);
  await field(who, t('frameworks:comments.body')).fill(comment);
  await field(who, t('frameworks:comments.name')).fill('Ada <b>Visitor</b>');
  await field(who, t('frameworks:comments.mail')).fill('ada@visitor.example');
  await press(who, t('frameworks:comments.act.send'));
  // Without the consent nothing is taken, and nothing is lost.
  await expect(page.getByRole('alert')).toContainText(t('frameworks:problems.comment_consent'));
  await expect(field(who, t('frameworks:comments.body'))).toHaveValue(comment);
  await page.getByRole('checkbox', { name: t('frameworks:comments.consent') }).check();
  await press(who, t('frameworks:comments.act.send'));
  await expect(page.getByRole('heading', { level: 1, name: t('frameworks:comments.sent.waiting') })).toBeVisible();
  await open(who, to.comments({ consultation }));
  await expect(page.getByText(comment)).toHaveCount(0);
  return consultation;
}

/** The secretariat asks the members, and one of them comments in the name of a country; says which consultation it was. */
async function consult(who: Traveller, number: number): Promise<string> {
  const { page, t, to } = who;
  await open(who, paths.draft(code, number));
  await page.getByRole('link', { name: t('frameworks:consultations.act.open'), exact: true }).click();
  await page.getByRole('radio', { name: t('frameworks:consultations.audience.members') }).check();
  await field(who, t('frameworks:consultations.introduction')).fill('Tell us whether the shorter wording says enough.');
  await field(who, t('frameworks:consultations.last_day')).fill('2020-01-01');
  // What the browser would catch itself is sent all the same.
  await page.locator('main form').last().evaluate((form: HTMLFormElement) => form.submit());
  await expect(page.getByRole('alert')).toContainText(t('frameworks:problems.closes_before'));
  await field(who, t('frameworks:consultations.last_day')).fill(dayAhead(7));
  await press(who, t('frameworks:consultations.act.open'));
  await expect(page).toHaveURL(/CNS-/);
  await arrive(who);
  const consultation = refIn(page.url());
  await signOut(who);
  expect((await page.goto(to.consultation(consultation)))?.status()).toBe(404);
  await become(who, 'member');
  await open(who, to.consultationComment(consultation, { clause: 'P1.1' }));
  await field(who, t('frameworks:comments.party')).selectOption('country:KE');
  await field(who, t('frameworks:comments.body')).fill(comment);
  await press(who, t('frameworks:comments.act.send'));
  await expect(page.getByRole('heading', { level: 1, name: t('frameworks:comments.sent.published') })).toBeVisible();
  return consultation;
}

/** Somebody who has begun to write while the consultation was open: in a browser of their own. */
async function writing({ page, way, t }: Traveller, consultation: string): Promise<Traveller> {
  const context = await page.context().browser()?.newContext({ baseURL: portal.url, viewport: { width: way.width, height: 900 }, javaScriptEnabled: way.scripts });
  if (context === undefined) throw new Error('there is no browser');
  const who = traveller(await context.newPage(), way);
  await become(who, 'coordinator');
  await open(who, who.to.consultationComment(consultation, { clause: 'P1.2' }));
  await field(who, t('frameworks:comments.party')).selectOption({ index: 1 });
  await field(who, t('frameworks:comments.body')).fill(comment);
  return who;
}

/** CN-3 */
async function tooLate(who: Traveller): Promise<void> {
  await press(who, who.t('frameworks:comments.act.send'));
  await expect(who.page.getByRole('alert')).toContainText(who.t('frameworks:problems.comment_late'));
  await expect(field(who, who.t('frameworks:comments.body'))).toHaveValue(comment);
  await arrive(who);
  await who.page.context().close();
}

/** CN-6 to CN-8: what waits is let through, the consultation is ended, every comment is answered; until then there is no publication. */
async function answer(who: Traveller, number: number, consultation: string): Promise<void> {
  const { page, t, to } = who;
  await become(who, 'secretariat');
  await open(who, paths.draftAct(code, number, 'publication'));
  await inspect(who);
  await expect(page.getByText(t('frameworks:publish.held')).first()).toBeVisible();
  await expect(page.getByRole('button', { name: t('frameworks:publish.now') })).toBeDisabled();
  await open(who, paths.consultationAct(consultation, 'closing'));
  await press(who, t('frameworks:consultations.act.closing'));
  await expect(page.getByText(t('frameworks:consultations.closed_early')).first()).toBeVisible();
  const acts = (act: 'release' | 'disposition') => page.locator(`main a[href$="/${act}"]`).filter({ visible: true });
  const unanswered = () => open(who, to.comments({ consultation, disposition: 'none' }));
  for (await unanswered(); await acts('release').count() > 0; await unanswered()) {
    await acts('release').first().click();
    await press(who, t('frameworks:comments.act.release'));
    await expect(page).toHaveURL(to.comments({ consultation }));
  }
  for (await unanswered(); await acts('disposition').count() > 0; await unanswered()) {
    await acts('disposition').first().click();
    await arrive(who);
    await page.getByRole('radio', { name: t('frameworks:disposition.accepted'), exact: true }).check();
    await field(who, t('frameworks:comments.reason')).fill('The wording says so now.');
    await press(who, t('frameworks:comments.act.disposition'));
    await expect(page).toHaveURL(to.comments({ consultation }));
  }
}

async function outcome(who: Traveller, consultation: string, address: string): Promise<void> {
  const { page, t, to } = who;
  await become(who, 'member');
  await open(who, to.declaration());
  await page.getByRole('link', { name: t('frameworks:consultations.outcome', { ref: consultation }), exact: true }).click();
  await page.getByRole('link', { name: t('frameworks:consultations.all_comments'), exact: true }).click();
  await arrive(who);
  const row = page.getByRole('row').filter({ hasText: comment });
  await expect(row).toContainText(t('frameworks:disposition.accepted'));
  await expect(row).toContainText('The wording says so now.');
  await become(who, 'admin');
  await open(who, `${paths.mailLog}?q=${address}`);
  await expect(page.getByRole('row').filter({ hasText: words(who.way.language)('frameworks:mails.comment_answered.subject', { name: '\n', number: 0 }).split('\n')[0]?.trim() ?? '' }).first()).toBeVisible();
}

async function publish(who: Traveller, number: number): Promise<void> {
  const { page, t } = who;
  await become(who, 'secretariat');
  await open(who, paths.draft(code, number));
  await page.getByRole('link', { name: t('frameworks:draft.to_publication'), exact: true }).click();
  await expect(section(who, t('frameworks:publish.follows')).locator('strong').first()).toContainText(/\d/);
  await press(who, t('frameworks:publish.now'));
  await confirmUntil(who, page.getByRole('heading', { name: t('frameworks:declaration.text', { number }), exact: true }));
  await become(who, 'admin');
  await open(who, `${paths.mailLog}?q=member@demo.example`);
  const name = t('frameworks:mails.invited.subject', { name: '', number }).replace(/^\s*[:：]\s*/u, '').trim();
  await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible();
}

/** FR-1 and FR-5: nothing that was published or signed is rewritten; the new version names what the one before carries and counts none of it. */
async function look(who: Traveller, number: number, before: Version): Promise<void> {
  const { page, t, to } = who;
  await signOut(who);
  await open(who, to.compare(code, { from: number - 1, to: number }));
  const changed = page.locator('.diff').filter({ hasText: 'P1.1' });
  await expect(changed.locator('ins').filter({ hasText: String(number) })).toBeVisible();
  expect(await textOf(who, number - 1)).toEqual(before);
  await open(who, to.clause('P1.1', { version: number - 1 }));
  await expect(page.getByText(t('frameworks:versions.superseded')).first()).toBeVisible();
  await open(who, to.clause('P1.1'));
  await expect(section(who, t('frameworks:others.title')).locator(`a[href="${to.clause('P1.1', { version: 1 })}"]`)).toBeVisible();
  await expect(section(who, t('frameworks:clause.promised')).getByText(t('frameworks:clause.no_promise'), { exact: true })).toBeVisible();
}

async function endorse(who: Traveller, number: number): Promise<string> {
  const { page, t, to } = who;
  await become(who, 'member');
  await open(who, to.compare(code, { from: number - 1, to: number }));
  await page.getByRole('link', { name: t('frameworks:compare.endorse', { number }), exact: true }).click();
  await arrive(who);
  await inspect(who);
  await field(who, t('frameworks:form.party')).selectOption('country:KE');
  await field(who, t('frameworks:form.endorsed_on')).fill('2026-01-15');
  await page.getByRole('checkbox', { name: /^P2\.4 / }).check();
  await field(who, t('frameworks:form.reservation')).fill(reservation);
  await press(who, t('frameworks:act.declare'));
  await expect(page).toHaveURL(/END-\d{4}-\d{4}/);
  await arrive(who);
  await expect(section(who, t('frameworks:ledger.reservations')).getByText(reservation)).toBeVisible();
  return /END-\d{4}-\d{4}/.exec(page.url())?.[0] ?? '';
}

async function accept(who: Traveller, ref: string): Promise<void> {
  const { page, t, to } = who;
  // Until it is published it is the party's and the secretariat's to read.
  await signOut(who);
  expect((await page.goto(to.endorsement(ref)))?.status()).toBe(404);
  await become(who, 'officer');
  await open(who, to.endorsement(ref));
  await inspect(who);
  await press(who, t('frameworks:act.check'));
  await expect(page.getByText(t('frameworks:record.next.evidence_checked'))).toBeVisible();
  await inspect(who);
  await press(who, t('frameworks:act.publication'));
  await confirmUntil(who, page.getByText(t('frameworks:record.next.published')));
}

/** On the ledger, on the page of the clause, and on the page of the party. */
async function find(who: Traveller, number: number, ref: string): Promise<void> {
  const { page, t, to } = who;
  await signOut(who);
  await open(who, to.endorsements({ version: number, status: 'published' }));
  await expect(page.getByRole('row').filter({ has: page.locator(`a[href="${to.endorsement(ref)}"]`) })).toContainText('P2.4');
  await open(who, to.clause('P2.4'));
  await expect(section(who, t('frameworks:clause.signed')).getByText(reservation)).toBeVisible();
  await linkTo(who, to.endorsement(ref)).click();
  await arrive(who);
  await open(who, to.country('KE'));
  await expect(section(who, t('members:trail.endorsements')).getByText(t('members:trail.reserved', { codes: 'P2.4' })).first()).toBeVisible();
}
