import { sql, type RawBuilder } from 'kysely';
import type { Language } from '#app/languages/language';

/** The name and mandate of a group `g`, as the lateral table `text`: in the reader's language, else in English, else as there is. */
export const groupText = (language: Language): RawBuilder<unknown> => sql`lateral (
  select t.name, t.mandate, t.language from working_group_texts t where t.working_group_id = g.id
  order by t.language = ${language} desc, t.language = 'en' desc, t.language limit 1) as text`;

/** The name of a person `p` where they agreed to be named, else null: then their organisation and seat stand for them. */
export const consentedName = sql<string | null>`case when p.publish_name and p.erased_at is null then p.name end`;

/** Rows per page of the registers. */
export const pageSize = 50;
