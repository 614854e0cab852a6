import { textFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';
import { database } from '#app/platform/database.server';
import { figuresOf } from '#app/reporting/figures/queries.server';
import { textPieces, type ChapterPiece } from '#app/reporting/publication/chapters.server';
import type { AskedReply } from './queries.server';

/** The passage as it is meant to be published: the figure that names the member, else the chapter with its figures. */
export async function passageAsRead(asked: AskedReply, language: Language): Promise<ChapterPiece[]> {
  const frozen = await database().selectFrom('reports as r').innerJoin('snapshots as s', 's.report_id', 'r.snapshot_of').select(['r.snapshot_of', 's.id', 's.as_of', 's.sha256', 's.frozen_at']).where('r.id', '=', asked.report_id).executeTakeFirst();
  const body = asked.figure_key === null ? asked.body : `{{figure:${asked.figure_key}}}`;
  if (frozen === undefined) return textPieces(body, { figures: [], snapshot: null }, textFor(language, 'reporting'), language);
  const snapshot = { id: frozen.id, as_of: frozen.as_of, sha256: frozen.sha256, frozen_on: frozen.frozen_at.toISOString().slice(0, 10), missing: null };
  return textPieces(body, { figures: await figuresOf(frozen.snapshot_of), snapshot }, textFor(language, 'reporting'), language);
}
