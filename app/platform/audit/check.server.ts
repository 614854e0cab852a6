import { sql } from 'kysely';
import { database } from '#app/platform/database.server';
import { anchors, type Anchor } from './anchors.server';
import { entriesBetween } from './entries.server';
import { fatesOf, linkOf, noSeal, unpacked, type Fate } from './seals';

/** An entry of the trail that is not what was sealed; of one that is gone nothing but its number is known. */
export interface Difference {
  readonly seal: string;
  readonly id: string;
  readonly fate: Fate;
  readonly table: string | null;
  readonly record: string | null;
  readonly action: string | null;
}

export interface TrailCheck {
  readonly seals: number;
  readonly sealed: number;
  /** Entries that came after the last seal. */
  readonly unsealed: number;
  readonly head: string | null;
  /** Seals that do not follow from the one before them and from what they say. */
  readonly broken: readonly string[];
  readonly differences: readonly Difference[];
  readonly anchors: number;
  /** Anchors whose seal is gone or another one. */
  readonly adrift: readonly Anchor[];
  readonly holds: boolean;
}

/** AU-5: recomputes the whole chain from the entries as they are, and holds it against what was anchored. */
export async function checkTrail(): Promise<TrailCheck> {
  const anchored = await anchors();
  const links = new Map<string, string>();
  const [broken, differences]: [string[], Difference[]] = [[], []];
  let [before, after, sealed]: [Uint8Array, string | null, number] = [noSeal, null, 0];
  for (let seal = await sealAfter('0'); seal !== undefined; seal = await sealAfter(seal.number)) {
    const expected = String(links.size + 1);
    // One that is wrong by itself is named alone: those behind it are read on from what it says.
    if (seal.number !== expected || !Buffer.from(linkOf(before, seal)).equals(seal.sha256)) broken.push(seal.number);
    const known = unpacked(seal.entries);
    differences.push(...await differencesOf(seal.number, after, seal.up_to, known));
    links.set(seal.number, Buffer.from(seal.sha256).toString('hex'));
    sealed += known.size;
    [before, after] = [seal.sha256, seal.up_to];
  }
  const adrift = anchored.filter(({ seal, sha256 }) => links.get(seal) !== sha256);
  return {
    seals: links.size, sealed, unsealed: await countAfter(after), head: [...links.values()].at(-1) ?? null, broken, differences, anchors: anchored.length, adrift,
    holds: broken.length === 0 && differences.length === 0 && adrift.length === 0,
  };
}

const sealAfter = (number: string) => database().selectFrom('audit_seals').select(['number', 'form', 'up_to', 'entries', 'sha256']).where('number', '>', number).orderBy('number').limit(1).executeTakeFirst();

async function differencesOf(seal: string, after: string | null, upTo: string, known: ReadonlyMap<string, string>): Promise<readonly Difference[]> {
  const there = await entriesBetween(database(), after, upTo);
  const fates = fatesOf(known, new Map(there.map(({ id, sha256 }) => [id, Buffer.from(sha256).toString('hex')])));
  return fates.map(({ id, fate }) => {
    const entry = there.find((one) => one.id === id);
    return { seal, id, fate, table: entry?.table_name ?? null, record: entry?.record_id ?? null, action: entry?.action ?? null };
  });
}

const countAfter = async (after: string | null): Promise<number> =>
  (await sql<{ count: number }>`select count(*)::int as count from audit_log where ${after === null ? sql`true` : sql`id > ${after}::bigint`}`.execute(database())).rows[0]?.count ?? 0;
