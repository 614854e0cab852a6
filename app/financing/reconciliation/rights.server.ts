import { holdsAnywhere, secretariat, spokenFor, type Actor } from '#app/access/actor';
import { may } from '#app/access/permit';
import type { View } from '#app/commitments/readable.server';
import type { ReceiptAct } from '#app/paths';
import { readState } from '#app/table/state';
import { receiptList, receiptSides, type ReceiptSide } from './list';
import { withPairs } from './pairs.server';
import type { PaymentRow } from './payments.server';
import { receiptPolicy } from './policy';
import { listReceipts } from './queries.server';
import type { BoardRow } from './table';

const rules = { correction: receiptPolicy.correct, contest: receiptPolicy.contest, pairing: receiptPolicy.pair, withdrawal: receiptPolicy.withdraw, acceptance: receiptPolicy.accept, reply: receiptPolicy.reply } as const;

/** What a viewer may do with a payment, by the addresses of the acts; and whether they may confirm it. */
export function receiptActsOn(viewer: Actor, payment: PaymentRow): { readonly confirm: boolean; readonly acts: readonly ReceiptAct[] } {
  const acts = (Object.keys(rules) as ReceiptAct[]).filter((act) => may(rules[act], viewer, payment).allowed);
  return { confirm: may(receiptPolicy.confirm, viewer, payment).allowed, acts };
}

/** Payments as a board shows them to a viewer. */
export async function boardRows(viewer: Actor, rows: readonly PaymentRow[]): Promise<readonly BoardRow[]> {
  const rights = rows.map((row) => receiptActsOn(viewer, row));
  const paired = await withPairs(rows.filter(({ state }, at) => state === 'unpaired' && rights[at]?.confirm === true).map(({ transaction_id }) => transaction_id));
  return rows.map((row, at) => {
    const { confirm = false, acts = [] } = rights[at] ?? {};
    // What the receiver has said already is changed by looking at it first.
    return { ...row, tickable: confirm && row.state === 'unpaired', answerable: confirm || acts.length > 0, proposed: paired.has(row.transaction_id) };
  });
}

/** The sides on which a viewer can stand: those who speak for somebody on both, the secretariat beside them. */
export function sidesOf(viewer: Actor): readonly ReceiptSide[] {
  const { organisations, countries } = spokenFor(viewer);
  const speaks = organisations.length + countries.length > 0;
  return receiptSides.filter((side) => (side === 'others' ? holdsAnywhere(viewer, secretariat) : speaks));
}

/** The payments of a pledge, latest first. */
export async function receiptsOfPledge(viewer: Actor, ref: string, view: View): Promise<{ readonly rows: readonly BoardRow[]; readonly more: boolean }> {
  const { rows, next } = await listReceipts(viewer, readState(receiptList, new URLSearchParams({ pledge: ref })), view);
  return { rows: await boardRows(viewer, rows), more: next !== null };
}
