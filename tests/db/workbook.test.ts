import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { findDraft } from '#app/commitments/drafting/queries.server';
import { commitmentPolicy } from '#app/commitments/policy';
import { translateCommitment } from '#app/commitments/translations/operations.server';
import { readReturnedBook } from '#app/open-data/imports/source/returned-book';
import { applyWorkbook, checkWorkbook } from '#app/open-data/workbook/operations.server';
import { ownWorkbook, workbookPolicy } from '#app/open-data/workbook/policy';
import { findWorkbook, type WorkbookRecord } from '#app/open-data/workbook/queries.server';
import { ownBook } from '#app/open-data/workbook/sheets.server';
import { totalOf } from '#app/open-data/workbook/model';
import { listImports } from '#app/open-data/imports/queries.server';
import { database } from '#app/platform/database.server';
import { planCycle } from '#app/reporting/cycles/operations.server';
import { cyclePolicy } from '#app/reporting/cycles/policy';
import { fileTable, type FileValue } from '#app/table/files/column';
import { bookOf, type BookSheet } from '#app/table/files/workbook';
import { valueOf } from './accounts-world';
import { brought, draft, openCommitments, refOf, type CommitmentsWorld } from './commitments-world';

type Rows = Record<string, string>[];

describe('a workbook, there and back', () => {
  let world: CommitmentsWorld;
  let cycle: string;
  const refs: Record<string, string> = {};
  const later = new Date('2027-06-15T09:00:00Z');
  const view = () => ({ language: 'en' as const, now: later });

  beforeAll(async () => {
    world = await openCommitments();
    refs['draft'] = await draft(world, { form: { title: '=cmd|run schools', countries: [{ country_iso2: 'KE', share: '60' }, { country_iso2: 'UG', share: '40' }] } });
    refs['public'] = await brought(world, await draft(world), 'published');
    valueOf(await translateCommitment(permit(commitmentPolicy.translate, world.focal, await refOf(refs['public'] ?? '')), { now: world.now }, undefined, 'sw', { title: 'Shule', action: null, problem: null, origin: 'machine' }));
    const form = { year: 2027, opens_on: '2027-06-01', due_on: '2027-07-01', grace_on: '2027-07-15', lock_on: '2027-08-01' };
    cycle = valueOf(await planCycle(permit(cyclePolicy.plan, world.officer, { coalition_id: world.coalition }), { now: world.now }, form)).ref;
  });
  afterAll(() => world.close());

  const bytesOf = async (sheets: readonly BookSheet[]): Promise<Buffer> => {
    const parts: Uint8Array[] = [];
    for await (const bytes of bookOf(sheets)) parts.push(bytes);
    return Buffer.concat(parts);
  };
  const taken = async (who: PersonActor) => bytesOf(await ownBook(who, view()));
  /** The rows of a sheet by their heads, as a spreadsheet shows them. */
  async function rowsOf(bytes: Uint8Array, name: string): Promise<Rows> {
    const sheets = valueOf({ ok: true, value: await readReturnedBook(bytes) });
    const sheet = sheets.ok ? sheets.value.find((one) => one.name === name) : undefined;
    if (sheet?.table.ok !== true) return [];
    const { header, records } = sheet.table.value;
    return records.map(({ cells }) => Object.fromEntries(header.map((column) => [column, cells[column] ?? ''])));
  }
  /** A workbook as somebody saves it: with some sheets changed. */
  async function edited(who: PersonActor, changes: Readonly<Record<string, (rows: Rows) => Rows>>): Promise<Buffer> {
    const bytes = await taken(who);
    const sheets = await Promise.all(['Commitments', 'Goals', 'Texts', 'Updates', ...Object.keys(changes).filter((name) => !['Commitments', 'Goals', 'Texts', 'Updates'].includes(name))].map(async (name): Promise<BookSheet> => {
      const rows = (changes[name] ?? ((same: Rows) => same))(await rowsOf(bytes, name));
      const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      return { name, table: fileTable(header.map((head) => ({ header: head, value: (row: Record<string, string>): FileValue => row[head] ?? null })), rows) };
    }));
    return bytesOf(sheets.filter(({ table }) => table.header.length > 0));
  }
  const check = async (who: PersonActor, bytes: Uint8Array): Promise<WorkbookRecord> => {
    const { id } = valueOf(await checkWorkbook(permit(workbookPolicy.check, who, ownWorkbook), { now: later }, { name: 'my.xlsx', bytes, language: 'en' }));
    const record = await findWorkbook(who, id);
    if (record === undefined) throw new Error('no workbook');
    return record;
  };
  const apply = async (who: PersonActor, record: WorkbookRecord) => valueOf(await applyWorkbook(permit(workbookPolicy.apply, who, record), { now: later }, 'en'));
  const counts = ({ report }: WorkbookRecord) => { const total = totalOf(report); return [total.new, total.changed, total.unchanged, total.inError]; };
  const errors = ({ report }: WorkbookRecord) => report.sheets.flatMap(({ name, errors: found }) => found.map(({ row, column, problem }) => `${name} ${row} ${column ?? '-'} ${problem.code}`));
  const versions = () => database().selectFrom('commitments').select(['ref', 'version']).orderBy('ref').execute();
  const own = (rows: Rows, name: string) => rows.filter((row) => row['ref'] === refs[name]);

  it('taken along and brought back as it is, it changes nothing', async () => {
    const before = await versions();
    const record = await check(world.focal, await taken(world.focal));
    expect([counts(record), errors(record), record.report.others]).toEqual([[0, 0, 2 + 2 + 1 + 1, 0], [], []]);
    expect((await apply(world.focal, record)).again).toBe(false);
    expect(await versions()).toEqual(before);
  });

  it('offers lists to choose from, hides what is the portal’s own, and stays one person’s', async () => {
    const book = await ownBook(world.focal, view());
    expect(book.map(({ name, unseen = false }) => [name, unseen])).toEqual([['Commitments', false], ['Goals', false], ['Texts', false], ['Updates', false], ['Lists', true], ['Read me', false]]);
    expect(book[0]).toMatchObject({ hidden: ['version'], choices: { type: 'Lists!$A$2:$A$9', learner_data: 'Lists!$B$2:$B$3' } });
    const record = await check(world.focal, await taken(world.focal));
    expect(await findWorkbook(world.deputy, record.id)).toBeUndefined();
    expect((await listImports(world.officer, null)).rows).toEqual([]);
    expect(() => permit(workbookPolicy.apply, world.deputy, record)).toThrow();
    expect(await rowsOf(await taken(world.stranger), 'Commitments')).toEqual([]);
  });

  it('what was filled in is written by whoever brings it, through the forms’ own acts, all sheets at once and once only', async () => {
    const bytes = await edited(world.focal, {
      Commitments: (rows) => rows.map((row) => (row['ref'] === refs['draft'] ? { ...row, title: 'Ten schools', type: 'programme' } : row)),
      Goals: (rows) => [...rows.map((row) => (row['ref'] === refs['draft'] ? { ...row, target: '10', method: 'Counted' } : row))],
      Texts: (rows) => [...rows, { ref: refs['public'] ?? '', language: 'pt', title: 'Ligar escolas', origin: 'human' }],
      Updates: (rows) => rows.map((row) => ({ ...row, answer: 'update', completion: 'limited', as_of: '2027-06-10', narrative: 'Forty so far', value_1: '40' })),
    });
    const dry = await check(world.focal, bytes);
    expect([errors(dry), counts(dry)]).toEqual([[], [0, 4, 3, 0]]);
    expect((await findDraft(world.focal, refs['draft'] ?? '', view()))?.title).toBe('=cmd|run schools');
    expect((await apply(world.focal, dry)).again).toBe(false);
    expect(await findDraft(world.focal, refs['draft'] ?? '', view())).toMatchObject({ title: 'Ten schools', type: 'programme', goals: [{ target_value: '10', method: 'Counted' }] });
    const update = await database().selectFrom('progress_updates as u').innerJoin('goal_values as v', 'v.progress_update_id', 'u.id').select(['u.status', 'u.answer', 'u.narrative', 'u.written_by', 'v.value']).execute();
    expect(update).toMatchObject([{ status: 'draft', answer: 'update', narrative: 'Forty so far', written_by: world.focal.id }]);
    expect(Number(update[0]?.value)).toBe(40);
    const rules = await database().selectFrom('audit_log').select('rule').distinct().where('told_at', '=', later).where('table_name', 'in', ['goals', 'commitment_texts', 'goal_values']).orderBy('rule').execute();
    expect(rules.map(({ rule }) => rule)).toEqual(['commitment:edit', 'commitment:translate', 'update:write']);
    await expect(apply(world.focal, dry)).rejects.toThrow();
    expect(counts(await check(world.focal, await taken(world.focal)))).toEqual([0, 0, 7, 0]);
  });

  it('says every error at once, by sheet, row and column, and writes none of their rows', async () => {
    const bytes = await edited(world.focal, {
      Commitments: (rows) => [...rows.map((row) => (row['ref'] === refs['public'] ? { ...row, title: '3 schools' } : { ...row, type: 'magic' })), { ref: 'CMT-1999-0001', title: 'Nobody’s' }, { title: 'Begun at sea', lead_ref: '' }],
      Goals: (rows) => [...rows, ...own(rows, 'public')],
      Updates: (rows) => rows.map((row) => ({ ...row, answer: 'perhaps' })),
      'Another sheet': () => [{ a: 'b' }],
    });
    const record = await check(world.focal, bytes);
    expect(errors(record)).toEqual([
      'Commitments 2 type commitments:problems.type_needed', 'Commitments 3 title commitments:problems.sheet_protected', 'Commitments 4 ref commitments:problems.sheet_unknown', 'Commitments 5 lead_ref commitments:problems.lead_unknown',
      'Goals 4 ref open-data:workbook.repeated', 'Updates 2 answer reporting:problems.answer_needed',
    ]);
    expect(record.report.others).toEqual(['Another sheet']);
  });

  it('is told when somebody changed a record meanwhile, before and after the dry run', async () => {
    const old = await edited(world.focal, { Commitments: (rows) => rows.map((row) => (row['ref'] === refs['draft'] ? { ...row, title: 'Eleven schools' } : row)) });
    const dry = await check(world.focal, old);
    const other = await check(world.deputy, await edited(world.deputy, { Commitments: (rows) => rows.map((row) => (row['ref'] === refs['draft'] ? { ...row, title: 'Twelve schools' } : row)) }));
    await apply(world.deputy, other);
    expect((await apply(world.focal, dry)).again).toBe(true);
    expect(errors(await check(world.focal, old))).toContain('Commitments 2 version form:problems.changed_meanwhile');
    expect((await findDraft(world.focal, refs['draft'] ?? '', view()))?.title).toBe('Twelve schools');
  });

  it('nobody writes what is not theirs by a workbook, and no file breaks it', async () => {
    const foreign = await edited(world.focal, { Commitments: (rows) => rows.map((row) => ({ ...row, title: 'Taken over' })) });
    expect(errors(await check(world.stranger, foreign)).every((said) => /sheet_unknown|sheet_protected|not_your/.test(said))).toBe(true);
    for (const bad of [Buffer.from('no workbook'), Buffer.alloc(0), (await taken(world.focal)).subarray(0, 900)]) {
      expect(await checkWorkbook(permit(workbookPolicy.check, world.focal, ownWorkbook), { now: later }, { name: 'x', bytes: bad, language: 'en' })).toMatchObject({ ok: false });
    }
    expect(() => permit(workbookPolicy.take, world.auditor, ownWorkbook)).toThrow();
    expect(cycle).toMatch(/2027/);
  });
});
