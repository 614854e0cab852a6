import type { FileValue } from '#app/table/files/column';
import type { ExtractRows } from '../extracts/model';
import type { OwnCommitment, OwnReport } from './model';

const header = ['kind', 'ref', 'title', 'relation', 'party', 'standing', 'verification', 'unit', 'value', 'missing', 'currency', 'value_usd', 'paid_usd', 'share', 'date', 'expected', 'reported', 'words', 'before'] as const;
type Row = Readonly<Partial<Record<(typeof header)[number], FileValue>>>;

/** What an own report says in rows: codes, days and plain decimals. */
export function rowsOf(own: OwnReport): ExtractRows {
  const rows = [...own.commitments.flatMap(ofCommitment), ...changes(own), ...sums(own), ...pledges(own), ...moved(own),
    ...own.endorsements.map(({ ref, on }): Row => ({ kind: 'endorsement', ref, date: on })),
    ...own.replies.map(({ position, about, reply, replied_on }): Row => ({ kind: 'reply', ref: `chapter ${position}`, title: about, date: replied_on, words: reply }))];
  return { header, rows: rows.map((row) => header.map((name) => row[name] ?? null)) };
}

/** A row for each goal of which something was said, else one. */
function ofCommitment({ ref, title, relation, lead, standing, rung, update, asked, reported }: OwnCommitment): Row[] {
  const said: Row = { kind: 'commitment', ref, title, relation, party: lead, standing, verification: rung, expected: String(asked), reported: String(reported), date: update?.on ?? null, words: update?.narrative ?? null };
  const values = update?.values ?? [];
  return values.length === 0 ? [said] : values.map(({ unit, value, missing, verification }) => ({ ...said, unit, value, missing, verification }));
}

const changes = ({ commitments }: OwnReport): Row[] => commitments.flatMap(({ ref, amendments }) => amendments.map(({ on, reason, after }): Row => ({ kind: 'amendment', ref, title: after.title, date: on, words: reason })));

const sums = ({ money }: OwnReport): Row[] => (money ?? []).flatMap(({ direction, amounts, converted, pledges: all }) =>
  Object.entries(amounts).map(([line, amount]): Row => ({ kind: 'money', ref: line, relation: direction, value: amount, currency: 'USD', value_usd: amount, expected: all, reported: converted })));

const pledges = ({ pledges: all }: OwnReport): Row[] => all.map((one): Row => ({
  kind: 'pledge', ref: one.ref, title: one.title, relation: one.direction, party: one.provider, verification: one.rung, unit: one.kind, value: one.amount, currency: one.currency, value_usd: one.amount_usd, paid_usd: one.paid_usd, share: one.share,
}));

const moved = ({ since }: OwnReport): Row[] => (since?.moved ?? []).map(({ ref, title, before, after }): Row => ({ kind: 'moved', ref, title, standing: after, before }));
