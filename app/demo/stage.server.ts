import type { Actor, PersonActor } from '#app/access/actor';
import type { Result } from '#app/access/result';
import type { Occasion } from '#app/access/transaction.server';
import { personActor } from '#app/accounts/viewer.server';

/** The portal itself, for what stands before the first person does. */
export const teller: Actor = { kind: 'system', name: 'demo' };

export const at = (now: Date): Occasion => ({ now });

/** A scene in which an operation is refused is a mistake in the story: it says which. */
export async function must<Value>(result: Promise<Result<Value>>): Promise<Value> {
  const answer = await result;
  if (!answer.ok) throw new Error(`the demo world breaks a rule: ${JSON.stringify(answer.problems)}`);
  return answer.value;
}

/** The person as they may act at an instant: roles count from their start to their end. */
export const as = (personId: string, now: Date): Promise<PersonActor> => personActor(personId, now);
