import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, openTestDatabase } from '#tests/harness/database';
import { filledTables } from '#tests/harness/template';

let database: TestDatabase;
let owner: postgres.Sql;

beforeAll(async () => {
  database = await openTestDatabase();
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined });
});
afterAll(() => owner.end());

describe('a test database', () => {
  it('holds reference data and nothing else', async () => {
    const filled = await filledTables(owner);
    expect(filled).toContain('countries');
    expect(filled).not.toContain('audit_log');
  });

  it('is emptied between tests but for reference data', async () => {
    const before = await filledTables(owner);
    await owner`insert into ref_counters (kind, year, last) values ('test', 2026, 7)`;
    expect(await filledTables(owner)).toEqual([...before, 'ref_counters'].toSorted());
    await database.truncate();
    expect(await filledTables(owner)).toEqual(before);
  });

  it('leaves alone what a test asks to keep', async () => {
    const { truncate } = await openTestDatabase({ keep: ['ref_counters'] });
    await owner`insert into ref_counters (kind, year, last) values ('test', 2026, 7)`;
    await truncate();
    expect(await filledTables(owner)).toContain('ref_counters');
    await database.truncate();
  });

  it('lets the portal append to the audit trail through triggers alone', async () => {
    const app = postgres(database.appUrl, { max: 1 });
    await expect(app`delete from audit_log`).rejects.toThrow('permission denied');
    await app.end();
  });
});
