import { answerOf } from './model';
import type { PlatformRow } from './list';

const many = (values: readonly (string | number)[] | null): string | null => (values === null || values.length === 0 ? null : values.join('|'));
const known = (fact: boolean | null): string => answerOf(fact);

/** The file of platforms. Columns are only added, at the end. A claim stands beside its source and day; `checked` names the claims that a reviewer has checked. */
export const platformColumns: readonly { readonly header: string; readonly value: (row: PlatformRow) => string | number | null }[] = [
  { header: 'ref', value: (row) => row.ref },
  { header: 'country', value: (row) => row.country_iso2 },
  { header: 'name', value: (row) => row.name },
  { header: 'name_language', value: (row) => row.name_language },
  { header: 'state', value: (row) => row.state },
  { header: 'address', value: (row) => row.address },
  { header: 'owner', value: (row) => row.owner },
  { header: 'operator', value: (row) => row.operator },
  { header: 'isced_levels', value: (row) => many(row.levels) },
  { header: 'subjects', value: (row) => many(row.subjects) },
  { header: 'languages', value: (row) => many(row.languages) },
  { header: 'cost', value: (row) => row.cost },
  { header: 'offline', value: (row) => known(row.offline) },
  { header: 'zero_rated', value: (row) => known(row.zero_rated) },
  { header: 'learner_data', value: (row) => known(row.learner_data) },
  { header: 'devices', value: (row) => many(row.devices) },
  { header: 'licence', value: (row) => row.licence },
  { header: 'standards', value: (row) => many(row.standards) },
  { header: 'curriculum', value: (row) => row.curriculum },
  { header: 'curriculum_source', value: (row) => row.curriculum_source },
  { header: 'curriculum_on', value: (row) => row.curriculum_on },
  { header: 'accessibility', value: (row) => row.accessibility },
  { header: 'accessibility_source', value: (row) => row.accessibility_source },
  { header: 'accessibility_on', value: (row) => row.accessibility_on },
  { header: 'users', value: (row) => row.users },
  { header: 'users_source', value: (row) => row.users_source },
  { header: 'users_on', value: (row) => row.users_on },
  { header: 'teacher_stages', value: (row) => many(row.teacher_stages) },
  ...Array.from({ length: 7 }, (_, at) => ({ header: `charter_c${at + 1}`, value: (row: PlatformRow) => row.charter?.[at] ?? null })),
  { header: 'checked', value: (row) => many(row.checked) },
  { header: 'confirmed_on', value: (row) => row.confirmed_on },
  { header: 'reviewed_on', value: (row) => row.reviewed_on },
  { header: 'published_on', value: (row) => row.published_on },
  { header: 'discontinued_on', value: (row) => row.discontinued_on },
];
