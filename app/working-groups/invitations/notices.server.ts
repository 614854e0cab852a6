import { textFor } from '#app/languages/catalogues.server';
import type { Text } from '#app/languages/catalogue';
import { formatLanguages } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { hashOf } from '#app/accounts/secrets.server';
import type { Tx } from '#app/platform/database.server';
import { meetingTime } from '#app/working-groups/marks';
import { peopleOnSeats } from '#app/working-groups/notices.server';
import { tell, type Meeting } from './letters.server';
import { invitationSecret } from './secret.server';

/** IN-1: invites everybody on a seat on the day of the meeting who is not invited yet, each with a letter that brings a calendar file. */
export async function invite(tx: Tx, session: Meeting, now: Date): Promise<readonly string[]> {
  const people = await peopleOnSeats(tx, session);
  if (people.length === 0) return [];
  const rows = people.map((person_id) => ({ session_id: session.id, person_id, invited_at: now, secret_hash: hashOf(invitationSecret(session.id, person_id)) }));
  const invited = await tx.insertInto('session_invitations').values(rows).onConflict((conflict) => conflict.columns(['session_id', 'person_id']).doNothing()).returning('person_id').execute();
  const fresh = invited.map((one) => one.person_id);
  await tell(tx, session, fresh, { words: 'convened', key: `session-convened:${session.id}`, method: 'REQUEST' }, now);
  return fresh;
}

/** IN-4: tells everybody who was invited what has changed, from what to what. Who has to answer again is told so. */
export async function noteMoved(tx: Tx, before: Meeting, session: Meeting, now: Date): Promise<void> {
  const again = before.starts_at.getTime() !== session.starts_at.getTime();
  await tell(tx, session, await invitedTo(tx, session.id), {
    words: 'moved', key: `session-moved:${session.id}:${session.sequence}`, method: 'REQUEST',
    values: (language) => ({ again: textFor(language, 'working-groups')(again ? 'invitation.again' : 'invitation.stands') }),
    facts: (t, language) => changesOf(before, session, t, language),
  }, now);
}

/** Tells the same people that it is called off, and why. */
export async function noteCancelled(tx: Tx, session: Meeting & { readonly reason: string }, now: Date): Promise<void> {
  const people = new Set([...(await invitedTo(tx, session.id)), ...(await peopleOnSeats(tx, session))]);
  await tell(tx, { ...session, status: 'cancelled' }, [...people], { words: 'cancelled', key: `session-cancelled:${session.id}`, method: 'CANCEL', values: () => ({ reason: session.reason }) }, now);
}

export async function invitedTo(tx: Tx, session_id: string): Promise<string[]> {
  return (await tx.selectFrom('session_invitations').select('person_id').where('session_id', '=', session_id).orderBy('person_id').execute()).map((one) => one.person_id);
}

/** What is another now, each under its name: “from … to …”. */
function changesOf(before: Meeting, after: Meeting, t: Text, language: Language): { label: string; value: string }[] {
  const said = (one: Meeting) => [
    { label: t('plan.name'), value: one.title },
    { label: t('session.when'), value: meetingTime(one, t, language) },
    { label: t('session.mode'), value: one.mode === null ? '' : t(`mode.${one.mode}`) },
    { label: t('plan.place'), value: one.place ?? '' },
    { label: t('session.join'), value: one.join_link ?? '' },
    { label: t('plan.languages'), value: formatLanguages(language, one.languages) },
  ];
  const was = said(before);
  return said(after).flatMap(({ label, value }, at) => {
    const earlier = was[at]?.value ?? '';
    return value === earlier ? [] : [{ label, value: t('invitation.from_to', { from: earlier === '' ? t('invitation.nothing') : earlier, to: value === '' ? t('invitation.nothing') : value }) }];
  });
}

/** IN-2: asks the alternate to come in place of who does not. */
export async function tellInstead(tx: Tx, session: Meeting, { person_id, instead_id, version }: { readonly person_id: string; readonly instead_id: string; readonly version: number }, now: Date): Promise<void> {
  const { name } = await tx.selectFrom('people').select('name').where('id', '=', person_id).executeTakeFirstOrThrow();
  await tell(tx, session, [instead_id], { words: 'instead', key: `session-instead:${session.id}:${person_id}:${version}`, values: () => ({ name }) }, now);
}
