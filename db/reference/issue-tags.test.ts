import { describe, expect, test } from 'vitest';
import { DECLARATION } from './frameworks/declaration';
import { allNodes } from './frameworks/framework';
import { actionLinesForTags, ISSUE_TAGS } from './issue-tags';
import { realFilesMissing, realRows } from './real-files';

describe('issues of the Universal Periodic Review', () => {
  test('name action lines of the Declaration', () => {
    const lines = allNodes(DECLARATION.nodes).filter(({ kind }) => kind === 'action_line').map(({ code }) => code);
    for (const codes of Object.values(ISSUE_TAGS)) for (const code of codes ?? []) expect(lines).toContain(code);
  });

  test('are mapped where they say it, and otherwise left to a person', () => {
    expect(actionLinesForTags(['Right to education', 'Minorities', ' Right to education '])).toEqual({ codes: ['P1.1'], unmapped: ['Minorities'] });
    expect(actionLinesForTags(['Something new', ''])).toEqual({ codes: [], unmapped: ['Something new'] });
    expect(actionLinesForTags(['constructor'])).toEqual({ codes: [], unmapped: ['constructor'] });
  });
});

test.skipIf(realFilesMissing !== null)(`every issue in the pledges was decided on (${realFilesMissing ?? 'compared'})`, () => {
  const rows = realRows('handout/commitments/upr_voluntary_pledges.csv', 'macintosh');
  const tags = new Set(rows.flatMap((row) => (row['Issue'] ?? '').split(',')).map((tag) => tag.trim()).filter((tag) => tag !== ''));
  expect(tags.size).toBeGreaterThan(50);
  expect([...tags].filter((tag) => !Object.hasOwn(ISSUE_TAGS, tag))).toEqual([]);
  expect(rows.filter((row) => actionLinesForTags((row['Issue'] ?? '').split(',')).codes.length > 0)).toHaveLength(39);
});
