import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { textFor } from '#app/languages/catalogues.server';
import { paths } from '#app/paths';
import type { Due } from '#app/records/due/model';
import { database } from '#app/platform/database.server';
import { boardRows, ownAction, type BoardRow } from './queries.server';

/** What a person has to do from sessions, soonest due first. */
export async function dueActions(viewer: Actor, view: View): Promise<Due[]> {
  if (viewer.kind !== 'person') return [];
  const t = textFor(view.language, 'working-groups');
  const { rows } = await sql<BoardRow>`${boardRows(view)} where ${ownAction(viewer)} and a.status in ('open', 'in_progress', 'blocked') order by a.due_on, a.id`.execute(database());
  return rows.map((row) => ({
    key: `action ${row.id}`, title: row.text, ref: row.ref, href: paths.in(view.language).action(row.ref), due_on: row.due_on, act: t('actions.say'),
    why: t(row.status === 'blocked' ? 'actions.why_blocked' : 'actions.why', { group: row.group_name, session: row.session_ref }),
  }));
}
