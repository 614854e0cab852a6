import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { findDraft } from '#app/commitments/drafting/queries.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { readGoal } from '#app/commitments/sheets/reading.server';
import { translateCommitment } from '#app/commitments/translations/operations.server';
import { exportLists } from '#app/open-data/exports/lists.server';
import type { ExportKind } from '#app/open-data/exports/model';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { bytesOf } from '#app/table/files/answer.server';
import { valueOf } from './accounts-world';
import { brought, draft, openCommitments, refOf, type CommitmentsWorld } from './commitments-world';
import { check, outcomeOf, recordOf, table, take } from './imports-world';

/** Our own files, changed elsewhere and brought back. */
describe('a list that comes back', () => {
  let world: CommitmentsWorld;
  const refs: Record<string, string> = {};
  const view = () => ({ language: 'en' as const, now: world.now });
  beforeAll(async () => {
    world = await openCommitments();
    refs['draft'] = await draft(world, { form: { title: '=2+5 schools', action: 'A line,\nand "another" one', countries: [{ country_iso2: 'KE', share: '60.5' }, { country_iso2: 'UG', share: '39.5' }] }, starts_on: '2026-01-01' });
    refs['public'] = await brought(world, await draft(world), 'published');
    refs['submitted'] = await brought(world, await draft(world), 'submitted');
    valueOf(await translateCommitment(permit(commitmentPolicy.translate, world.focal, await refOf(refs['public'] ?? '')), { now: world.now }, undefined, 'sw', { title: '-Kuunganisha', action: null, problem: null, origin: 'machine' }));
  });
  afterAll(() => world.close());

  /** The rows of a file by their heads, as a spreadsheet shows them. */
  async function rowsOf(kind: ExportKind, viewer: PersonActor): Promise<Record<string, string>[]> {
    const json: Buffer[] = [];
    for await (const bytes of bytesOf(exportLists[kind].open(viewer, new URLSearchParams(), view()), 'json')) json.push(Buffer.from(bytes));
    return (JSON.parse(Buffer.concat(json).toString()) as Record<string, unknown>[]).map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)])));
  }
  const written = (rows: readonly Record<string, string>[]) => table(Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row)));
  const edited = async (kind: ExportKind, name: string, changes: Record<string, string>, more: (row: Record<string, string>) => boolean = () => true) =>
    written((await rowsOf(kind, world.officer)).map((row) => (row['ref'] === refs[name] && more(row) ? { ...row, ...changes } : row)));
  const errorsOf = async (id: string) => (await database().selectFrom('import_errors').select(['column_name', 'details']).where('import_id', '=', id).orderBy('position').execute())
    .map(({ column_name, details }) => `${column_name ?? '-'} ${String((details as Record<string, unknown>)['why'])}`);
  const draftOf = (name: string) => findDraft(world.officer, refs[name] ?? '', view());

  it.each([['commitments', 'csv'], ['commitments', 'xlsx'], ['commitment-goals', 'csv'], ['commitment-goals', 'xlsx'], ['commitment-texts', 'csv'], ['commitment-texts', 'xlsx']] as const)('%s as %s: unchanged, it changes nothing, and says which columns it did not read', async (kind, format) => {
    const parts: Uint8Array[] = [];
    for await (const bytes of bytesOf(exportLists[kind].open(world.officer, new URLSearchParams(), view()), format)) parts.push(bytes);
    const versions = await database().selectFrom('commitments').select(['ref', 'version']).orderBy('ref').execute();
    const result = valueOf(await take(world.officer, Buffer.concat(parts)));
    expect([result.counts.new, result.counts.changed, result.counts.inError]).toEqual([0, 0, 0]);
    expect(result.counts.unchanged).toBeGreaterThan(2);
    expect(await database().selectFrom('commitments').select(['ref', 'version']).orderBy('ref').execute()).toEqual(versions);
    const { outcome } = await recordOf(world.officer, result.id);
    const derived = outcome.notes.find(({ code }) => code === 'columns-derived')?.values['columns'];
    expect(String(derived)).toContain({ commitments: 'health', 'commitment-goals': 'value_on', 'commitment-texts': 'standing' }[kind]);
  });

  it('a draft is changed as in its forms, each field that differs', async () => {
    const changes = { title: 'Connect 7 schools', type: 'programme', nodes: 'P1.2', beneficiaries: 'girls_women|rural_remote', countries: 'KE:50|UG:50', learner_data: 'yes', start_on: '2026-02-01', target: '150.50', baseline: '', baseline_year: '', target_on: '2031-06-30' };
    const file = await edited('commitments', 'draft', changes);
    const dry = valueOf(await check(world.officer, file));
    expect([dry.counts.changed, (await draftOf('draft'))?.title]).toEqual([1, '=2+5 schools']);
    expect(outcomeOf(await take(world.officer, file))).toEqual([0, 1, 2, 0]);
    expect(await draftOf('draft')).toMatchObject({
      title: 'Connect 7 schools', action: 'A line,\nand "another" one', type: 'programme', beneficiaries: ['girls_women', 'rural_remote'], learner_data: true, starts_on: '2026-02-01', ends_on: '2031-06-30',
      countries: [{ country_iso2: 'KE', share: '50' }, { country_iso2: 'UG', share: '50' }], goals: [{ target_value: '150.5', baseline_value: null, target_on: '2031-06-30' }],
    });
    expect(outcomeOf(await take(world.officer, file))).toEqual([0, 0, 3, 0]);
    const act = await database().selectFrom('audit_log').select(['rule', 'actor_id']).where('table_name', '=', 'goals').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
    expect(act).toEqual({ rule: 'commitment:edit', actor_id: world.officer.id });
  });

  it('a target is for a year that the steps take, or for the one that stands', async () => {
    const to = async (target_on: string) => {
      const { id, counts } = valueOf(await check(world.officer, await edited('commitments', 'draft', { target_on })));
      return [counts.changed, counts.inError, await errorsOf(id)];
    };
    const why = ['target_on commitments:problems.year'];
    // The file comes in November 2025.
    for (const early of ['2024-12-31', '1995-06-30', '2040-01-01', '2100-12-31']) expect(await to(early)).toEqual([0, 1, why]);
    for (const fit of ['2026-12-31', '2039-12-31']) expect(await to(fit)).toEqual([1, 0, []]);
    expect(await to('2150-01-01')).toEqual([0, 1, why]);
    // What stands stays, also once its year is over.
    const late = new Date('2033-03-02T09:00:00Z');
    expect(readGoal({ statement: 'More', target_on: '2031-01-31' }, (await draftOf('draft'))?.goals[0], dayOf(late))).toMatchObject({ ok: true, value: { target_on: '2031-01-31' } });
    expect(readGoal({ statement: 'More', target_on: '2032-01-31' }, (await draftOf('draft'))?.goals[0], dayOf(late))).toMatchObject({ ok: false });
  });

  it('what was promised in public is an error of its column that leads to an amendment', async () => {
    const result = valueOf(await take(world.officer, await edited('commitments', 'public', { target: '90', title: 'Connect 90 schools', visibility: 'members', status: 'draft', health: 'off_track' })));
    expect([result.counts.changed, result.counts.inError]).toEqual([0, 1]);
    expect(await errorsOf(result.id)).toEqual(['title commitments:problems.sheet_protected', 'visibility commitments:problems.sheet_not_now', 'target commitments:problems.sheet_protected']);
    const detail = await database().selectFrom('import_errors').select('details').where('import_id', '=', result.id).limit(1).executeTakeFirstOrThrow();
    expect(detail.details).toMatchObject({ path: `/commitments/${refs['public'] ?? ''}/amendments/new` });
    const waiting = valueOf(await take(world.officer, await edited('commitments', 'submitted', { title: 'Another title' })));
    expect(await errorsOf(waiting.id)).toEqual(['title commitments:problems.sheet_not_now']);
  });

  it('what cannot be read is an error of its column, all at once, and nothing of the row is written', async () => {
    const bad = { title: 'x', type: 'magic', nodes: 'P9.9', countries: 'XX:10', start_on: 'soon', target: 'many', target_on: '2030-13-01', lead_ref: 'ORG-9999' };
    const alone = async (...names: (keyof typeof bad)[]) => errorsOf(valueOf(await take(world.officer, await edited('commitments', 'draft', Object.fromEntries(names.map((name) => [name, bad[name]]))))).id);
    expect(await alone('lead_ref')).toEqual(['lead_ref commitments:problems.sheet_lead']);
    expect(await alone('nodes')).toEqual(['nodes commitments:problems.clause_unknown']);
    const coming = String(world.now.getUTCFullYear() + 1);
    const baseline = async (kind: ExportKind) => errorsOf(valueOf(await take(world.officer, await edited(kind, 'draft', { baseline: '5', baseline_year: coming }))).id);
    expect([await baseline('commitments'), await baseline('commitment-goals')]).toEqual(Array(2).fill(['baseline_year commitments:problems.baseline_year']));
    expect((await alone('title', 'type', 'countries', 'start_on', 'target', 'target_on')).map((said) => said.split(' ')[0])).toEqual(['title', 'type', 'countries', 'target', 'target_on', 'start_on']);
    expect(await draftOf('draft')).toMatchObject({ title: 'Connect 7 schools', goals: [{ target_value: '150.5' }] });
    const other = written((await rowsOf('commitments', world.officer)).slice(0, 1).map((row) => ({ ...row, ref: 'CMT-1999-0001' })));
    expect(await errorsOf(valueOf(await take(world.officer, other)).id)).toEqual(['ref commitments:problems.sheet_unknown']);
  });

  it('goals and texts are changed by their own lists, and a new translation is one', async () => {
    const goals = await rowsOf('commitment-goals', world.officer);
    const one = goals.find((row) => row['ref'] === refs['draft']) ?? {};
    const more = written([{ ...one, method: 'Counted each year' }, { ...one, number: '2', goal: 'Teachers', target: '20', unit: 'teachers' }, { ...one, number: '9' }]);
    expect(outcomeOf(await take(world.officer, more))).toEqual([0, 2, 0, 1]);
    expect((await draftOf('draft'))?.goals).toMatchObject([{ method: 'Counted each year', target_value: '150.5' }, { statement: 'Teachers', target_value: '20' }]);
    const texts = await rowsOf('commitment-texts', world.officer);
    const own = texts.find((row) => row['ref'] === refs['draft']) ?? {};
    const swahili = texts.find((row) => row['language'] === 'sw') ?? {};
    const said = written([{ ...own, problem: 'Why' }, { ...own, language: 'pt', title: 'Ligar', origin: 'human' }, { ...swahili, origin: 'human' }, { ...own, language: 'x y' }, { ...swahili, language: 'en', title: 'Public' }]);
    const result = valueOf(await take(world.officer, said));
    expect([result.counts.changed, await errorsOf(result.id)]).toEqual([3, ['language form:errors.language', 'title commitments:problems.sheet_protected', 'action commitments:problems.sheet_protected']]);
    expect((await draftOf('draft'))?.problem).toBe('Why');
  });

  it('a row without a reference begins a draft, once', async () => {
    const lead = await database().selectFrom('organisations').select('ref').where('id', '=', world.organisation).executeTakeFirstOrThrow();
    const first = (await rowsOf('commitments', world.officer))[0] ?? {};
    const empty = Object.fromEntries(Object.keys(first).map((name) => [name, '']));
    const fresh = written([{ ...empty, title: 'Begun in a spreadsheet', lead_ref: lead.ref, title_language: 'en', target: '12', unit: 'schools', target_on: '2029-12-31' }, { ...empty, title: 'Nobody leads', lead_ref: 'ORG-9999' }]);
    const early = written([{ ...empty, title: 'Counted in a year to come', lead_ref: lead.ref, title_language: 'en', baseline: '2', baseline_year: '2099' }]);
    expect(await errorsOf(valueOf(await take(world.officer, early)).id)).toEqual(['baseline_year commitments:problems.baseline_year']);
    expect(outcomeOf(await take(world.officer, fresh))).toEqual([1, 0, 0, 1]);
    expect(outcomeOf(await take(world.officer, fresh))).toEqual([0, 0, 1, 1]);
    const begun = await database().selectFrom('commitment_texts as t').innerJoin('commitments as c', 'c.id', 't.commitment_id').select(['c.status', 'c.ends_on']).where('t.title', '=', 'Begun in a spreadsheet').execute();
    expect(begun).toEqual([{ status: 'draft', ends_on: '2029-12-31' }]);
  });
});
