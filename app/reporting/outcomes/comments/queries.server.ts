import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { database } from '#app/platform/database.server';
import { isId } from '#app/platform/identity';
import { consentedName } from '#app/working-groups/fragments.server';
import type { ChapterPart, OutcomeStatus } from '../model';
import type { OutcomeRecord } from '../queries.server';

export interface OutcomeComment {
  readonly id: string;
  readonly part: ChapterPart | null;
  readonly text: string;
  readonly language: string;
  /** Null where they did not agree to be named. */
  readonly by: string | null;
  readonly organisation: string | null;
  readonly on: string;
  readonly answer: string | null;
  readonly person_id: string | null;
  readonly version: number;
}

const own = (viewer: Actor) => sql`c.person_id = ${viewer.kind === 'person' ? viewer.id : null}::uuid`;
/** OR-5: what somebody without an account said is shown once the group answered it; the group sees it at once. */
const seen = (viewer: Actor, inside: boolean) => (inside ? sql`true` : sql`(c.person_id is not null or c.answer is not null or ${own(viewer)})`);
const columns = sql`c.id, c.part, c.text, c.language, coalesce(c.name, ${consentedName}) as by, to_char(c.written_at at time zone 'UTC', 'YYYY-MM-DD') as "on", c.answer, c.person_id, c.version,
  (select org.name from affiliations f join organisations org on org.id = f.organisation_id where f.person_id = c.person_id and f.from_on <= c.written_at::date and (f.until_on is null or f.until_on >= c.written_at::date) order by f.from_on desc, f.id limit 1) as organisation`;

/** What was said of a report that the viewer reads, in its order. */
export async function commentsOn(viewer: Actor, { id, inside }: Pick<OutcomeRecord, 'id' | 'inside'>): Promise<readonly OutcomeComment[]> {
  return (await sql<OutcomeComment>`select ${columns} from outcome_comments c left join people p on p.id = c.person_id where c.outcome_id = ${id} and ${seen(viewer, inside)} order by c.written_at, c.id`.execute(database())).rows;
}

/** One of them, inside of the group. */
export async function findComment(viewer: Actor, report: Pick<OutcomeRecord, 'id' | 'inside' | 'working_group_id' | 'coalition_id'> & { readonly status: OutcomeStatus }, id: string | undefined): Promise<OutcomeComment | undefined> {
  if (!report.inside || !isId(id ?? '')) return undefined;
  return (await commentsOn(viewer, report)).find((one) => one.id === id);
}
