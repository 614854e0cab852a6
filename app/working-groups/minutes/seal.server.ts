import { createHash, randomBytes } from 'node:crypto';
import { database, type Reader, type Tx } from '#app/platform/database.server';
import { nextRef } from '#app/platform/reference-number.server';
import { canonicalOf, differences } from './canonical';
import { ruleVersion } from './model';
import { parseRecord } from './record';
import { numbering, recordAgain, recordOf } from './rows.server';

export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const commitmentTo = (salt: string, name: string): string => sha256Of(`${salt}\n${name}`);

export interface Sealing {
  readonly session_id: string;
  readonly year: number;
  readonly approved_by: string | null;
  readonly seconded_by: string | null;
  readonly sealed_at: Date;
}

/** Numbers the minutes and seals them: the record without names, its hash, and beside it the names with their salts. */
export async function sealIn(tx: Tx, { session_id, year, ...sealing }: Sealing): Promise<{ ref: string; sha256: string }> {
  const ref = await nextRef(tx, 'M', year, 3);
  const people = numbering();
  const facts = await recordOf(tx, session_id, people);
  const names = await namesOf(tx, people.ids());
  const rows = people.ids().map((id, at) => {
    const salt = randomBytes(16).toString('hex');
    const { name, guest } = names.get(id) ?? { name: '', guest: false };
    return { session_id, number: at + 1, person_id: guest ? null : id, guest_id: guest ? id : null, name, salt, commitment: commitmentTo(salt, name) };
  });
  const record = canonicalOf({ ...facts, ref, people: rows.map((row) => row.commitment) });
  const sha256 = sha256Of(record);
  await tx.insertInto('minutes_seals').values({ session_id, ref, rule_version: ruleVersion, record, sha256, ...sealing }).execute();
  if (rows.length > 0) await tx.insertInto('minutes_names').values(rows).execute();
  return { ref, sha256 };
}

interface Named {
  readonly name: string;
  readonly guest: boolean;
}

async function namesOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Named>> {
  if (ids.length === 0) return new Map();
  const people = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute();
  const guests = await db.selectFrom('session_guests').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map<string, Named>([...people.map(({ id, name }) => [id, { name, guest: false }] as const), ...guests.map(({ id, name }) => [id, { name, guest: true }] as const)]);
}

export interface SealCheck {
  readonly ref: string;
  readonly session: string;
  readonly sha256: string;
  /** What the bytes that are kept hash to now. */
  readonly recomputed: string;
  /** What the audit trail says was sealed; null where it says nothing. */
  readonly trailed: string | null;
  /** Where the rows of the session say something else than the record: `decisions.0.text`. */
  readonly altered: readonly string[];
  readonly holds: boolean;
}

/** Recomputes a seal: the hash over the bytes, the bytes again from the rows, the commitments again from the names, and what the trail kept. By the number of the session or of its minutes. */
export async function checkSeal(ref: string, db: Reader = database()): Promise<SealCheck | undefined> {
  const seal = await db.selectFrom('minutes_seals as m').innerJoin('sessions as s', 's.id', 'm.session_id').select(['m.session_id', 'm.ref', 'm.record', 'm.sha256', 's.ref as session'])
    .where((eb) => eb.or([eb('m.ref', '=', ref), eb('s.ref', '=', ref)])).executeTakeFirst();
  if (seal === undefined) return undefined;
  const names = await db.selectFrom('minutes_names').selectAll().where('session_id', '=', seal.session_id).orderBy('number').execute();
  const sealed = parseRecord(seal.record);
  const again = await recordAgain(db, seal.session_id, sealed, names.map((one) => one.person_id ?? one.guest_id ?? ''), names.map((one) => one.commitment));
  const opened = names.filter((one) => one.name !== null && one.salt !== null && commitmentTo(one.salt, one.name) !== one.commitment).map((one) => `people.${one.number - 1}`);
  const altered = [...new Set([...differences(again, sealed), ...opened])];
  const trail = await db.selectFrom('audit_log').select('after').where('table_name', '=', 'minutes_seals').where('record_id', '=', seal.session_id).where('action', '=', 'insert').orderBy('id').limit(1).executeTakeFirst();
  const trailed = (trail?.after as { sha256?: string } | null | undefined)?.sha256 ?? null;
  const recomputed = sha256Of(seal.record);
  return {
    ref: seal.ref, session: seal.session, sha256: seal.sha256, recomputed, trailed, altered,
    holds: recomputed === seal.sha256 && trailed === seal.sha256 && altered.length === 0,
  };
}

/** Every seal there is, in the order in which they were made. */
export const allSeals = (): Promise<{ ref: string }[]> => database().selectFrom('minutes_seals').select('ref').orderBy('sealed_at').orderBy('ref').execute();
