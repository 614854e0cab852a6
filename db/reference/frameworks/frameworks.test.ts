import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../languages';
import { CROSSWALK, FRAMEWORKS } from './crosswalk';
import { DECLARATION } from './declaration';
import { allNodes, type Framework } from './framework';

const texts = (framework: Framework) => [
  [`${framework.code} name`, framework.name] as const,
  [`${framework.code} short name`, framework.shortName] as const,
  ...allNodes(framework.nodes).flatMap((node) => [[`${node.code} title`, node.title] as const, [`${node.code} text`, node.text] as const]),
];

describe.each(FRAMEWORKS)('$code', (framework) => {
  const nodes = allNodes(framework.nodes);

  test('has each code once (FR-3), and children under the code of their parent', () => {
    expect(new Set(nodes.map(({ code }) => code)).size).toBe(nodes.length);
    for (const node of nodes) for (const child of node.children) expect(child.code.startsWith(`${node.code}.`)).toBe(true);
  });

  test('is written in six languages, each in its own words and script', () => {
    for (const [what, text] of texts(framework)) {
      for (const language of LANGUAGES) expect(text[language], `${what} ${language}`).toMatch(/^\S(?:.*\S)?$/u);
      expect(new Set(LANGUAGES.map((language) => text[language])).size, what).toBe(LANGUAGES.length);
      expect(text.ar, what).toMatch(/\p{Script=Arabic}/u);
      expect(text.ru, what).toMatch(/\p{Script=Cyrillic}/u);
      expect(text.zh, what).toMatch(/\p{Script=Han}/u);
      for (const language of ['en', 'fr', 'es'] as const) expect(text[language], what).not.toMatch(/[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Han}]/u);
    }
  });

  test('a text ends as a sentence, and a title does not', () => {
    for (const { code, title, text } of nodes) {
      for (const language of LANGUAGES) {
        expect(text[language], code).toMatch(language === 'zh' ? /。$/u : /\.$/u);
        expect(title[language], code).not.toMatch(/[.。]$/u);
      }
    }
  });

  test('says that it is not the official wording', () => {
    expect(framework.standing).toBe('working_paraphrase');
    expect(framework.source).not.toBe('');
  });
});

test('the Declaration has three principles and eleven action lines', () => {
  expect(DECLARATION.nodes.map(({ code, children }) => [code, children.length])).toEqual([['P1', 4], ['P2', 4], ['P3', 3]]);
  const kinds = allNodes(DECLARATION.nodes).map(({ code, kind }) => [code, kind]);
  for (const [code, kind] of kinds) expect(kind, code).toBe(code?.includes('.') === true ? 'action_line' : 'principle');
});

describe('the crosswalk', () => {
  const codes = new Map(FRAMEWORKS.map((framework): [string, Set<string>] => [framework.code, new Set(allNodes(framework.nodes).map(({ code }) => code))]));

  test('joins nodes that exist, each pair once', () => {
    for (const { from, framework, to } of CROSSWALK) {
      expect(codes.get(DECLARATION.code)?.has(from), from).toBe(true);
      expect(codes.get(framework)?.has(to), `${framework} ${to}`).toBe(true);
    }
    const pairs = CROSSWALK.map(({ from, framework, to }) => `${from} ${framework} ${to}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  test('leaves no action line and no pillar alone', () => {
    const lines = allNodes(DECLARATION.nodes).filter(({ kind }) => kind === 'action_line');
    expect(lines.filter(({ code }) => !CROSSWALK.some(({ from }) => from === code))).toEqual([]);
    const pillars = [...(codes.get('SIX-PILLARS') ?? [])];
    expect(pillars.filter((code) => !CROSSWALK.some(({ framework, to }) => framework === 'SIX-PILLARS' && to === code))).toEqual([]);
  });
});
