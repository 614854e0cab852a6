import { sql } from 'kysely';
import { isLanguage, type Language } from '#app/languages/language';
import { dayOf } from '#app/platform/clock';
import type { Reader } from '#app/platform/database.server';
import type { FigureKey, FigureResult } from '#app/reporting/figures/model';
import { computeNarrowed } from '#app/reporting/figures/narrowed/computing.server';
import { subjectsNamed } from '#app/reporting/figures/narrowed/names.server';
import { asOfNow, frozenIn, type Source } from '#app/reporting/figures/narrowed/source.server';
import { nameOf, type NamedSubject, type Subject } from '#app/reporting/figures/subjects';
import { profileKind } from '#app/reporting/sections/model';
import { draftOf, figuresFor, type Found } from './sentences';
import { draftText } from './text.server';

/** A report whose figures are asked for. */
export interface Drafting {
  readonly id: string;
  readonly coalition_id: string;
  readonly cycle_id: string;
  readonly snapshot_of: string;
}

interface Asked {
  readonly report: Drafting & { readonly language: string };
  readonly section: { readonly id: string };
  readonly now: Date;
}

/** A first text in one language. */
export interface Draft {
  readonly language: Language;
  readonly text: { readonly heading: string; readonly body: string };
}

/** The first texts of a profile, the authoritative one first; undefined where the section is about nobody. */
export async function draftsOf(db: Reader, { report, section, now }: Asked): Promise<Draft[] | undefined> {
  const subject = await subjectOf(db, section.id);
  if (subject === undefined) return undefined;
  const parts = draftOf(subject.kind, await foundOf(db, await sourceOf(db, report, now), subject));
  return (await languagesOf(db, report)).map((language) => ({ language, text: draftText(subject, parts, language) }));
}

/** The language that counts, those that the cycle asks for, and those in which a chapter is written. */
async function languagesOf(db: Reader, { id, cycle_id, language }: Asked['report']): Promise<Language[]> {
  const { languages } = await db.selectFrom('cycles').select('languages').where('id', '=', cycle_id).executeTakeFirstOrThrow();
  const written = await db.selectFrom('report_section_texts as t').innerJoin('report_sections as s', 's.id', 't.section_id').select('t.language').distinct().where('s.report_id', '=', id).where('s.kind', '<>', profileKind).where('t.body', '<>', '').execute();
  return [...new Set([language, ...languages, ...written.map((one) => one.language)])].filter(isLanguage);
}

async function subjectOf(db: Reader, sectionId: string): Promise<NamedSubject | undefined> {
  const found = await sql<Subject>`
    select case when s.country_iso2 is not null then 'country' when g.id is not null then 'group' else 'member' end as kind, coalesce(s.country_iso2, g.ref, o.ref) as ref
    from report_sections s left join working_groups g on g.id = s.working_group_id left join organisations o on o.id = s.organisation_id where s.id = ${sectionId}::uuid and s.kind = 'profile'`.execute(db);
  const [subject] = found.rows;
  return subject === undefined ? undefined : (await subjectsNamed(db, [subject]))[0];
}

/** The report's snapshot; before the freeze, what would be frozen now. */
export async function sourceOf(db: Reader, { coalition_id, cycle_id, snapshot_of }: Drafting, now: Date): Promise<Source> {
  const snapshot = await db.selectFrom('snapshots').select('id').where('report_id', '=', snapshot_of).executeTakeFirst();
  return snapshot === undefined ? asOfNow({ coalition_id, cycle_id, as_of: dayOf(now), counts_to: now }) : frozenIn(snapshot.id);
}

/** What the figures of a subject say. */
export async function foundOf(db: Reader, source: Source, subject: Subject): Promise<Found> {
  const found: Partial<Record<FigureKey, FigureResult>> = {};
  for (const key of figuresFor[subject.kind]) {
    const one = (await computeNarrowed(db, source, key, [subject])).get(nameOf(key, subject));
    if (one !== undefined) found[key] = one.result;
  }
  return found;
}
