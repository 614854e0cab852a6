import postgres from 'postgres';

/**
 * A process's claim on a running server: one connection that holds a lock in shared mode. It ends with the process,
 * however that ends, so that no claim outlives its owner.
 */
export interface Lease {
  /** Gives the claim up. True when nobody else has one: the caller then holds the lock alone and must stop the server. */
  release(): Promise<boolean>;
  close(): Promise<void>;
}

/** An arbitrary number, the same in every process; taken in the database `postgres`, where Concord locks nothing else. */
const LOCK = 20_300_104;

/**
 * Claims the server at `url`; waits while its last user is stopping it, and then fails.
 *
 * @param onLost called once when the connection ends without `close`: the server has gone.
 * @throws when the server does not accept the connection.
 */
export async function takeLease(url: string, onLost: () => void): Promise<Lease> {
  let held = false;
  const sql = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    fetch_types: false,
    connection: { application_name: 'concord lease' },
    onclose: () => {
      if (held) onLost();
      held = false;
    },
  });
  const close = async () => {
    held = false;
    await sql.end({ timeout: 1 });
  };
  try {
    await sql`select pg_advisory_lock_shared(${LOCK})`;
    held = true;
  } catch (error) {
    await close();
    throw error;
  }
  return {
    release: async () => {
      held = false;
      await sql`select pg_advisory_unlock_shared(${LOCK})`;
      const [row] = await sql<{ alone: boolean }[]>`select pg_try_advisory_lock(${LOCK}) as alone`;
      return row?.alone === true;
    },
    close,
  };
}
