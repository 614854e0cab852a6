import { expect } from '@playwright/test';
import { paths } from '#app/paths';
import { arrive, become, confirmUntil, field, linkTo, open, press, section, type Traveller } from './traveller';

/** The secretariat plans the report of a cycle, freezes its figures, signs it off, says why nobody is asked for a reply, has two approve it and publishes it; says its reference. */
export async function publishReport(who: Traveller, cycle: string): Promise<string> {
  const { page, t } = who;
  await become(who, 'officer');
  await open(who, paths.cycle(cycle));
  await press(who, t('reporting:board.plan_report'));
  await arrive(who);
  const ref = /reports\/([^/]+)\/edit/.exec(page.url())?.[1] ?? '';
  await write(who, ref);
  await eachSection(who, ref, 'reporting:steps.send', 'in_review');
  await freeze(who, cycle);
  await become(who, 'secretariat');
  await eachSection(who, ref, 'reporting:approval.act', 'signed_off');
  await goOnWithoutReplies(who, ref);
  await approve(who, ref);
  await become(who, 'officer');
  await approve(who, ref);
  await become(who, 'secretariat');
  await open(who, paths.reportEdit(ref));
  await press(who, t('reporting:publication.act'));
  await confirmUntil(who, page.getByRole('article'));
  await expect(page).toHaveURL(who.to.report(ref));
  return ref;
}

/** The first chapter and the last are empty until somebody writes them; the others begin with their figures. */
async function write(who: Traveller, ref: string): Promise<void> {
  const { t } = who;
  for (const position of [1, await sectionsOf(who)]) {
    await linkTo(who, paths.reportSection(ref, position)).click();
    await arrive(who);
    await field(who, t('reporting:writing.body')).fill('## In short\n\nMore schools are connected than a year ago.');
    await press(who, t('reporting:writing.save'));
    await expect(section(who, t('reporting:writing.kept')).getByRole('heading', { name: 'In short' })).toBeVisible();
    await open(who, paths.reportEdit(ref));
  }
}

/** How many sections the desk of the report lists. */
async function sectionsOf({ page, t }: Traveller): Promise<number> {
  const links = page.getByRole('table', { name: t('reporting:sections.caption'), exact: true }).getByRole('row').getByRole('link');
  await expect(links.first()).toBeVisible();
  return links.count();
}

/** At first with a wrong name: what cannot be undone is asked for in letters. */
async function freeze(who: Traveller, cycle: string): Promise<void> {
  const { page, t } = who;
  const freezing = section(who, t('reporting:freeze.title'));
  const name = field(who, t('reporting:freeze.confirmation', { cycle }), freezing);
  await name.fill('another');
  await press(who, t('reporting:freeze.act'), freezing);
  await expect(page.getByRole('alert')).toContainText(t('reporting:problems.type_the_cycle', { cycle }));
  await name.fill(cycle);
  await press(who, t('reporting:freeze.act'), freezing);
  await expect(freezing.locator('.hash')).toHaveText(/^[0-9a-f ]{71}$/);
}

/** One step of each section: to review, and then signed off by somebody else than who wrote it. */
async function eachSection(who: Traveller, ref: string, act: string, state: string): Promise<void> {
  const { page, t } = who;
  await open(who, paths.reportEdit(ref));
  const sections = await sectionsOf(who);
  for (let position = 1; position <= sections; position += 1) {
    const row = page.getByRole('row').filter({ has: page.locator(`a[href="${paths.reportSection(ref, position)}"]`) });
    await row.getByRole('link').click();
    await press(who, t(act));
    await expect(row).toContainText(t(`reporting:sections.states.${state}`));
  }
}

/** Nobody is named: at first without saying why. */
export async function goOnWithoutReplies(who: Traveller, ref: string): Promise<void> {
  const { page, t } = who;
  await open(who, paths.reportEdit(ref));
  const replies = section(who, t('reporting:replies.title'));
  await press(who, t('reporting:replies.go_on'), replies);
  await expect(page.getByRole('alert')).toContainText(t('reporting:problems.nobody_why'));
  await field(who, t('reporting:replies.nobody'), replies).fill('The report names no member.');
  await press(who, t('reporting:replies.go_on'), replies);
  await expect(replies).toContainText('The report names no member.');
}

/** Approving asks once more who one is. */
export async function approve(who: Traveller, ref: string): Promise<void> {
  const { t } = who;
  await open(who, paths.reportEdit(ref));
  const approvals = section(who, t('reporting:approvals.title'));
  const given = approvals.getByText(t('reporting:approvals.given'), { exact: true });
  const before = await given.count();
  await press(who, t('reporting:approvals.act'), approvals);
  await confirmUntil(who, given.nth(before));
}
