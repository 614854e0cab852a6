import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permit } from '#app/access/permit';
import { frameworkPolicy } from '#app/frameworks/policy';
import { writeWords } from '#app/frameworks/versions/clauses/operations.server';
import { publishVersion } from '#app/frameworks/versions/operations.server';
import { draftClauses, findDraft } from '#app/frameworks/versions/queries.server';
import { openQuestions } from '#app/open-data/imports/following.server';
import { database } from '#app/platform/database.server';
import { otherDesk, valueOf } from './accounts-world';
import { check, now, openImports, outcomeOf, recordOf, standing, table, take, type ImportsWorld } from './imports-world';

let world: ImportsWorld;
beforeAll(async () => {
  world = await openImports();
});
afterAll(() => world.close());

const view = { language: 'en', now } as const;
const textHead = ['commitment_num', 'commitment_txt', 'pillar_num', 'pillar_txt'];
const partyHead = ['Code', 'Name', 'Signature', 'Ratification-Acceptance-Accession-Approval-Succession', 'Kind'];
const draft = async (number: number) => (await findDraft(await otherDesk(), 'DFI', String(number), view))!;
const words = async (number: number) => (await draftClauses(world.officer, await draft(number))).map(({ code, words: [one] }) => `${code} ${one?.title}`);

describe('a text from a file', () => {
  const file = (second = 'Keep it open') => table(textHead, ['1', 'Respect rights', '1', 'principles'], ['2', second, '2', 'one internet'], ['3', 'Teach skills', '2', 'one internet'], ['x', 'No number', '2', 'one internet']);
  it('is a draft with its tree; the same file again changes nothing, another wording changes one clause', async () => {
    const dry = valueOf(await check(world.officer, file()));
    expect(dry.counts).toEqual({ read: 4, new: 3, changed: 0, unchanged: 0, inError: 1 });
    expect(await database().selectFrom('frameworks').select('code').execute()).toEqual([]);
    expect(outcomeOf(await take(world.officer, file()))).toEqual([3, 0, 0, 1]);
    expect((await words(1)).toSorted()).toEqual(['1 Respect rights', '2 Keep it open', '3 Teach skills', 'P1 principles', 'P2 one internet']);
    const before = await standing();
    expect(outcomeOf(await take(world.officer, file()))).toEqual([0, 0, 3, 1]);
    expect(await standing()).toEqual(before);
    const reworded = valueOf(await check(world.officer, file('Keep it whole')));
    expect((await recordOf(world.officer, reworded.id)).outcome.changes).toMatchObject([{ record: { table: 'framework_nodes', ref: 'DFI 2' }, field: expect.stringContaining('title'), before: 'Keep it open', after: 'Keep it whole' }]);
    expect(outcomeOf(await take(world.officer, file('Keep it whole')))).toEqual([0, 1, 2, 1]);
    expect(await words(1)).toContain('2 Keep it whole');
  });
  it('FR-1: changes no published version, but the draft of the next one', async () => {
    const { id } = await draft(1);
    valueOf(await publishVersion(permit(frameworkPolicy.publish, await otherDesk(), { id, status: 'draft', edited_by: null }), { now }));
    expect(outcomeOf(await take(world.officer, file('Keep it whole')))).toEqual([0, 0, 3, 1]);
    expect(await findDraft(world.officer, 'DFI', '2', view)).toBeUndefined();
    expect(outcomeOf(await take(world.officer, file('Keep it one')))).toEqual([0, 1, 2, 1]);
    expect(await words(1)).toContain('2 Keep it whole');
    expect(await words(2)).toContain('2 Keep it one');
    expect(outcomeOf(await take(world.officer, file('Keep it one')))).toEqual([0, 0, 3, 1]);
  });
  it('leaves a clause alone that a person has written in, and asks', async () => {
    const version = await draft(2);
    const clause = (await draftClauses(world.officer, version)).find(({ code }) => code === '2')!;
    valueOf(await writeWords(permit(frameworkPolicy.edit, world.officer, version), { now }, clause.id, clause.version, 'en', { title: 'Keep it ours', body: '', origin: 'human' }));
    const taken = valueOf(await take(world.officer, file('Keep it free')));
    expect(await words(2)).toContain('2 Keep it ours');
    expect((await openQuestions(world.officer, taken.id)).rows).toMatchObject([{ code: 'edited', record: { ref: 'DFI 2' } }]);
  });
});

describe('a register of parties', () => {
  const file = (signed = '') => table(partyHead, ['KEN', 'Kenya', '1992-06-12', '1994-08-30', 'Ratification'], ['PSE', 'Palestine', signed, '2015-12-18', 'Accession'], ['EUU', 'European Union', '1992-06-13', '1993-12-21', 'Approval'], ['XXZ', 'Nowhere', '', '', ''], ['UGA', 'Uganda', '1992-13-01', '', '']);
  it('takes dated endorsements, keeps what is missing missing, and refuses what cannot be understood', async () => {
    const taken = valueOf(await take(world.officer, file()));
    expect(taken.counts).toEqual({ read: 5, new: 3, changed: 0, unchanged: 0, inError: 2 });
    expect(await database().selectFrom('endorsements').select(['country_iso2', 'endorsed_on', 'endorsed_on_missing', 'confirmation', 'confirmed_on', 'status', 'recorded_by']).orderBy('country_iso2').execute()).toEqual([
      { country_iso2: 'KE', endorsed_on: '1992-06-12', endorsed_on_missing: null, confirmation: 'Ratification', confirmed_on: '1994-08-30', status: 'declared', recorded_by: world.officer.id },
      { country_iso2: 'PS', endorsed_on: null, endorsed_on_missing: 'not-stated', confirmation: 'Accession', confirmed_on: '2015-12-18', status: 'declared', recorded_by: world.officer.id },
      { country_iso2: null, endorsed_on: '1992-06-13', endorsed_on_missing: null, confirmation: 'Approval', confirmed_on: '1993-12-21', status: 'declared', recorded_by: world.officer.id },
    ]);
    const before = await standing();
    expect(outcomeOf(await take(world.officer, file()))).toEqual([0, 0, 3, 2]);
    expect(await standing()).toEqual(before);
  });
  it('changes a day that the register mends, and shows it before', async () => {
    const dry = valueOf(await check(world.officer, file('2015-12-01')));
    expect((await recordOf(world.officer, dry.id)).outcome.changes.map(({ field, before, after }) => [field, before, after])).toEqual([['endorsed_on', null, '2015-12-01'], ['endorsed_on_missing', 'not-stated', null]]);
    expect(outcomeOf(await take(world.officer, file('2015-12-01')))).toEqual([0, 1, 2, 2]);
  });
});
