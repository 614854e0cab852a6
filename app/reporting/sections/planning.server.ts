import type { Language } from '#app/languages/language';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { SectionKind } from './model';

/** A section as it is planned, with what it begins with. */
export interface SectionForm {
  readonly kind: SectionKind;
  readonly owner_id: string | null;
  readonly texts: Readonly<Partial<Record<Language, { readonly heading: string; readonly body: string }>>>;
}

/** Who plans it, when, and which language counts. */
interface Planning {
  readonly by: string | null;
  readonly at: Date;
  readonly authoritative: Language;
}

/** Puts a section into a report, at its place. */
export async function insertSection(tx: Tx, report_id: string, position: number, form: SectionForm, { by, at, authoritative }: Planning): Promise<void> {
  const id = newId();
  await tx.insertInto('report_sections').values({ id, report_id, position, kind: form.kind, owner_id: form.owner_id, status: form.owner_id === null ? 'drafting' : 'assigned' }).execute();
  const texts = Object.entries(form.texts).map(([language, text]) => ({ section_id: id, language, ...text, written_by: by, written_at: at, source: language === authoritative ? null : 1 }));
  if (texts.length > 0) await tx.insertInto('report_section_texts').values(texts).execute();
}
