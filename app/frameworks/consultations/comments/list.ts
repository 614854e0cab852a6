import type { ListSpec } from '#app/table/state';
import type { CommentStatus, Disposition } from '../model';

/** What the list of comments can be asked for. */
export const commentList = {
  filters: ['q', 'consultation', 'clause', 'author', 'disposition', 'status'],
  sorts: ['sent'],
  sort: { by: 'sent', descending: true },
} as const satisfies ListSpec<string, string>;
export type CommentFilter = (typeof commentList.filters)[number];

export const authorKinds = ['member', 'public'] as const;
export type AuthorKind = (typeof authorKinds)[number];

/** A comment as everybody reads it who may. Days are `YYYY-MM-DD`. */
export interface CommentRow {
  readonly id: string;
  readonly ref: string;
  readonly consultation: string;
  readonly framework: string;
  readonly framework_name: string;
  readonly number: number;
  readonly version_status: 'draft' | 'published' | 'superseded';
  /** Of the text that was put out; none on the whole. */
  readonly clause: string | null;
  readonly author_kind: AuthorKind;
  /** The party in the reader's language, or the name that was given. */
  readonly author: string;
  readonly organisation_ref: string | null;
  readonly country_iso2: string | null;
  readonly body_name: string | null;
  readonly language: string;
  readonly body: string;
  readonly status: CommentStatus;
  readonly refused_reason: string | null;
  readonly disposition: Disposition | null;
  readonly disposition_reason: string | null;
  /** The clause in which something came of it, as the version calls it now. */
  readonly disposition_clause: string | null;
  readonly sent_on: string;
  readonly version: number;
}
