import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { permit } from '#app/access/permit';
import { pairList } from '#app/members/duplicates/list';
import { decidePairs, keepApart, mergeOrganisations } from '#app/members/duplicates/operations.server';
import { duplicatePolicy } from '#app/members/duplicates/policy';
import { findPairs, listPairs, type Pair } from '#app/members/duplicates/queries.server';
import { successorOf } from '#app/members/organisations/record/queries.server';
import { database } from '#app/platform/database.server';
import { readState } from '#app/table/state';
import { realFilesMissing } from '#db/reference/real-files';
import { parseIdentifier } from '#db/reference/organisation-schemes';
import { sourceFile, sourceNames } from '#tests/harness/source-files';
import { valueOf } from './accounts-world';
import { now, openImports, outcomeOf, standing, take, type ImportsWorld } from './imports-world';

/** What the file itself says: every two rows that share an identifier with its scheme, or a name whatever its case. Names, because references are the portal's own. */
function pairsInFile(): Set<string> {
  const rows = parse(sourceFile(sourceNames.members), { columns: true, bom: true }) as Record<string, string>[];
  const distinct = [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
  const identifiers = (row: Record<string, string>) => (row['org_refs'] ?? '').split('|').flatMap((part) => parseIdentifier(part.trim())?.identifier.toUpperCase() ?? []);
  const name = (row: Record<string, string>) => (row['organisation_name'] ?? '').normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const found = new Set<string>();
  distinct.forEach((row, at) => {
    const mine = new Set(identifiers(row));
    for (const earlier of distinct.slice(0, at)) {
      if (name(row).toLowerCase() === name(earlier).toLowerCase() || identifiers(earlier).some((one) => mine.has(one))) found.add(spelled(name(row), name(earlier)));
    }
  });
  return found;
}
const cut = (name: string) => name.slice(0, 60);
const spelled = (one: string, other: string) => [cut(one), cut(other)].toSorted().join(' <> ');

let world: ImportsWorld;
const pages = async (query = '') => {
  const rows: Pair[] = [];
  let after: string | null = null;
  let count = 0;
  do {
    const page = await listPairs(world.officer, { ...readState(pairList, new URLSearchParams(query)), after }, 'en');
    rows.push(...page.rows);
    after = page.next;
    count = page.total.count;
  } while (after !== null);
  expect(count).toBe(rows.length);
  return rows;
};

describe.skipIf(realFilesMissing !== null)(`the desk with the organisations of published aid data${realFilesMissing === null ? '' : `: ${realFilesMissing}`}`, () => {
  beforeAll(async () => {
    world = await openImports();
    const first = valueOf(await take(world.officer, sourceFile(sourceNames.members)));
    expect(first.counts.read).toBe(1700);
  });
  afterAll(() => world.close());

  test('lists every pair of the file once, page by page', async () => {
    const rows = await pages();
    const listed = rows.map(({ one, other }) => spelled(one.name.normalize('NFC').replaceAll(/\s+/g, ' ').trim(), other.name.normalize('NFC').replaceAll(/\s+/g, ' ').trim()));
    expect(new Set(rows.map(({ organisation_id, other_id }) => `${organisation_id} ${other_id}`)).size).toBe(rows.length);
    expect(listed.toSorted()).toEqual([...pairsInFile()].toSorted());
    expect(rows.length).toBeGreaterThan(150);
    const named = await pages('reason=same_name');
    expect(named.length).toBeGreaterThan(0);
    expect(named.every(({ reasons }) => reasons.includes('same_name'))).toBe(true);
  });

  test('taken in again, nothing changes, also after decisions', async () => {
    const [same, different] = await pages();
    if (same === undefined || different === undefined) throw new Error('no pairs');
    valueOf(await mergeOrganisations(permit(duplicatePolicy.decide, world.officer, same), { now }, same.one.id, 'One register number'));
    const rest = (await pages()).find(({ id }) => id === different.id);
    if (rest !== undefined) valueOf(await keepApart(permit(duplicatePolicy.decide, world.officer, rest), { now }, 'Two ministries'));
    const before = [await pages(), await standing()];
    expect(outcomeOf(await take(world.officer, sourceFile(sourceNames.members)))[0]).toBe(0);
    expect([await pages(), await standing()]).toEqual(before);
    expect(await successorOf(same.one.ref)).toBe(same.other.ref);
  });

  test('a pair of a merged organisation is asked about as one of that which stays, and still once', async () => {
    const rows = await pages();
    const times = new Map<string, number>();
    for (const { organisation_id, other_id } of rows) for (const id of [organisation_id, other_id]) times.set(id, (times.get(id) ?? 0) + 1);
    const chosen = rows.find(({ one, other }) => (times.get(one.id) ?? 0) > 2 && (times.get(other.id) ?? 0) > 2);
    if (chosen === undefined) throw new Error('no group of three');
    valueOf(await mergeOrganisations(permit(duplicatePolicy.decide, world.officer, chosen), { now }, chosen.one.id, 'The same agency'));
    const after = await pages();
    expect(after.flatMap(({ organisation_id, other_id }) => [organisation_id, other_id])).not.toContain(chosen.one.id);
    expect(after.some(({ organisation_id, other_id }) => [organisation_id, other_id].includes(chosen.other.id))).toBe(true);
    expect(new Set(after.map(({ organisation_id, other_id }) => `${organisation_id} ${other_id}`)).size).toBe(after.length);
    expect(await mergeOrganisations(permit(duplicatePolicy.decide, world.officer, chosen), { now }, chosen.one.id, 'Again')).toMatchObject({ problems: [{ code: 'members:problems.decided_already' }] });
  });

  test('several are decided at once, with one reason, and those already decided are passed over', async () => {
    const chosen = (await pages()).slice(0, 40);
    const granted = permit(duplicatePolicy.decideMany, world.officer, { pairs: chosen });
    const { decided } = valueOf(await decidePairs(granted, { now }, 'same', 'Checked against the registers'));
    expect(decided).toBeGreaterThan(0);
    expect(await findPairs(world.officer, chosen.map(({ id }) => id), 'en')).toEqual([]);
    expect(valueOf(await decidePairs(granted, { now }, 'different', 'Too late')).decided).toBe(0);
    const kept = await database().selectFrom('organisation_duplicates').select(['status', 'decided_by', 'decided_reason']).where('decided_reason', '=', 'Checked against the registers').execute();
    expect(new Set(kept.map(({ status, decided_by }) => `${status} ${decided_by}`))).toEqual(new Set([`same ${world.officer.id}`]));
    const rest = await pages();
    const many = rest.slice(0, 50);
    expect(valueOf(await decidePairs(permit(duplicatePolicy.decideMany, world.officer, { pairs: many }), { now }, 'different', 'Told apart')).decided).toBe(many.length);
    expect(await pages()).toHaveLength(rest.length - many.length);
  }, 240_000);
});
