import { isFigureKey, type FigureKey } from './model';

/** Whom a figure can be narrowed to, and a profile is about. */
export const subjectKinds = ['country', 'group', 'member'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** A country by its code, a group or a member by its reference. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly ref: string;
}

/** A subject with what it is called, frozen with its figures. */
export interface NamedSubject extends Subject {
  readonly names: Readonly<Record<string, string>>;
}

/** Which figures say something of one subject of a kind. */
export const narrowable: Readonly<Record<SubjectKind, readonly FigureKey[]>> = {
  country: ['standing', 'rungs', 'groups', 'clauses', 'ladder', 'members'],
  group: ['standing', 'rungs', 'groups', 'clauses', 'work'],
  member: ['standing', 'rungs', 'groups', 'clauses', 'ladder'],
};

/** How the name of a figure is spelled, as a part of expressions: `ladder`, or, narrowed to a subject, `ladder-country-KE`. */
export const figureName = '[a-z0-9_]+(?:-(?:country|group|member)-[A-Za-z0-9-]{1,40})?';
const parts = /^([a-z0-9_]+)(?:-(country|group|member)-([A-Za-z0-9-]{1,40}))?$/;

/** What a figure is called in texts, addresses, files and lists. */
export const nameOf = (key: FigureKey, subject: Subject | null): string => (subject === null ? key : `${key}-${subject.kind}-${subject.ref}`);

/** The figure that a name names, and whom it is narrowed to; undefined where there can be none. */
export function namedFigure(name: string): { readonly key: FigureKey; readonly subject: Subject | null } | undefined {
  const [, key = '', kind, ref] = parts.exec(name) ?? [];
  if (!isFigureKey(key)) return undefined;
  if (kind === undefined || ref === undefined) return { key, subject: null };
  const of = subjectKinds.find((one) => one === kind);
  return of === undefined || !narrowable[of].includes(key) ? undefined : { key, subject: { kind: of, ref } };
}

export const isFigureName = (name: string): boolean => namedFigure(name) !== undefined;
/** A name by which a figure is narrowed, whether there is one or not. */
export const isNarrowed = (name: string): boolean => name.includes('-');
export const sameSubject = (one: Subject, other: Subject): boolean => one.kind === other.kind && one.ref === other.ref;
