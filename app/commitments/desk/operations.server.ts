import type { Actor } from '#app/access/actor';
import type { Grant, PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { formatList, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { sendLetter, type LetterTo } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { mostAtOnce, refusesAssignment, refusesNudge, refusesTag, type Chosen, type Refusal } from './model';
import type { deskPolicy } from './policy';
import { lockChosen } from './queries.server';

/** What became of the commitments that were chosen. */
export interface Outcome {
  readonly done: number;
  /** How many people were written to. */
  readonly told: number;
  readonly left: readonly { readonly ref: string; readonly title: string; readonly why: string }[];
}
export interface Asked {
  readonly ids: readonly string[];
  readonly language: Language;
}

/** Each is decided again as it stands under its lock; what is refused is left, and said. */
function onEach(granted: Grant, occasion: Occasion, { ids, language }: Asked, refuses: (row: Chosen) => Refusal, act: (tx: Tx, rows: readonly Chosen[]) => Promise<number>): Promise<Result<Outcome>> {
  return inTransaction(granted, occasion, async (tx) => {
    if (ids.length > mostAtOnce) return refused(problem('commitments:problems.too_many', undefined, { limit: formatNumber(language, mostAtOnce) }));
    const rows = (await lockChosen(tx, ids, { language, now: occasion.now })).map((row) => ({ row, why: refuses(row) }));
    const met = rows.flatMap(({ row, why }) => (why === undefined ? [row] : []));
    const told = met.length === 0 ? 0 : await act(tx, met);
    return done({ done: met.length, told, left: rows.flatMap(({ row: { ref, title }, why }) => (why === undefined ? [] : [{ ref, title, why }])) });
  });
}

/** Gives commitments to somebody to read, who is told in one letter; `null` takes them back. */
export const assignReviewer = (granted: PermitFor<typeof deskPolicy.assign>, occasion: Occasion, asked: Asked, reviewer: Extract<Actor, { kind: 'person' }> | null): Promise<Result<Outcome>> =>
  onEach(granted, occasion, asked, (row) => refusesAssignment(granted.actor, row, reviewer), async (tx, rows) => {
    await tx.updateTable('commitments').set({ reviewer_id: reviewer?.id ?? null }).where('id', 'in', rows.map(({ id }) => id)).execute();
    if (reviewer === null) return 0;
    await tell(tx, reviewer.id, rows, { words: 'commitments:mails.assigned', path: paths.review, topic: 'review', thread: `assigned:${reviewer.id}`, key: `assigned:${occasion.submission ?? newId()}`, now: occasion.now });
    return 1;
  });

/** Reminds those who speak for the leads, each in one letter about all of theirs. */
export const nudgeLeads = (granted: PermitFor<typeof deskPolicy.nudge>, occasion: Occasion, asked: Asked, words: string | undefined): Promise<Result<Outcome>> =>
  onEach(granted, occasion, asked, (row) => refusesNudge(granted.actor, row, dayOf(occasion.now)), async (tx, rows) => {
    const said = words === undefined || words === '' ? null : words;
    await tx.insertInto('commitment_nudges').values(rows.map(({ id }) => ({ id: newId(), commitment_id: id, words: said, nudged_by: granted.actor.kind === 'person' ? granted.actor.id : null, nudged_at: occasion.now }))).execute();
    const readers = new Set(rows.flatMap((row) => row.readers));
    const key = `nudge:${occasion.submission ?? newId()}`;
    for (const personId of readers) {
      const own = rows.filter((row) => row.readers.includes(personId));
      await tell(tx, personId, own, { words: 'commitments:mails.nudge', values: { words: said === null ? '' : `\n\n${said}` }, path: paths.my, thread: `nudge:${personId}`, key, now: occasion.now });
    }
    return readers.size;
  });

/** Gives commitments a word that only the secretariat reads, or takes it away. */
export const tagCommitments = (granted: PermitFor<typeof deskPolicy.tag>, occasion: Occasion, asked: Asked, tag: string, adds: boolean): Promise<Result<Outcome>> =>
  onEach(granted, occasion, asked, (row) => refusesTag(granted.actor, row, tag, adds), async (tx, rows) => {
    if (adds) await tx.insertInto('commitment_tags').values(rows.map(({ id }) => ({ commitment_id: id, tag, added_by: granted.actor.kind === 'person' ? granted.actor.id : null, added_at: occasion.now }))).execute();
    else await tx.deleteFrom('commitment_tags').where('commitment_id', 'in', rows.map(({ id }) => id)).where('tag', '=', tag).execute();
    return 0;
  });

const mostNamed = 50;

async function tell(tx: Tx, personId: string, rows: readonly Chosen[], letter: Omit<LetterTo, 'to' | 'values'> & { readonly values?: Readonly<Record<string, string>> }): Promise<void> {
  const named = rows.slice(0, mostNamed).map(({ ref, title }) => `${ref} ${title}`);
  await sendLetter(tx, { ...letter, to: { personId }, values: (language) => ({ ...letter.values, count: rows.length, commitments: formatList(language, rows.length > mostNamed ? [...named, '…'] : named) }) });
}
