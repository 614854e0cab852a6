import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permit } from '#app/access/permit';
import { measureInput, measureOf } from '#app/commitments/drafting/input.server';
import { clausesOf } from '#app/commitments/choices.server';
import { CheckAnswers } from '#app/commitments/drafting/check-answers';
import { ClauseLists } from '#app/commitments/drafting/clause-lists';
import { createDraft, saveMeasure, saveWhat } from '#app/commitments/drafting/operations.server';
import { findDraft } from '#app/commitments/drafting/queries.server';
import { storedMeasure, storedWhat } from '#app/commitments/drafting/values';
import { commitmentPolicy } from '#app/commitments/policy';
import { draftVersion } from '#app/frameworks/operations.server';
import { frameworkPolicy } from '#app/frameworks/policy';
import { publishVersion } from '#app/frameworks/versions/operations.server';
import { database } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { markupOf } from '#tests/harness/markup';
import { desk, otherDesk, valueOf } from './accounts-world';
import { type CommitmentsWorld, draft, openCommitments, refOf, what } from './commitments-world';

let world: CommitmentsWorld;
beforeAll(async () => { world = await openCommitments(); });
afterAll(() => world.close());

const at = () => ({ now: world.now });
const edit = async (ref: string) => permit(commitmentPolicy.edit, world.focal, await refOf(ref));
const draftOf = async (ref: string) => {
  const found = await findDraft(world.focal, ref, { language: 'en', now: world.now });
  if (found === undefined) throw new Error(`no ${ref}`);
  return found;
};

describe('the day of a target that the second step knows by its year', () => {
  /** The second step as its form sends it, with what stands there but for some fields. */
  async function saveStep(ref: string, more: Readonly<Record<string, string>> = {}) {
    const now = await draftOf(ref);
    const { goals } = storedMeasure(now);
    const sent = goals.map((goal) => Object.fromEntries(Object.entries({ ...goal, ...more }).filter(([, value]) => value.length > 0)));
    const given = measureInput('2026-03-02', false).parse({ goals: sent });
    valueOf(await saveMeasure(await edit(ref), at(), now.version, measureOf(given, now.goals)));
    return (await draftOf(ref)).goals.map(({ target_on }) => target_on);
  }

  it('stays as a file said it while the year does, and is the end of another year', async () => {
    const ref = await draft(world, { goal: { target_on: '2030-06-30' } });
    expect(await saveStep(ref, { statement: 'More schools' })).toEqual(['2030-06-30']);
    expect((await draftOf(ref)).ends_on).toBe('2030-06-30');
    expect(await saveStep(ref, { target_year: '2031' })).toEqual(['2031-12-31']);
    expect(await saveStep(ref)).toEqual(['2031-12-31']);
  });
});

describe('the year of a target', () => {
  it('that stands may stay once it is over, and no other of the past', async () => {
    const { goals } = await draftOf(await draft(world, { goal: { target_on: '2030-06-30' } }));
    const takes = (target_year: string) => measureInput('2031-03-02', false, goals).safeParse({ goals: [{ target_value: '140', unit: 'schools', target_year }] }).success;
    expect([takes('2030'), takes('2029'), takes('2031'), takes('2045'), takes('2046')]).toEqual([true, false, true, true, false]);
  });
});

describe('a clause of a version that another one supersedes', () => {
  it('stays among the answers and on the page of its draft, as of its version', async () => {
    const ref = await draft(world);
    const before = await draftOf(ref);
    const inAll = (text: string) => ({ en: text, fr: text, es: text, ar: text, ru: text, zh: text });
    const next = (code: string) => ({ code, kind: 'action_line' as const, title: inAll(`Next ${code}`), text: inAll(`Next ${code}`), children: [] });
    const { id, number } = valueOf(await draftVersion(permit(frameworkPolicy.draft, await desk(), { code: 'CONNDECL' }), at(), { name: inAll('Declaration'), short_name: inAll('Declaration'), standing: 'working_paraphrase', source: null, nodes: [next('P1.1'), next('P1.2')] }));
    valueOf(await publishVersion(permit(frameworkPolicy.publish, await otherDesk(), { id, status: 'draft', edited_by: null }), at()));

    const clauses = await clausesOf(world.focal, before, 'en');
    expect(clauses.filter((one) => one.earlier !== undefined)).toMatchObject([{ id: before.nodes[0], code: 'P1.1', earlier: number - 1 }]);
    const page = markupOf(<ClauseLists clauses={clauses} chosen={storedWhat(before).nodes} errors={undefined} />);
    expect(page).toMatch(/A newer version exists.*P1\.1 Clause P1\.1.*Declaration, version 1/);
    const ticked = [...page.matchAll(/<input[^>]*>/g)].flatMap(([box]) => (box.includes('checked=""') && box.includes('name="nodes"') ? [/value="([^"]*)"/.exec(box)?.[1] ?? ''] : []));
    expect(ticked).toEqual(before.nodes);
    valueOf(await saveWhat(await edit(ref), at(), before.version, what(world, { nodes: ticked, title: 'Another title' })));
    expect((await draftOf(ref)).nodes).toEqual(before.nodes);
    const answers = markupOf(<CheckAnswers draft={before} clauses={clauses} countries={[]} pledges={[]} />, 'fr');
    expect(answers).toContain('P1.1 Clause P1.1 (Declaration, version n° 1)');
    // Whoever has chosen none of it is offered none.
    expect((await clausesOf(world.focal, { nodes: [] }, 'en')).map(({ earlier }) => earlier)).toEqual([undefined, undefined]);
  });
});

describe('a clause that nobody published', () => {
  const place = () => permit(commitmentPolicy.create, world.focal, { coalition_id: world.coalition, lead_organisation_id: world.organisation, lead_country_iso2: null });
  const problemsOf = (result: { ok: boolean; problems?: readonly { code: string; field?: string | undefined }[] }) => ('problems' in result ? result.problems?.map(({ code, field }) => [code, field]) : undefined);
  const refusal = [['commitments:problems.clause_gone', 'nodes']];

  it('is an error of its field, when a draft begins and when it is saved', async () => {
    const count = async () => (await database().selectFrom('commitments').select('id').execute()).length;
    const before = await count();
    const strange = [...world.nodes.slice(1, 2), newId()];
    expect(problemsOf(await createDraft(place(), at(), what(world, { nodes: strange })))).toEqual(refusal);
    expect(await count()).toBe(before);
    const { ref } = valueOf(await createDraft(place(), at(), what(world)));
    expect(problemsOf(await saveWhat(await edit(ref), at(), 1, what(world, { nodes: strange, title: 'Another title' })))).toEqual(refusal);
    expect(await draftOf(ref)).toMatchObject({ title: 'Connect 140 schools', version: 1, nodes: world.nodes.slice(1, 2) });
  });

  it('counts no clause of a text that is still written', async () => {
    const inAll = (text: string) => ({ en: text, fr: text, es: text, ar: text, ru: text, zh: text });
    const form = { name: inAll('Next'), short_name: inAll('Next'), standing: 'working_paraphrase' as const, source: null, nodes: [{ code: 'P1', kind: 'action_line' as const, title: inAll('One'), text: inAll('One'), children: [] }] };
    const { id } = valueOf(await draftVersion(permit(frameworkPolicy.draft, await desk(), { code: 'NEXTTEXT' }), at(), form));
    const unpublished = await database().selectFrom('framework_nodes').select('id').where('version_id', '=', id).execute();
    expect(unpublished).toHaveLength(1);
    expect(problemsOf(await createDraft(place(), at(), what(world, { nodes: unpublished.map((node) => node.id) })))).toEqual(refusal);
    valueOf(await createDraft(place(), at(), what(world, { nodes: [] })));
  });
});
