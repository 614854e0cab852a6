import { relations, type Relation } from '../model';

/** What a number that is carried across counts: promises on the clauses of the other side that reach a clause by one relation. */
export interface Through {
  /** The version whose clause is reached, `SDG.1`, or the text alone for the version in force. */
  readonly version: string;
  readonly code: string;
  readonly relation: Relation;
  /** The version that they are carried from, spelled likewise; without it every text in force. */
  readonly other?: string | undefined;
}

/** `SDG:4.1:contributes` or `SDG.1:4.1:contributes:CONNDECL.1`, as lists are asked for it. */
export const spellThrough = ({ version, code, relation, other }: Through): string => [version, code, relation, ...(other === undefined ? [] : [other])].join(':');

export function readThrough(text: string): Through | undefined {
  const [version, code, said, other, ...more] = text.split(':');
  const relation = relations.find((one) => one === said);
  if (!version || !code || relation === undefined || other === '' || more.length > 0) return undefined;
  return { version, code, relation, other };
}

/** What a promise on one clause says of another by their relation: `contributes` carries from the one to the other and not back. */
export const carriesTo = (relation: Relation, outward: boolean): boolean => relation !== 'contributes' || !outward;
