import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { commitmentList } from '#app/commitments/list/model';
import { listCommitments } from '#app/commitments/list/queries.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { translateCommitment } from '#app/commitments/translations/operations.server';
import { promises } from '#app/demo/stories';
import { languages, type Language } from '#app/languages/language';
import { searchList, type SearchResult } from '#app/site/search/model';
import { searchEverything } from '#app/site/search/queries.server';
import { realFilesMissing } from '#db/reference/real-files';
import { sheet, sourceFile, sourceNames } from '#tests/harness/source-files';
import { valueOf } from './accounts-world';
import { brought, draft, openCommitments, refOf, type CommitmentsWorld } from './commitments-world';
import { take } from './imports-world';

/** What is compared with: words folded by a few lines of their own. */
const folded = (text: string) => text.normalize('NFKD').replaceAll(/[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670]/g, '').toLowerCase();
const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const chinese = /[\u3400-\u9fff]/;
const holds = (text: string, word: string) => (chinese.test(word) ? wordsOf(text).some((run) => run.includes(folded(word))) : wordsOf(text).includes(folded(word)));

/** The same word as people type it: bare, in capitals, with every vowel sign. */
const typed = (word: string): string[] => {
  if (chinese.test(word)) return [word];
  if (/[\u0600-\u06ff]/.test(word)) return [word, folded(word), [...folded(word)].map((letter) => `${letter}\u064e`).join(''), word.replace(/^./, '$&\u0640')];
  return [word, folded(word), word.toUpperCase(), word.normalize('NFD')];
};

/** What is searched for in a title: each word, and of Chinese every two characters that follow each other. */
const partsOf = (title: string): string[] => wordsOf(title).flatMap((run) => (chinese.test(run) ? [...run].slice(0, -1).map((_, at) => run.slice(at, at + 2)) : [run]));

interface Told {
  readonly ref: string;
  readonly texts: readonly string[];
}

const search = async (q: string, kind: 'commitment' | 'activity', language: Language = 'en') => {
  const refs: string[] = [];
  let after: string | null = null;
  do {
    const { rows, next }: SearchResult = await searchEverything(anyone, { filters: { q: [q], kind: [kind] }, sort: searchList.sort, after }, { language, now: new Date('2026-03-05T09:00:00Z') });
    refs.push(...rows.map(({ ref }) => ref));
    after = next;
  } while (after !== null);
  return refs.toSorted();
};
const expected = (records: readonly Told[], word: string) => records.filter(({ texts }) => texts.some((text) => holds(text, word))).map(({ ref }) => ref).toSorted();

describe('search by words that people use', () => {
  let world: CommitmentsWorld;
  const told: Told[] = [];
  beforeAll(async () => {
    world = await openCommitments();
    for (const story of promises) {
      const said = (language: Language) => ({ title: story.title[language].replace('{{n}}', '140'), action: story.action[language] });
      const ref = await draft(world, { form: said('en') });
      for (const language of languages) {
        if (language !== 'en') valueOf(await translateCommitment(permit(commitmentPolicy.translate, world.focal, await refOf(ref)), { now: world.now }, undefined, language, { ...said(language), problem: null, origin: 'human' }));
      }
      await brought(world, ref, 'published');
      told.push({ ref, texts: languages.flatMap((language) => Object.values(said(language))) });
    }
  });
  afterAll(() => world.close());

  it.each(languages)('finds every commitment of the demo world by each word of its title in %s, however it is typed', async (language) => {
    const parts = new Set(promises.flatMap((story) => partsOf(story.title[language].replace('{{n}}', ''))));
    expect(parts.size).toBeGreaterThan(20);
    for (const part of parts) {
      const right = expected(told, part);
      expect(right.length).toBeGreaterThan(0);
      for (const q of typed(part)) {
        const { rows } = await listCommitments(anyone, { filters: { q: [q] }, sort: commitmentList.sort, after: null }, { language, now: world.now });
        expect([q, rows.map(({ ref }) => ref).toSorted()]).toEqual([q, right]);
      }
    }
  });

  it('finds them on the page of the search too, from any language', async () => {
    for (const word of ['مدرسة', 'школ', '学校', 'écoles', 'escuelas']) expect([word, await search(word, 'commitment', 'ru')]).toEqual([word, expected(told, word)]);
  });

  describe.skipIf(realFilesMissing !== null)(`published activities${realFilesMissing === null ? '' : `: ${realFilesMissing}`}`, () => {
    const activities: Told[] = [];
    const columns = ['title_eng', 'title_fr', 'title_es', 'title_zh', 'title_ru', 'title_ar'];
    beforeAll(async () => {
      valueOf(await take(world.officer, sourceFile(sourceNames.activities), world.now));
      for (const row of sheet(sourceNames.activities)) {
        activities.push({ ref: row['iati_identifier'] ?? '', texts: Object.entries(row).flatMap(([column, text]) => (columns.includes(column) || /^descriptionv?_/.test(column) ? [text] : [])) });
      }
    });

    it.each(['title_zh', 'title_ru', 'title_ar', 'title_es', 'title_fr'])('are found by each word of their %s, however it is typed', async (column) => {
      const parts = new Set(sheet(sourceNames.activities).flatMap((row) => partsOf(row[column] ?? '')));
      for (const part of [...parts].slice(0, 12)) {
        const right = expected(activities, part);
        expect(right.length).toBeGreaterThan(0);
        for (const q of typed(part)) expect([q, await search(q, 'activity', 'ar')]).toEqual([q, right]);
      }
    });
  });
});
