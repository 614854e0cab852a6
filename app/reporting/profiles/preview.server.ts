import type { Text } from '#app/languages/catalogue';
import type { Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import { database } from '#app/platform/database.server';
import { definitions, type StoredFigure } from '#app/reporting/figures/model';
import { namesFor } from '#app/reporting/figures/names.server';
import { computeNarrowed } from '#app/reporting/figures/narrowed/computing.server';
import { subjectsNamed } from '#app/reporting/figures/narrowed/names.server';
import { wantedOf } from '#app/reporting/figures/narrowed/storing.server';
import { nameOf, sameSubject } from '#app/reporting/figures/subjects';
import { textPieces, type ChapterPiece } from '#app/reporting/publication/chapters.server';
import type { ReportRecord } from '#app/reporting/reports/queries.server';
import { boundFigures } from '#app/reporting/sections/model';
import { sourceOf } from './drafting.server';

/** What a text would look like. Before the freeze its narrowed figures are told of the records as they are now; the report freezes its own. */
export async function previewPieces(body: string, report: ReportRecord, { t, language, now }: { readonly t: Text; readonly language: Language; readonly now: Date }): Promise<ChapterPiece[]> {
  return textPieces(body, report.snapshot === null ? { figures: await figuresNow(report, boundFigures(body), now), snapshot: null } : report, t, language);
}

/** The narrowed figures among some names as they would be frozen now: one statement for each figure. */
export async function figuresNow(report: ReportRecord, names: readonly string[], now: Date): Promise<(StoredFigure & { readonly id: string })[]> {
  const wanted = wantedOf(names);
  if (wanted.length === 0) return [];
  const db = database();
  const [named, source] = [await subjectsNamed(db, wanted.map(({ subject }) => subject)), await sourceOf(db, report, now)];
  const told: (StoredFigure & { readonly id: string })[] = [];
  for (const key of new Set(wanted.map((one) => one.key))) {
    const subjects = named.filter((subject) => wanted.some((one) => one.key === key && sameSubject(one.subject, subject)));
    const computed = await computeNarrowed(db, source, key, subjects);
    const { measure, filters, total, version, currency, number } = definitions[key];
    const parts = await namesFor(db, key, [...computed.values()].flatMap(({ result }) => result.rows));
    for (const subject of subjects) {
      const name = nameOf(key, subject);
      const one = computed.get(name);
      if (one !== undefined) told.push({ id: name, key, name, subject, number: `${number}-${subject.ref}`, currency, as_of: dayOf(now), names: parts, definition: { measure, filters: [...filters, `of_${subject.kind}`], total, version }, verification: one.verification, difference: null, ...one.result });
    }
  }
  return told;
}
