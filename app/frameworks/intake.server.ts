import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';

/** A text as a published file names it; what the file does not say of it stays missing. */
export interface IncomingText {
  readonly code: string;
  readonly name: string;
  readonly short_name: string;
}

/** The text with a code; one that is not known yet is made, in English. Held, so that two imports do not make it twice. */
export async function textIn(tx: Tx, text: IncomingText): Promise<string> {
  const known = await tx.selectFrom('frameworks').select('id').where('code', '=', text.code).forUpdate().executeTakeFirst();
  if (known !== undefined) return known.id;
  const id = newId();
  await tx.insertInto('frameworks').values({ id, code: text.code }).execute();
  await tx.insertInto('framework_texts').values({ framework_id: id, language: 'en', name: text.name, short_name: text.short_name }).execute();
  return id;
}
