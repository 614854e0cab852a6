import { deepStrictEqual } from 'node:assert';
import { anyone } from '#app/access/actor';
import { cellsFor, liveCells } from '#app/frameworks/coverage/cells.server';
import { everything } from '#app/frameworks/coverage/model';
import { closeDatabase, database, openDatabase } from '#app/platform/database.server';

/** The cells of the map's first page, as they are kept ready and as they are counted live. */
export async function openMap(url: string) {
  openDatabase(url);
  const view = { language: 'en', now: new Date() } as const;
  const nodes = await database().selectFrom('framework_nodes').select('id').execute();
  const version = await database().selectFrom('framework_versions').select('id').executeTakeFirstOrThrow();
  const lines = { scopes: [...nodes.map(({ id }) => id), version.id, everything], kinds: ['all', 'region', 'group', 'beneficiary'] as const };
  const countries = { scopes: [version.id], kinds: ['country'] as const };
  const read = (how: typeof cellsFor) => Promise.all([how(anyone, lines, view), how(anyone, countries, view)]);
  return {
    ready: () => read(cellsFor),
    live: () => read(liveCells),
    /** Fails where the two say different things. */
    same: async () => deepStrictEqual(sorted(await read(cellsFor)), sorted(await read(liveCells))),
    close: closeDatabase,
  };
}

const sorted = (cells: unknown[][]): string[] => cells.flat().map((cell) => JSON.stringify(cell)).toSorted();
