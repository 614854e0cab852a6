import { textFor } from '#app/languages/catalogues.server';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Tx } from '#app/platform/database.server';
import { meetingTime } from '#app/working-groups/marks';

interface Answered {
  readonly id: string;
  readonly title: string;
  readonly working_group_id: string;
  readonly proposed_by: string;
  /** Of the proposal before it was answered: one that came back and is answered again is told of again. */
  readonly version: number;
  readonly verdict: 'accepted' | 'declined';
  readonly answer: string | null;
  readonly session: { readonly ref: string; readonly title: string; readonly starts_at: Date; readonly time_zone: string } | undefined;
}

/** Tells whoever proposed something what became of it. */
export async function tellProposer(tx: Tx, { id, title, working_group_id, proposed_by, version, verdict, answer, session }: Answered, now: Date): Promise<void> {
  const { ref } = await tx.selectFrom('working_groups').select('ref').where('id', '=', working_group_id).executeTakeFirstOrThrow();
  await sendLetter(tx, {
    to: { personId: proposed_by }, words: `working-groups:mails.proposal_${verdict}`, topic: 'sessions', thread: `proposal:${id}`, key: `proposal-${verdict}:${id}:${version}`, now,
    values: (language) => ({ title, session: session === undefined ? '' : `${session.ref}, ${session.title}`, when: session === undefined ? '' : meetingTime(session, textFor(language, 'working-groups'), language) }),
    facts: ({ language }) => (answer === null ? [] : [{ label: textFor(language, 'working-groups')('backlog.answer'), value: answer }]),
    path: paths.groupProposals(ref),
  });
}
