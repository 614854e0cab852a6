import { sql, type RawBuilder } from 'kysely';
import { type Actor, type PersonActor, secretariat, spokenFor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { servedFromAbove } from '#app/access/visibility.server';
import { textFor } from '#app/languages/catalogues.server';
import { languageName } from '#app/languages/format';
import { paths } from '#app/paths';
import { database, type Reader } from '#app/platform/database.server';
import type { Due } from '#app/records/due/model';
import type { View } from '../readable.server';
import type { TranslationRef } from './model';
import { translationPolicy } from './policy';

/** A translation that waits for somebody, under the authoritative title. */
type Waiting = TranslationRef & { readonly ref: string; readonly title: string; readonly title_language: string };

/** Whether a text `t` of a commitment `c` waits to be checked. What a source published in several languages at once is nobody's translation. */
export const waitsForCheck: RawBuilder<boolean> = sql`(t.checked_by is null and (t.origin = 'machine' or t.translated_by is not null) and t.language <> c.language and c.status <> 'withdrawn')`;

/** CO-11: translations that this person may check now, and among which: a condition on `t` and `c`. */
export async function translationsFor(viewer: PersonActor, db: Reader = database(), among: RawBuilder<unknown> = sql`true`): Promise<readonly Waiting[]> {
  const { organisations, countries } = spokenFor(viewer);
  const read = [viewer.language, ...(viewer.spoken_languages ?? [])];
  const { rows } = await sql<Waiting>`
    select c.id, c.ref, c.coalition_id, c.lead_organisation_id, c.lead_country_iso2, c.status, c.submitted_by, t.language, t.translated_by, a.title, a.language as title_language
    from commitment_texts t join commitments c on c.id = t.commitment_id join commitment_texts a on a.commitment_id = c.id and a.language = c.language
    where ${waitsForCheck} and ${among} and (t.language = any(${read}::text[]) or split_part(t.language, '-', 1) = any(${read}::text[]))
      and (c.lead_organisation_id = any(${organisations}::uuid[]) or c.lead_country_iso2 = any(${countries}::text[]) or ${servedFromAbove(viewer, sql`c.coalition_id`, [...secretariat, 'reviewer'])})
    order by c.ref, t.language limit 200`.execute(db);
  return rows.filter((row) => may(translationPolicy.check, viewer, row).allowed);
}

/** What of it stands among somebody's work. */
export async function dueTranslations(viewer: Actor, view: View): Promise<Due[]> {
  if (viewer.kind !== 'person') return [];
  const t = textFor(view.language, 'commitments');
  return (await translationsFor(viewer)).map(({ ref, language, title, title_language }) => ({
    key: `translation ${ref} ${language}`, title, language: title_language, ref, href: paths.translation(ref, language), why: t('due.translation', { language: languageName(view.language, language) }), due_on: null, act: t('due.read'),
  }));
}
