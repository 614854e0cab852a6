import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { generateSchema } from '#db/schema-writer';
import { openTestDatabase } from '#tests/harness/database';

it('holds the types that the migrations make (else run: node db/codegen.js)', async () => {
  const { ownerUrl } = await openTestDatabase();
  const kept = await readFile(new URL('../../db/schema.ts', import.meta.url), 'utf8');
  expect(kept === (await generateSchema(ownerUrl))).toBe(true);
});
