import { deepStrictEqual } from 'node:assert';
import { anyone, type Actor, type PersonActor } from '#app/access/actor';
import { cellsFor, liveCells, type Asked } from '#app/financing/totals/cells.server';
import { dimensions } from '#app/financing/totals/entries.server';
import { financingTotals } from '#app/financing/totals/queries.server';
import { closeDatabase, database, openDatabase } from '#app/platform/database.server';

/** What the financing page is made of: as it is kept ready, as a member is shown it, and as it is counted live. */
export async function openMoney(url: string) {
  openDatabase(url);
  const view = { language: 'en', now: new Date() } as const;
  const asked: Asked = { dimensions, currency: 'USD' };
  const organisation_id = (await database().selectFrom('organisations').select('id').orderBy('ref').executeTakeFirstOrThrow()).id;
  const role = { role: 'focal_point', organisation_id, coalition_id: null, working_group_id: null, country_iso2: null } as const;
  const member: PersonActor = { kind: 'person', id: organisation_id, name: 'A member', language: 'en', time_zone: 'UTC', roles: [role], governments: [], affiliations: [{ organisation_id, current: true }] };
  const sorted = (cells: readonly object[]) => cells.map((cell) => JSON.stringify(Object.entries(cell).toSorted())).toSorted();
  return {
    ready: () => financingTotals(anyone, view),
    member: () => financingTotals(member, view),
    live: () => liveCells(anyone, asked, view),
    /** Fails where the two say different things. */
    same: async () => {
      for (const viewer of [anyone, member] satisfies Actor[]) deepStrictEqual(sorted(await cellsFor(viewer, asked, view)), sorted(await liveCells(viewer, asked, view)));
    },
    close: closeDatabase,
  };
}
