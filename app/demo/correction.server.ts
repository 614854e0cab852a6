import { permit } from '#app/access/permit';
import { languages, type Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { correctReport } from '#app/reporting/reports/errata/operations.server';
import { sendSection, signOffSection } from '#app/reporting/sections/operations.server';
import { writeSection } from '#app/reporting/sections/texts/operations.server';
import { reportPolicy } from '#app/reporting/reports/policy';
import { sectionPolicy } from '#app/reporting/sections/policy';
import { publishReport } from '#app/reporting/reports/publication.server';
import { askForReplies } from '#app/reporting/reports/replies/operations.server';
import type { Cast } from './people.server';
import { approvedIn } from './report-replies.server';
import { as, at, must } from './stage.server';
import { chapters, type Story } from './story';

/** What the chapter on methodology says since. */
const corrected: Readonly<Record<Language, { readonly heading: string; readonly body: string }>> = {
  en: { heading: 'How we counted', body: 'Every figure is computed from one frozen copy of the records, named with its hash. Expected progress is a straight line from baseline to target, or follows the values that a plan has for the years in between.' },
  fr: { heading: 'Comment nous avons compté', body: 'Chaque chiffre est calculé à partir d’une seule copie figée, nommée par son empreinte. Le progrès attendu est une ligne droite du point de départ à la cible, ou suit les valeurs que le plan prévoit pour les années intermédiaires.' },
  es: { heading: 'Cómo contamos', body: 'Cada cifra se calcula a partir de una sola copia congelada, identificada por su huella. El progreso esperado es una línea recta de la base a la meta, o sigue los valores que el plan tiene para los años intermedios.' },
  ar: { heading: 'كيف حسبنا', body: 'يُحسب كل رقم من نسخة مجمّدة واحدة من السجلات تُعرف ببصمتها. والتقدم المتوقع خط مستقيم من خط الأساس إلى الهدف، أو يتبع القيم التي تحددها الخطة للسنوات الواقعة بينهما.' },
  ru: { heading: 'Как мы считали', body: 'Каждая цифра вычислена по одной замороженной копии записей с её контрольной суммой. Ожидаемый ход работы — прямая линия от исходного уровня к цели или значения, которые план содержит для промежуточных лет.' },
  zh: { heading: '统计方法', body: '每个数字都由同一份冻结的记录副本计算，并注明其哈希值。预期进展为从基线到目标的直线；若计划载有中间年份的数值，则以其为准。' },
};

/** Weeks after it was out, a reader found a mistake: the second edition says what was wrong, and the first stays. */
export async function correctionIn(story: Story, cast: Cast, year: number): Promise<void> {
  const [found, written, signed, asked, out] = [30, 31, 33, 34, 38].map((days) => story.ago(chapters.reportPublished - days)) as [Date, Date, Date, Date, Date];
  const standing = await database().selectFrom('reports as r').innerJoin('cycles as y', 'y.id', 'r.cycle_id').select(['r.id', 'r.version']).where('y.coalition_id', '=', cast.coalition_id).where('y.year', '=', year).executeTakeFirstOrThrow();
  const lead = await as(cast.lead, found);
  await must(correctReport(permit(reportPolicy.correct, lead, { id: standing.id, coalition_id: cast.coalition_id, status: 'published' }), at(found), standing.version, {
    position: 6, figure_key: null, figures_change: false, language: 'en',
    words: 'The first version said that expected progress is a straight line from baseline to target. Where a plan has values for years in between, it follows these. No figure changes.',
  }));
  const { id } = await database().selectFrom('reports').select('id').where('corrects_id', '=', standing.id).executeTakeFirstOrThrow();
  const ref = { id, coalition_id: cast.coalition_id, status: 'review' };
  const section = await database().selectFrom('report_sections').select(['id', 'owner_id']).where('report_id', '=', id).where('position', '=', 6).executeTakeFirstOrThrow();
  const subject = { ...ref, section_id: section.id, section_status: 'drafting', left_out: false, owner_id: section.owner_id };
  const writer = await as(cast.officer, written);
  for (const language of languages) {
    await must(writeSection(permit(sectionPolicy.write, writer, subject), at(written), undefined, language, corrected[language]));
  }
  await must(sendSection(permit(sectionPolicy.send, writer, subject), at(written)));
  await must(signOffSection(permit(sectionPolicy.signOff, await as(cast.lead, signed), { ...subject, section_status: 'in_review' }), at(signed)));
  await must(askForReplies(permit(reportPolicy.ask, await as(cast.lead, asked), ref), at(asked), { working_days: 5, nobody: 'The correction is about how we count, and names no member.' }));
  await approvedIn(story, cast, id, chapters.reportPublished - 36);
  await must(publishReport(permit(reportPolicy.publish, await as(cast.lead, out), { ...ref, status: 'approved' }), at(out)));
}
