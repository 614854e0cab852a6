import type { GoalDetail, GoalForm } from '#app/commitments/drafting/model';
import type { Language } from '#app/languages/language';

/** What some goals say besides their number. */
export const detailOf = (unit: string, number: number): GoalDetail => ({
  measure: 'number', indicator: unit === 'schools' && number % 2 === 0 ? '4.a.1-internet' : null, cumulative: unit !== 'percent', baseline_source: number % 6 === 0 ? 'Annual census of schools' : null,
  disaggregations: unit === 'schools' ? ['location'] : unit === 'learners' || unit === 'teachers' ? ['sex', 'location'] : [], scale: [], target_words: null,
});

const states: Readonly<Record<Language, readonly [statement: string, ...scale: readonly string[]]>> = {
  en: ['Use in class', 'Not used', 'Used now and then', 'Used every week'],
  fr: ['Usage en classe', 'Non utilisé', 'Utilisé parfois', 'Utilisé chaque semaine'],
  es: ['Uso en el aula', 'Sin uso', 'Uso ocasional', 'Uso semanal'],
  ar: ['الاستخدام في الصف', 'غير مستخدم', 'مستخدم أحيانًا', 'مستخدم كل أسبوع'],
  ru: ['Использование на уроке', 'Не используется', 'Используется иногда', 'Используется каждую неделю'],
  zh: ['课堂使用', '未使用', '偶尔使用', '每周使用'],
};

/** A goal that is no number: one of three states, in order. */
export function inWords(language: Language, target_on: string): GoalForm {
  const [statement, ...scale] = states[language];
  return {
    statement, target_value: null, unit: null, target_on, baseline_value: null, baseline_year: null, method: null, ascending: true,
    detail: { measure: 'ordinal', indicator: null, cumulative: true, baseline_source: null, disaggregations: [], scale, target_words: scale.at(-1) ?? null },
  };
}
