import { sql } from 'kysely';
import type { Actor } from '#app/access/actor';
import { todayOf, type View } from '#app/commitments/readable.server';
import { database } from '#app/platform/database.server';
import type { NodeKind } from '../model';
import { stateOf, type Audience, type ConsultationState } from './model';
import { commentsVisibleTo, consultationsVisibleTo } from './visible.server';

/** A consultation with the text that it is on. Days are `YYYY-MM-DD`. */
export interface Consultation {
  readonly id: string;
  readonly ref: string;
  readonly version_id: string;
  readonly version_status: 'draft' | 'published' | 'superseded';
  readonly framework: string;
  readonly name: string;
  readonly number: number;
  readonly audience: Audience;
  readonly opens_on: string;
  readonly closes_on: string;
  /** Before its last day was over. */
  readonly closed_early: boolean;
  readonly state: ConsultationState;
  readonly language: string;
  readonly introduction: string;
  readonly version: number;
  /** What the viewer may read of what was said. */
  readonly comments: number;
  readonly answered: number;
}

const rowsOf = (viewer: Actor, view: View) => sql`
  select c.id, c.ref, c.version_id, v.status as version_status, f.code as framework, coalesce(t.name, a.name, f.code) as name, v.number, c.audience, c.opens_on, c.closes_on, c.closed_at is not null as closed_early,
    c.language, c.introduction, c.version, said.comments, said.answered
  from consultations c join framework_versions v on v.id = c.version_id join frameworks f on f.id = v.framework_id
  left join framework_texts t on t.framework_id = f.id and t.language = ${view.language}
  left join framework_texts a on a.framework_id = f.id and a.language = v.authoritative_language
  cross join lateral (select count(*)::int as comments, count(m.disposition)::int as answered from consultation_comments m where m.consultation_id = c.id and m.status <> 'refused' and ${commentsVisibleTo(viewer, view)}) said
  where ${consultationsVisibleTo(viewer, view)}`;

type Bare = Omit<Consultation, 'state'>;
const onDay = (row: Bare, view: View): Consultation => ({ ...row, state: stateOf(row, todayOf(view)) });

/** Consultations that the viewer may read, the latest first; of a text or one of its versions, where one is named. */
export async function listConsultations(viewer: Actor, view: View, of: { readonly framework?: string; readonly version_id?: string } = {}): Promise<Consultation[]> {
  const found = await sql<Bare>`${rowsOf(viewer, view)} and (${of.framework ?? null}::text is null or f.code = ${of.framework ?? null}) and (${of.version_id ?? null}::uuid is null or v.id = ${of.version_id ?? null})
    order by c.opens_on desc, c.id desc limit 500`.execute(database());
  return found.rows.map((row) => onDay(row, view));
}

/** The consultation with this reference; unseen and absent are the same. */
export async function findConsultation(viewer: Actor, ref: string, view: View): Promise<Consultation | undefined> {
  const found = await sql<Bare>`${rowsOf(viewer, view)} and c.ref = ${ref}`.execute(database());
  return found.rows[0] === undefined ? undefined : onDay(found.rows[0], view);
}

/** A clause of the text that was put out, in the reader's language where it has words in it. */
export interface ConsultedClause {
  readonly id: string;
  readonly parent_id: string | null;
  readonly position: number;
  readonly code: string;
  readonly kind: NodeKind;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly comments: number;
  /** In the version in force: what it continues, else what has its code. */
  readonly former: { readonly title: string; readonly body: string } | null;
}

/** The text that was put out (CN-1), each clause with how much was said on it and what the version in force says instead. */
export async function consultedClauses(viewer: Actor, consultation: Pick<Consultation, 'id' | 'version_id'>, view: View): Promise<ConsultedClause[]> {
  const found = await sql<ConsultedClause>`
    select k.id, k.parent_id, k.position, k.code, k.kind, chosen.language, coalesce(k.words -> chosen.language ->> 'title', k.code) as title, coalesce(k.words -> chosen.language ->> 'body', '') as body,
      (select count(*)::int from consultation_comments m where m.clause_id = k.id and m.status <> 'refused' and ${commentsVisibleTo(viewer, view)}) as comments,
      (select jsonb_build_object('title', x.title, 'body', x.body) from framework_nodes n join framework_versions w on w.id = n.version_id join framework_node_texts x on x.node_id = n.id and x.language = chosen.language
        where w.framework_id = v.framework_id and w.status <> 'draft' and w.number < v.number and (n.id = k.continues_id or (k.continues_id is null and n.code = k.code)) order by w.number desc limit 1) as former
    from consultation_clauses k join consultations c on c.id = k.consultation_id join framework_versions v on v.id = c.version_id
    cross join lateral (select case when k.words ? ${view.language} then ${view.language} else v.authoritative_language end as language) chosen
    where c.id = ${consultation.id} order by k.position, k.code collate "C"`.execute(database());
  return found.rows;
}
