import { permit } from '#app/access/permit';
import { database } from '#app/platform/database.server';
import { addDimension } from '#app/working-groups/dimensions/operations.server';
import { dimensionPolicy } from '#app/working-groups/dimensions/policy';
import { writeTerms } from '#app/working-groups/operations.server';
import { termsPolicy } from '#app/working-groups/terms/policy';
import { latestTerms } from '#app/working-groups/terms/queries.server';
import { as, at, must } from './stage.server';
import type { Story } from './story';

interface Group {
  readonly id: string;
  readonly coalition_id: string;
}

const dimensions = [
  { en: 'Connectivity and its price', fr: 'La connectivité et son prix', es: 'La conectividad y su precio', ar: 'الاتصال وكلفته', ru: 'Подключение и его цена', zh: '连接与价格' },
  { en: 'Teachers and content', fr: 'Enseignants et contenus', es: 'Docentes y contenidos', ar: 'المعلمون والمحتوى', ru: 'Учителя и материалы', zh: '教师与内容' },
  { en: 'Who is left behind', fr: 'Qui reste de côté', es: 'Quiénes quedan atrás', ar: 'من يُترك خلف الركب', ru: 'Кто остаётся в стороне', zh: '谁被落下' },
] as const;

/** What the work of a group falls into, as its chair names it at the beginning; their ids in this order. */
export async function dimensionsIn(story: Story, group: Group, chair: string, daysAgo: number): Promise<readonly string[]> {
  const now = story.ago(daysAgo);
  const granted = permit(dimensionPolicy.keep, await as(chair, now), group);
  const ids: string[] = [];
  for (const names of dimensions) {
    const languages = ['en', 'fr', 'es', 'ar', 'ru', 'zh'] as const;
    ids.push((await must(addDimension(granted, at(now), { names: languages.map((language) => ({ language, name: names[language] })), position: null, ended_on: null }))).id);
  }
  return ids;
}

/** The terms change once, half a year ago, and a further version is announced for next month: the seats of governments count from then on. */
export async function termsChange(story: Story, group: Group, lead: string): Promise<void> {
  const halfAYear = 170;
  const now = story.ago(halfAYear);
  const write = async (when: Date) => permit(termsPolicy.write, await as(lead, when), group);
  const { cadence, quorum_share, decision_rule, correction_days, minimums } = await latestTerms(database(), group.id);
  const first = { cadence, quorum_share, decision_rule, correction_days, minimums };
  const words = 'The group agrees on what is counted for each promise and by whom.\n\nIt meets every month, keeps its decisions in public, and recommends to members what they can do next.';
  await must(writeTerms(await write(now), at(now), 1, {
    ...first, from_on: story.dayAgo(halfAYear - 10), notice_days: 10,
    texts: [{ language: 'en', text: words, note: 'Sessions can be convened ten days ahead: the calendar of the members is known by now.' }, { language: 'fr', text: null, note: 'Les séances peuvent être convoquées dix jours à l’avance.' }],
  }));
  const lately = story.ago(6);
  await must(writeTerms(await write(lately), at(lately), 2, {
    ...first, from_on: story.dayAgo(-25), notice_days: 10, quorum_share: '60', minimums: [{ constituency: 'government', seats: 1 }],
    texts: [{ language: 'en', text: `${words}\n\nNothing is adopted without a government at the table.`, note: 'More of the members, and at least one government, are there when something is decided.' }],
  }));
}
