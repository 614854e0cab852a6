import type { Actor } from './actor';
import type { Decision } from './decision';

/** A named permission: the only place where it is decided is its `decide`. */
export interface Rule<Name extends string, Subject> {
  readonly name: Name;
  readonly decide: (actor: Actor, subject: Subject) => Decision;
}

const named = new Map<string, Rule<string, never>>();

/** Declares a permission. Names are unique, so that one search finds the rule, its routes and its tests. */
export function rule<Name extends string, Subject>(name: Name, decide: (actor: Actor, subject: Subject) => Decision): Rule<Name, Subject> {
  const made: Rule<Name, Subject> = { name, decide };
  named.set(name, made as Rule<string, never>);
  return made;
}

/** Every permission that was declared, by name: what the access matrix prints. */
export const declaredRules = (): ReadonlyMap<string, Rule<string, never>> => named;

/**
 * Refused. It is an answer (403) wherever it is thrown from, so that no page has to catch it and none can turn it into a 500;
 * its text is the reason, a catalogue key that the error page says in words.
 */
export class Forbidden extends Response {
  constructor(readonly rule: string, readonly reason: string) {
    super(reason, { status: 403, statusText: 'Forbidden' });
  }
}

const mint = Symbol('mint');

/** What every permit is, whatever its subject: who was granted what. */
export abstract class Grant {
  readonly #key: typeof mint;
  constructor(key: typeof mint, readonly rule: string, readonly actor: Actor) {
    if (key !== mint) throw new TypeError('a permit comes from permit()');
    this.#key = key;
  }
  /** True of a real one only: nothing else carries the private key. */
  static isGenuine(candidate: Grant): boolean {
    return #key in candidate && candidate.#key === mint;
  }
}

/**
 * Proof that a permission was decided: the first argument of every operation. The subject of the write is inside it,
 * so there is no second id that could disagree. Only `permit` makes one.
 */
export class Permit<Name extends string, Subject> extends Grant {
  // Kept without its subject's type, so that a permit for a whole row also serves where less of it is asked for.
  readonly #rule: Rule<Name, never>;
  constructor(key: typeof mint, asked: Rule<Name, Subject>, actor: Actor, readonly subject: Subject) {
    super(key, asked.name, actor);
    this.#rule = asked as Rule<Name, never>;
  }
  /** Decides again, on the row as it is now under the lock. */
  again<Row extends Subject>(row: Row): Permit<Name, Row> {
    return permit(this.#rule as Rule<Name, Row>, this.actor, row);
  }
}

export type PermitFor<R> = R extends Rule<infer Name, infer Subject> ? Permit<Name, Subject> : never;

/** Mints a permit, or throws Forbidden with the reason. */
export function permit<Name extends string, Subject>(asked: Rule<Name, Subject>, actor: Actor, subject: Subject): Permit<Name, Subject> {
  const decision = asked.decide(actor, subject);
  if (!decision.allowed) throw new Forbidden(asked.name, decision.reason);
  return new Permit(mint, asked, actor, subject);
}

/** Asks without acting: for buttons, which say why when they cannot be pressed. */
export function may<Name extends string, Subject>(asked: Rule<Name, Subject>, actor: Actor, subject: Subject): Decision {
  return asked.decide(actor, subject);
}
