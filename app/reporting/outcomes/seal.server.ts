import type { Reader } from '#app/platform/database.server';
import { canonicalOf, type Canonical } from '#app/working-groups/minutes/canonical';
import { sha256Of } from '#app/working-groups/minutes/seal.server';
import { textsOf } from './queries.server';
import { rowsOf } from './rows.server';

/** OR-6: what was approved, as one hash over the texts and the rows; whoever has them can compute it again. */
export async function sealOf(db: Reader, report: { readonly id: string; readonly kind: string; readonly language: string; readonly number: number }): Promise<string> {
  const { kind, language, number } = report;
  const texts = (await textsOf(db, report.id)).map(({ part, language: written, text }) => ({ part, language: written, text }));
  return sha256Of(canonicalOf({ format: 'concord-outcome', kind, language, number, texts, rows: await rowsOf(db, report.id) as unknown as Canonical }));
}
