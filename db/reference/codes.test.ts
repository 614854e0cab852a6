import { describe, expect, test } from 'vitest';
import { BENEFICIARY_GROUPS } from './beneficiary-groups';
import { type Code, findCode } from './codes';
import { CONSTITUENCIES } from './constituencies';
import { ACTIVITY_STATUSES } from './iati/activity-status';
import { AID_TYPES } from './iati/aid-type';
import { BUDGET_STATUSES, BUDGET_TYPES } from './iati/budget';
import { EARMARKING_CATEGORIES } from './iati/earmarking-category';
import { FINANCE_TYPES } from './iati/finance-type';
import { FLOW_TYPES } from './iati/flow-type';
import { ORGANISATION_ROLES } from './iati/organisation-role';
import { ORGANISATION_TYPES } from './iati/organisation-type';
import { POLICY_MARKERS } from './iati/policy-marker';
import { POLICY_SIGNIFICANCES } from './iati/policy-significance';
import { SECTORS } from './iati/sector';
import { SECTOR_CATEGORIES } from './iati/sector-category';
import { TIED_STATUSES } from './iati/tied-status';
import { TRANSACTION_TYPES } from './iati/transaction-type';
import { LANGUAGES } from './languages';
import { realCodes, realFilesMissing } from './real-files';

/** Our lists with the published list each comes from, and whether ours holds all of it. */
const PUBLISHED: readonly (readonly [file: string, list: readonly Code[], whole: boolean])[] = [
  ['embedded-2.03/ActivityStatus', ACTIVITY_STATUSES, true],
  ['embedded-2.03/BudgetStatus', BUDGET_STATUSES, true],
  ['embedded-2.03/BudgetType', BUDGET_TYPES, true],
  ['embedded-2.03/OrganisationRole', ORGANISATION_ROLES, true],
  ['embedded-2.03/TransactionType', TRANSACTION_TYPES, true],
  ['nonembedded-2026-06/AidType', AID_TYPES, true],
  ['nonembedded-2026-06/EarmarkingCategory', EARMARKING_CATEGORIES, true],
  ['nonembedded-2026-06/FinanceType', FINANCE_TYPES, false],
  ['nonembedded-2026-06/FlowType', FLOW_TYPES, true],
  ['nonembedded-2026-06/OrganisationType', ORGANISATION_TYPES, true],
  ['nonembedded-2026-06/PolicyMarker', POLICY_MARKERS, true],
  ['nonembedded-2026-06/PolicySignificance', POLICY_SIGNIFICANCES, true],
  ['nonembedded-2026-06/Sector', SECTORS, false],
  ['nonembedded-2026-06/SectorCategory', SECTOR_CATEGORIES, true],
  ['nonembedded-2026-06/TiedStatus', TIED_STATUSES, true],
];
const LISTS: readonly (readonly [name: string, list: readonly Code[]])[] = [
  ...PUBLISHED.map(([file, list]) => [file, list] as const),
  ['beneficiary groups', BENEFICIARY_GROUPS],
  ['constituencies', CONSTITUENCIES],
];

/** Names that are the same word in two languages. */
const SAME_WORD = new Set(['Original', 'Nutrition', 'Instruments', 'Obligations', 'Agriculture', 'Construction']);

describe.each(LISTS)('%s', (_name, list) => {
  test('has each code once, and words in six languages', () => {
    expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
    for (const { code, name } of list) {
      for (const language of LANGUAGES) expect(name[language], `${code} ${language}`).toMatch(/^\S(?:.*\S)?$/u);
      const copied = LANGUAGES.filter((language) => language !== 'en' && name[language] === name.en && !SAME_WORD.has(name.en));
      expect(copied, `${code} is left in English`).toEqual([]);
      expect(name.ar).toMatch(/\p{Script=Arabic}/u);
      expect(name.ru).toMatch(/\p{Script=Cyrillic}/u);
      expect(name.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  test('says different things with different codes, in each language', () => {
    for (const language of LANGUAGES) {
      const offered = list.filter(({ withdrawn }) => !withdrawn).map(({ name }) => name[language]);
      expect(offered.filter((name, at) => offered.indexOf(name) !== at), language).toEqual([]);
    }
  });
});

test('a code is found by its value', () => {
  expect(findCode(SECTORS, '22040')?.name.en).toBe('Information and communication technology');
  expect(findCode(SECTORS, '11321')?.withdrawn).toBe(true);
  expect(findCode(SECTORS, '0')).toBeUndefined();
});

describe.skipIf(realFilesMissing !== null)(`codes are those that their publishers list (${realFilesMissing ?? 'compared'})`, () => {
  test.each(PUBLISHED)('%s', (file, list, whole) => {
    const published = new Map(realCodes(file).map(({ code, withdrawn }) => [code, withdrawn]));
    for (const { code, withdrawn } of list) expect(published.get(code), code).toBe(withdrawn);
    if (whole) expect(list.map(({ code }) => code).toSorted()).toEqual([...published.keys()].toSorted());
  });

  test('sectors hold the whole of education and communications', () => {
    const wanted = realCodes('nonembedded-2026-06/Sector').map(({ code }) => code).filter((code) => /^(?:11[1-4]|220|998)/u.test(code));
    expect(wanted.filter((code) => findCode(SECTORS, code) === undefined)).toEqual([]);
  });
});
