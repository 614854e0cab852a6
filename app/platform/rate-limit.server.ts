import { isIPv4, isIPv6 } from 'node:net';
import { sql } from 'kysely';
import { database } from './database.server';

/** At most `most` tries in each window of `minutes`. The bucket is made of what a client cannot choose, and of no personal data. */
export interface Limit {
  readonly bucket: string;
  readonly most: number;
  readonly minutes: number;
}

const windowStart = (minutes: number, now: Date): Date => new Date(Math.floor(now.getTime() / (minutes * 60_000)) * minutes * 60_000);

/** Counts one try, before it is made, so that many at once count as many. False when there were too many. */
export async function takeTry({ bucket, most, minutes }: Limit, now: Date): Promise<boolean> {
  const counted = await sql<{ hits: number }>`
    insert into rate_limits (bucket, window_start, hits) values (${bucket}, ${windowStart(minutes, now)}, 1)
    on conflict (bucket, window_start) do update set hits = rate_limits.hits + 1 returning hits`.execute(database());
  const hits = counted.rows[0]?.hits ?? 1;
  if (hits === 1) await database().deleteFrom('rate_limits').where('window_start', '<', new Date(now.getTime() - 86_400_000)).execute();
  return hits <= most;
}

/** Begins to count anew: somebody has shown who they are. */
export async function forgetTries(bucket: string): Promise<void> {
  await database().deleteFrom('rate_limits').where('bucket', '=', bucket).execute();
}

/** The network of an address: an IPv4 address by itself, the /64 of an IPv6 address, within which one person can take any. */
export function networkOf(client: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(client)?.[1];
  if (mapped !== undefined) return mapped;
  if (isIPv4(client)) return client;
  const plain = client.split('%')[0] ?? client;
  if (!isIPv6(plain)) return 'unknown';
  const [before = '', after] = plain.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = Array.from({ length: after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length) }, () => '0');
  return `${[...head, ...zeros, ...tail].slice(0, 4).map((part) => Number.parseInt(part, 16).toString(16)).join(':')}::/64`;
}
