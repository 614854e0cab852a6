import { textFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';
import type { Tx } from '#app/platform/database.server';
import type { Remark } from '#app/records/remarks/model';
import { fieldName } from './words';

/** What a letter says is to mend: the reason first, then each field by its name in the reader's language. */
export async function wordsOfReturn(tx: Tx, id: string, reason: string | null, remarks: readonly Remark[]): Promise<(language: Language) => { reason: string }> {
  const goals = remarks.some((one) => one.goal_id !== null) ? await tx.selectFrom('goals').select(['id', 'position']).where('commitment_id', '=', id).execute() : [];
  return (language) => {
    const t = textFor(language, 'commitments');
    const lines = remarks.map((one) => `${fieldName({ field: one.field, number: goals.find((goal) => goal.id === one.goal_id)?.position ?? null }, t)}: ${one.note}`);
    return { reason: [...(reason === null ? [] : [reason]), ...lines].join('\n\n') };
  };
}
