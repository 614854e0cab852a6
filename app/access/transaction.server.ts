import { sql, type RawBuilder } from 'kysely';
import { database, type Tx } from '#app/platform/database.server';
import { actorKey, type Actor } from './actor';
import { problemOf } from './constraints';
import type { Grant } from './permit';
import type { Result } from './result';

/**
 * The circumstances of a write: the instant it counts from (records of a story carry the dates of the story; the audit trail keeps
 * the database's own clock too), the key of the form that asked for it, and the request it came with.
 */
export interface Occasion {
  readonly now: Date;
  readonly submission?: string | undefined;
  readonly request?: string | undefined;
}

class RolledBack extends Error {
  constructor(readonly result: Result<never>) {
    super('rolled back');
  }
}

/** Says who writes, for the audit triggers: they refuse a write without it. Local to the transaction. */
export async function signTransaction(tx: Tx, actor: Actor, rule: string, occasion: Occasion): Promise<void> {
  await sql`select ${signature(actor, rule, occasion)}`.execute(tx);
}

function signature(actor: Actor, rule: string, occasion: Occasion): RawBuilder<string> {
  const said = {
    kind: actor.kind,
    at: occasion.now.toISOString(),
    rule,
    ...(actor.kind === 'person' ? { id: actor.id, name: actor.name } : {}),
    ...(actor.kind === 'system' ? { name: actor.name } : {}),
    ...(occasion.request === undefined ? {} : { request: occasion.request }),
  };
  return sql`set_config('concord.actor', ${JSON.stringify(said)}, true)`;
}

/**
 * Runs one write. A refusal rolls everything back; a broken constraint, also one that is looked at as late as the commit, becomes the problem it stands for. A form that was already
 * answered is not run again: its key is inserted first, which waits for a first try still under way, and the first answer is given again.
 */
export async function inTransaction<Value>(granted: Grant, occasion: Occasion, work: (tx: Tx) => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await database().transaction().execute(async (tx) => {
      const earlier = await claim<Value>(tx, granted, occasion);
      if (earlier !== undefined) return earlier;
      const result = await work(tx);
      if (!result.ok) throw new RolledBack(result);
      if (occasion.submission !== undefined) {
        await tx.updateTable('form_submissions').set({ answer: JSON.stringify(result.value ?? null) })
          .where('key', '=', occasion.submission).where('actor', '=', actorKey(granted.actor)).execute();
      }
      return result;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.result;
    const expected = problemOf(error);
    if (expected !== undefined) return { ok: false, problems: [expected] };
    throw error;
  }
}

/** Signs the transaction and claims the key of the form, in one journey: every write makes it. */
async function claim<Value>(tx: Tx, { actor, rule }: Grant, occasion: Occasion): Promise<Result<Value> | undefined> {
  if (occasion.submission === undefined) return void (await signTransaction(tx, actor, rule, occasion));
  const claimed = await sql`
    with signed as materialized (select ${signature(actor, rule, occasion)})
    insert into form_submissions (key, actor, path, answer) select ${occasion.submission}, ${actorKey(actor)}, ${rule}, 'null' from signed
    on conflict (key, actor) do nothing returning key`.execute(tx);
  if (claimed.rows.length > 0) return undefined;
  const first = await tx.selectFrom('form_submissions').select('answer').where('key', '=', occasion.submission).where('actor', '=', actorKey(actor)).executeTakeFirstOrThrow();
  return { ok: true, value: JSON.parse(first.answer) as Value };
}
