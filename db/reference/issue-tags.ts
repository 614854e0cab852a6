/**
 * Issues under which the database of UPR Info files pledges to the Universal Periodic Review, and the action lines of the Declaration
 * that they name. Null is a decision, not a gap: the issue says nothing about digital learning, so a person reads the pledge and chooses.
 * "Right to education" names learners as a whole; that a pledge is about connection, content or teachers is nowhere in these words.
 */
export const ISSUE_TAGS: Readonly<Record<string, readonly string[] | null>> = {
  'Right to education': ['P1.1'],
  'Asylum-seekers - refugees': null,
  'Civil society': null,
  'Corruption': null,
  'Counter-terrorism': null,
  'CP rights - general': null,
  'Death penalty': null,
  'Detention': null,
  'Development': null,
  'Disabilities': null,
  'Elections': null,
  'Enforced disappearances': null,
  'Environment': null,
  'ESC rights - general': null,
  'Extrajudicial executions': null,
  'Freedom of association and peaceful assembly': null,
  'Freedom of movement': null,
  'Freedom of opinion and expression': null,
  'Freedom of religion and belief': null,
  'Freedom of the press': null,
  'General': null,
  'HIV - Aids': null,
  'Human rights defenders': null,
  'Human rights education and training': null,
  'Human rights violations by state agents': null,
  'Impunity': null,
  'Indigenous peoples': null,
  'Internally displaced persons': null,
  'International humanitarian law': null,
  'International instruments': null,
  'Justice': null,
  'Labour': null,
  'Migrants': null,
  'Minorities': null,
  'National plan of action': null,
  'NHRI': null,
  'Other': null,
  'Poverty': null,
  'Privacy': null,
  'Public security': null,
  'Racial discrimination': null,
  'Right to food': null,
  'Right to health': null,
  'Right to housing': null,
  'Right to land': null,
  'Right to water': null,
  'Rights of the Child': null,
  'Sexual Orientation and Gender Identity': null,
  'Special procedures': null,
  'Statelessness and the right to nationality': null,
  'Technical assistance and cooperation': null,
  'Torture and other CID treatment': null,
  'Trafficking': null,
  'Treaty bodies': null,
  'UPR process': null,
  "Women's rights": null,
};

/**
 * Sorts the issues of one pledge into the action lines that they name, each once, and the issues that are left to a person.
 * An issue that is not in the table is left to a person too.
 */
export function actionLinesForTags(tags: readonly string[]): { readonly codes: readonly string[]; readonly unmapped: readonly string[] } {
  const codes = new Set<string>();
  const unmapped: string[] = [];
  for (const tag of tags.map((one) => one.trim()).filter((one) => one !== '')) {
    const lines = Object.hasOwn(ISSUE_TAGS, tag) ? (ISSUE_TAGS[tag] ?? null) : null;
    if (lines === null) unmapped.push(tag);
    else for (const line of lines) codes.add(line);
  }
  return { codes: [...codes], unmapped };
}
