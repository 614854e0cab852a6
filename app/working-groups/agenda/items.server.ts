import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import type { ItemKind } from './model';

export interface AgendaForm {
  readonly title: string;
  /** The heading that it stands under. */
  readonly section?: string | null;
  readonly kind: ItemKind;
  /** Planned. */
  readonly minutes: number | null;
  readonly presenter: string | null;
  readonly commitment_id: string | null;
  readonly node_id: string | null;
  /** Somebody of the group, beside free words. */
  readonly presenter_id?: string | null;
  /** What else it treats. */
  readonly action_id?: string | null;
  readonly decision_id?: string | null;
  readonly recommendation_id?: string | null;
  readonly report_id?: string | null;
  readonly outcome_id?: string | null;
  /** Of those of its group. */
  readonly dimension_id?: string | null;
}

/** Puts items at the end of an agenda, in their order. The session is locked or new. */
export async function insertAgenda(tx: Tx, session_id: string, agenda: readonly AgendaForm[]): Promise<readonly string[]> {
  if (agenda.length === 0) return [];
  const last = await tx.selectFrom('agenda_items').select((eb) => eb.fn.max('position').as('position')).where('session_id', '=', session_id).executeTakeFirst();
  const rows = agenda.map((item, at) => ({ id: newId(), session_id, position: (last?.position ?? 0) + 1 + at, ...item }));
  await tx.insertInto('agenda_items').values(rows).execute();
  return rows.map((row) => row.id);
}

/** Whether an item stands on the agenda of this very session: what is decided on it belongs to no other. */
export async function isOnAgenda(tx: Tx, session_id: string, itemId: string | null): Promise<boolean> {
  if (itemId === null) return true;
  return (await tx.selectFrom('agenda_items').select('id').where('id', '=', itemId).where('session_id', '=', session_id).executeTakeFirst()) !== undefined;
}

/** What an item launches, in the column of its kind: an annual report or an outcome report of a group. */
export async function launchIn(tx: Tx, id: string): Promise<{ readonly report_id: string | null; readonly outcome_id: string | null }> {
  const outcome = await tx.selectFrom('outcome_reports').select('id').where('id', '=', id).executeTakeFirst();
  return outcome === undefined ? { report_id: id, outcome_id: null } : { report_id: null, outcome_id: id };
}
