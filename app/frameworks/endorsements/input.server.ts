import { z } from 'zod';
import { isDay } from '#app/platform/clock';
import { partyOf } from './parties.server';

const text = (longest: number) => z.string().trim().max(longest).optional().transform((value) => value ?? null);

/** The form of a declaration. `reserved` are the clauses that the party does not join; its words hold for all of them. */
export const endorsementInput = z.object({
  party: z.string().refine((value) => partyOf(value) !== undefined, { error: 'form:errors.choose' }),
  endorsed_on: z.string().refine(isDay, { error: 'frameworks:problems.day' }),
  capacity: text(200),
  signatory: text(200),
  statement: text(5000),
  reserved: z.array(z.uuid()).max(100).default([]),
  reservation: text(2000),
  document: z.instanceof(File).optional(),
});
export type EndorsementInput = z.output<typeof endorsementInput>;

/** The form of the operation, with the bytes of the document read. */
export async function endorsementForm(given: EndorsementInput) {
  const file = given.document;
  return {
    endorsed_on: given.endorsed_on, capacity: given.capacity, signatory: given.signatory, statement: given.statement,
    reservations: given.reserved.map((node_id) => ({ node_id, statement: given.reservation })),
    document: file === undefined || file.size === 0 ? undefined : { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
  };
}

/** An act that asks nothing more than that it is wanted. */
export const pressed = z.object({});
