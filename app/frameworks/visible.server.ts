import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { View } from '#app/commitments/readable.server';
import { keepsTexts } from './policy';

/** Whose drafts of texts may be read, as a condition on `framework_versions as v`: their keepers'. */
export const draftsVisibleTo = (viewer: Actor, _view: View): RawBuilder<unknown> => (keepsTexts(viewer) ? sql`true` : sql`false`);
