import { deepStrictEqual } from 'node:assert';
import { anyone, type Actor, type PersonActor } from '#app/access/actor';
import { cellsFor, liveCells } from '#app/frameworks/coverage/cells.server';
import { everything } from '#app/frameworks/coverage/model';
import { closeDatabase, database, openDatabase } from '#app/platform/database.server';

/** The cells of the map's first page, as they are kept ready, as a member is shown them, and as they are counted live. */
export async function openMap(url: string) {
  openDatabase(url);
  const view = { language: 'en', now: new Date() } as const;
  const nodes = await database().selectFrom('framework_nodes').select('id').execute();
  const version = await database().selectFrom('framework_versions').select('id').executeTakeFirstOrThrow();
  const lines = { scopes: [...nodes.map(({ id }) => id), version.id, everything], kinds: ['all', 'region', 'group', 'beneficiary'] as const };
  const countries = { scopes: [version.id], kinds: ['country'] as const };
  const organisation_id = (await database().selectFrom('organisations').select('id').orderBy('ref').executeTakeFirstOrThrow()).id;
  const role = { role: 'focal_point', organisation_id, coalition_id: null, working_group_id: null, country_iso2: null } as const;
  const member: PersonActor = { kind: 'person', id: organisation_id, name: 'A member', language: 'en', time_zone: 'UTC', roles: [role], governments: [], affiliations: [{ organisation_id, current: true }] };
  const read = (how: typeof cellsFor, viewer: Actor = anyone) => Promise.all([how(viewer, lines, view), how(viewer, countries, view)]);
  return {
    ready: () => read(cellsFor),
    /** What a member of an organisation is shown: the cells that are ready, with what is open to members alone. */
    member: () => read(cellsFor, member),
    live: () => read(liveCells),
    /** Fails where the two say different things. */
    same: async () => deepStrictEqual(sorted(await read(cellsFor)), sorted(await read(liveCells))),
    close: closeDatabase,
  };
}

const sorted = (cells: unknown[][]): string[] => cells.flat().map((cell) => JSON.stringify(cell)).toSorted();
