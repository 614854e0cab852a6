import { sendLetter } from '#app/mail/letter.server';
import { secretariatOf } from '#app/members/people/readers.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import type { HandoverStatus } from './model';

/** Who learns of what: the receiver of an offer and of its end, the giver and whoever offered of the answer. */
export async function tellOfHandover(tx: Tx, id: string, what: HandoverStatus, now: Date): Promise<void> {
  const row = await tx.selectFrom('handovers as h').innerJoin('people as g', 'g.id', 'h.giver_id').innerJoin('people as r', 'r.id', 'h.receiver_id').innerJoin('organisations as o', 'o.id', 'h.organisation_id')
    .select(['h.giver_id', 'h.receiver_id', 'h.offered_by', 'h.note', 'h.answer', 'h.organisation_id', 'g.name as giver', 'r.name as receiver', 'o.name as organisation']).where('h.id', '=', id).executeTakeFirstOrThrow();
  const readers = what === 'offered' || what === 'withdrawn' ? [row.receiver_id] : [row.giver_id, ...(row.offered_by === null ? [] : [row.offered_by]), ...(what === 'accepted' ? await deskOf(tx, row.organisation_id, now) : [])];
  for (const personId of new Set(readers)) {
    await sendLetter(tx, {
      to: { personId }, words: `handovers:mails.${what}`, values: { giver: row.giver, receiver: row.receiver, organisation: row.organisation, note: row.note, answer: row.answer ?? '' },
      path: paths.handover(id), thread: `handover:${id}`, key: `handover:${id}:${what}`, now,
    });
  }
}

/** The secretariats of the coalitions that the organisation is a member of. */
async function deskOf(tx: Tx, organisation_id: string, now: Date): Promise<string[]> {
  const coalitions = await tx.selectFrom('memberships').select('coalition_id').distinct().where('organisation_id', '=', organisation_id).where('status', 'in', ['active', 'suspended']).execute();
  return (await Promise.all(coalitions.map(({ coalition_id }) => secretariatOf(tx, coalition_id, now)))).flat();
}
