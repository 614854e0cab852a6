import { expect } from '@playwright/test';
import { paths } from '#app/paths';
import { arrive, field, inspect, open, press, section } from '../journey/traveller';
import { cast, group, type Person } from './cast';
import { later, type World } from './world';

/** A session as it was planned. */
export interface Planned {
  readonly ref: string;
  readonly title: string;
  readonly starts: Date;
  /** What a member asked for. */
  readonly proposed: string;
  /** What a ministry decides on. */
  readonly decides: string;
  /** What is put off to the next one. */
  readonly waits: string;
}

/** A member asks the chair to put something on the next agenda. */
export async function propose(who: Person, title: string): Promise<void> {
  const { page, t, to } = who;
  await who.enter();
  await open(who, to.workingGroup(group));
  await open(who, paths.groupProposals(group));
  const form = section(who, t('working-groups:backlog.propose'));
  await field(who, t('working-groups:agenda.item_title'), form).fill(title);
  await press(who, t('working-groups:backlog.act'), form);
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1);
  await expect(field(who, t('working-groups:agenda.item_title'), form)).toHaveValue(title);
  await field(who, t('working-groups:backlog.why'), form).fill('Lessons move with the families; our forms ask for one place.');
  await field(who, t('working-groups:agenda.planned_minutes'), form).fill('20');
  await press(who, t('working-groups:backlog.act'), form);
  await expect(page.getByRole('status')).toContainText(t('working-groups:backlog.saved'));
  await expect(section(who, t('working-groups:backlog.open'))).toContainText(title);
}

/** The chair plans the next session on the day that the cadence proposes, with what is left over and what was proposed. */
export async function plan(world: World, who: Person, { title, proposed }: { readonly title: string; readonly proposed: string }): Promise<Planned> {
  const { page, t, to } = who;
  await who.enter();
  await open(who, to.workingGroup(group));
  await page.getByRole('link', { name: t('working-groups:desk.open_group'), exact: true }).click();
  await arrive(who);
  const form = section(who, t('working-groups:plan.title'));
  const value = (label: string) => field(who, t(`working-groups:plan.${label}`), form).inputValue();
  const [day, time, zone] = [await value('day'), await value('time'), await value('time_zone')];
  expect(zone).toBe('Africa/Nairobi');
  const starts = new Date(`${day}T${time}:00+03:00`);
  expect(starts.getTime(), 'as late as the notice asks').toBeGreaterThan(later(world.now(), 13).getTime());
  const decides = `Numbers for ${title}`;
  const waits = `What can wait after ${title}`;
  await expect(form.getByRole('checkbox', { name: t('working-groups:plan.open_actions') })).toBeChecked();
  await form.getByRole('checkbox', { name: proposed }).check();
  await field(who, t('working-groups:plan.name'), form).fill(title);
  await form.getByRole('radio', { name: t('working-groups:mode.hybrid'), exact: true }).check();
  await field(who, t('working-groups:plan.place'), form).fill('Room 4, Kenyatta Avenue');
  await field(who, t('working-groups:plan.items'), form).fill(`Words of the chair\n${decides}\n${waits}`);
  await press(who, t('working-groups:plan.act'), form);
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
  await arrive(who);
  const ref = /sessions\/([^/]+)\/desk/.exec(page.url())?.[1] ?? '';
  return { ref, title, starts, proposed, decides, waits };
}

/** The chair orders the agenda, gives items their time, their dimension and somebody who presents them, and adds a paper. */
export async function assemble(who: Person, { ref, decides, waits, proposed }: Planned): Promise<void> {
  const { page, t } = who;
  const agenda = section(who, t('working-groups:agenda.title'));
  const items = agenda.getByRole('listitem');
  const first = items.first();
  await open(who, paths.sessionDesk(ref));
  const place = async (title: string) => (await items.allTextContents()).findIndex((text) => text.includes(title));
  for (let at = await place('Words of the chair'); at > 0; at -= 1) await press(who, t('working-groups:desk.move_up', { item: at + 1 }), agenda);
  await expect(first).toContainText('Words of the chair');
  await edit(who, ref, { title: 'Words of the chair', minutes: 5 });
  await edit(who, ref, { title: decides, minutes: 40, dimension: true });
  await edit(who, ref, { title: waits, minutes: 10 });
  const presenter = page.getByRole('combobox', { name: t('working-groups:planning.presenter') });
  await edit(who, ref, { title: proposed, minutes: 20 });
  await expect(presenter.locator('option:checked')).toContainText(cast.member.name);
  await addPaper(who, `Before ${proposed}`);
  await open(who, paths.sessionDesk(ref));
  await inspect(who);
}

interface Item {
  readonly title: string;
  readonly minutes: number;
  /** Whether it is given to the first dimension of the group. */
  readonly dimension?: boolean;
}

async function edit(who: Person, ref: string, { title, minutes, dimension = false }: Item): Promise<void> {
  const { page, t } = who;
  await open(who, paths.sessionDesk(ref));
  await section(who, t('working-groups:agenda.title')).getByRole('link', { name: title }).click();
  await arrive(who);
  const form = section(who, t('working-groups:planning.item'));
  await field(who, t('working-groups:agenda.planned_minutes'), form).fill(String(minutes));
  if (dimension) await field(who, t('working-groups:dimensions.one'), form).selectOption({ index: 1 });
  await press(who, t('working-groups:planning.save'), form);
  await expect(page.getByRole('status')).toContainText(t('working-groups:planning.saved'));
}

/** On the page of an item; at first it is for the group alone. */
async function addPaper(who: Person, title: string): Promise<void> {
  const { page, t } = who;
  const papers = section(who, t('working-groups:papers.title'));
  const name = field(who, t('records:evidence.title'), papers);
  await papers.locator('summary').click();
  await press(who, t('working-groups:papers.add'), papers);
  await page.getByRole('alert').getByRole('link').first().click();
  await expect(name, 'the page has another title').toBeFocused();
  await name.fill(title);
  await field(who, t('records:evidence.url'), papers).fill('https://example.org/papers/moving-schools');
  await press(who, t('working-groups:papers.add'), papers);
  await expect(papers).toContainText(t('working-groups:papers.inside'));
  await papers.getByRole('link', { name: t('working-groups:papers.act_open') }).click();
  await arrive(who);
  await press(who, t('working-groups:papers.act_open'));
  await expect(papers).toContainText(t('working-groups:papers.open'));
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
}
