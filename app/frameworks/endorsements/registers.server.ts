import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/access/actor';
import type { PermitFor } from '#app/access/permit';
import { done, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { database } from '#app/platform/database.server';
import { keepsTexts } from '../policy';
import { editorOf } from '../versions/lock.server';
import type { endorsementPolicy } from './policy';

/** Declarations (`e`) of a text that came from a register. */
const fromRegisters = (framework: string): RawBuilder<unknown> => sql`e.status = 'declared'
  and e.version_id in (select v.id from framework_versions v join frameworks f on f.id = v.framework_id where f.code = ${framework})
  and e.id in (select record_id from import_sources where table_name = 'endorsements')`;

export interface WaitingRegister {
  /** Those that the viewer may publish, and those that they took in themselves. */
  readonly open: number;
  readonly own: number;
}

/** How many endorsements from a register wait to be looked at; nothing for others than the keepers of texts. */
export async function waitingRegister(viewer: Actor, framework: string): Promise<WaitingRegister> {
  if (!keepsTexts(viewer) || viewer.kind !== 'person') return { open: 0, own: 0 };
  const found = await sql<WaitingRegister>`
    select (count(*) filter (where e.recorded_by is distinct from ${viewer.id}::uuid))::int as open, (count(*) filter (where e.recorded_by = ${viewer.id}::uuid))::int as own
    from endorsements e where ${fromRegisters(framework)}`.execute(database());
  return found.rows[0] ?? { open: 0, own: 0 };
}

/**
 * Publishes what registers say of a text, when somebody else than who took them in has looked at the evidence: the register, which is
 * attached to each. A register is public already, so its parties get no letter about it.
 */
export function acceptRegister(granted: PermitFor<typeof endorsementPolicy.accept>, occasion: Occasion): Promise<Result<{ published: number }>> {
  return inTransaction(granted, occasion, async (tx) => {
    const checker = editorOf(granted.actor);
    const published = await sql`
      update endorsements e set status = 'published', checked_by = ${checker}::uuid, published_at = ${occasion.now}, version = e.version + 1
      where ${fromRegisters(granted.subject.framework)} and e.recorded_by is distinct from ${checker}::uuid returning e.id`.execute(tx);
    return done({ published: published.rows.length });
  });
}
