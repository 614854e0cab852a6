import type { PersonActor } from '#app/access/actor';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import type { SavedView } from './model';

const views = (viewer: PersonActor) => database().selectFrom('saved_views').select(['id', 'list', 'name', 'query']).where('person_id', '=', viewer.id);

/** The views that somebody keeps, of one list or of all, by name. */
export async function viewsOf(viewer: PersonActor, list?: string): Promise<readonly SavedView[]> {
  const kept = views(viewer);
  return (list === undefined ? kept : kept.where('list', '=', list)).orderBy('list').orderBy('name').execute();
}

/** One of one's own; what is somebody else's is not there. */
export async function findView(viewer: PersonActor, id: string): Promise<SavedView | undefined> {
  return isId(id) ? views(viewer).where('id', '=', id).executeTakeFirst() : undefined;
}
