import type { PersonActor } from '#app/access/actor';
import { may, permit } from '#app/access/permit';
import type { Problem } from '#app/access/result';
import type { Occasion } from '#app/access/transaction.server';
import type { Language } from '#app/languages/language';
import type { Day } from '#app/platform/clock';
import { updateOf } from './answers';
import type { EntryInput } from './input.server';
import { saveUpdate, sendReceipt, submitUpdate } from './operations.server';
import { updatePolicy } from './policy';
import type { Entry } from './queries.server';

interface Sending {
  readonly viewer: PersonActor;
  readonly cycleId: string;
  /** Its reference. */
  readonly cycle: string;
  /** In the zone of its coalition. */
  readonly today: Day;
  readonly entries: readonly Entry[];
  readonly language: Language;
  readonly occasion: Occasion;
}

export interface Sent {
  readonly sent: number;
  readonly saved: number;
  /** At the field of the commitment that they belong to. */
  readonly problems: readonly Problem[];
}

/**
 * Sends what is to be sent and keeps the other answers as drafts, so that nothing that was typed is lost. Each commitment stands for
 * itself: what is refused for one is said there, and the others are in.
 */
export async function sendUpdates(sending: Sending, said: Readonly<Record<string, EntryInput>>, send: string): Promise<Sent> {
  let sent = 0;
  let saved = 0;
  const problems: Problem[] = [];
  const receipts: Receipt[] = [];
  // One letter tells of all that is sent together, written in the transaction of the last one.
  const last = sending.entries.findLast(({ ref }) => said[ref] !== undefined && (send === 'all' || send === ref));
  for (const entry of sending.entries) {
    const typed = said[entry.ref];
    if (typed === undefined) continue;
    const submits = send === 'all' || send === entry.ref;
    const found = await sendOne(sending, entry, typed, { submits, receipt: entry === last ? receipts.map(({ ref }) => ref) : undefined }, receipts);
    problems.push(...found);
    if (found.length === 0 && submits) sent += 1;
    if (found.length === 0 && !submits) saved += 1;
  }
  const [first] = receipts;
  if (first !== undefined && receipts.at(-1)?.ref !== last?.ref) await sendReceipt(first.granted, sending.occasion, { id: first.id, cycle: sending.cycle, refs: receipts.map(({ ref }) => ref) });
  return { sent, saved, problems };
}

interface Receipt {
  readonly granted: Parameters<typeof sendReceipt>[0];
  readonly id: string;
  readonly ref: string;
}

async function sendOne({ viewer, cycleId, today, language, occasion }: Sending, entry: Entry, typed: EntryInput, { submits, receipt }: { readonly submits: boolean; readonly receipt: readonly string[] | undefined }, receipts: Receipt[]): Promise<readonly Problem[]> {
  const at = (field: string) => `updates.${entry.ref}.${field}`;
  const subject = { ...entry, cycle_id: cycleId, status: entry.now?.status ?? 'draft', written_by: entry.now?.written_by ?? null };
  const decision = may(updatePolicy.write, viewer, subject);
  if (!decision.allowed) return [{ field: at('answer'), code: decision.reason }];
  const file = typed.evidence_file;
  const evidence_file = file === null ? null : { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  const form = updateOf(entry, { ...typed, evidence_file }, { today, language });
  const granted = permit(updatePolicy.write, viewer, subject);
  const once = { ...occasion, submission: typed.key };
  const result = submits ? await submitUpdate(granted, once, form, { receipt }) : await saveUpdate(granted, once, form);
  if (result.ok && submits) receipts.push({ granted, ...result.value });
  return result.ok ? [] : result.problems.map((one) => ({ ...one, field: at(one.field ?? 'answer') }));
}
