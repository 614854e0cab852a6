import type { Permit, PermitFor } from '#app/access/permit';
import { done, problem, refused, type Result } from '#app/access/result';
import { inTransaction, type Occasion } from '#app/access/transaction.server';
import { hashOf } from '#app/accounts/secrets.server';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { newId } from '#app/platform/identity';
import { dropWaiting } from '#app/platform/mail/outbox.server';
import { firstRhythm, mostFollowed, type Rhythm, type Subject } from './model';
import type { Follower, followPolicy } from './policy';
import { digestThread, stopSecret } from './secret.server';
import { subjectColumns } from './subjects.server';

type Change<Of = Follower> = Permit<typeof followPolicy.change.name, Follower & Of>;

/** Follows something that the person has read. What is followed already stays as it is. */
export function follow(granted: Change<Subject>, occasion: Occasion): Promise<Result<null>> {
  return inTransaction(granted, occasion, async (tx) => {
    const { person_id } = granted.subject;
    await tx.selectFrom('people').select('id').where('id', '=', person_id).forUpdate().executeTakeFirstOrThrow();
    const standing = await tx.selectFrom('follows').select((eb) => eb.fn.countAll<string>().as('n')).where('person_id', '=', person_id).executeTakeFirstOrThrow();
    if (Number(standing.n) >= mostFollowed) return refused(problem('following:full', undefined, { most: mostFollowed }));
    await tx.insertInto('follows').values({ id: newId(), person_id, ...subjectColumns(granted.subject), since: occasion.now })
      .onConflict((conflict) => conflict.constraint('follows_once').doNothing()).execute();
    await beginIn(tx, person_id, firstRhythm, occasion.now);
    return done(null);
  });
}

/** Follows one thing no longer; what one does not follow is not missed. */
export const unfollow = (granted: Change<{ readonly follow_id: string }>, occasion: Occasion): Promise<Result<null>> =>
  inTransaction(granted, occasion, async (tx) => {
    const { person_id, follow_id } = granted.subject;
    await tx.deleteFrom('follows').where('id', '=', follow_id).where('person_id', '=', person_id).execute();
    return done(null);
  });

/** Chooses how often one is told. Who begins again hears of what happens from then on. */
export const chooseRhythm = (granted: Change, occasion: Occasion, rhythm: Rhythm): Promise<Result<null>> => inTransaction(granted, occasion, (tx) => setRhythmIn(tx, granted.subject.person_id, rhythm, occasion.now));

/** Stops all digests, by the link in one. What is followed stays listed. */
export const stopDigests = (granted: PermitFor<typeof followPolicy.stop>, occasion: Occasion): Promise<Result<null>> => inTransaction(granted, occasion, (tx) => setRhythmIn(tx, granted.subject.person_id, 'none', occasion.now));

async function setRhythmIn(tx: Tx, person_id: string, rhythm: Rhythm, now: Date): Promise<Result<null>> {
  await beginIn(tx, person_id, rhythm, now);
  const { rhythm: before } = await tx.selectFrom('follow_rhythms').select('rhythm').where('person_id', '=', person_id).forUpdate().executeTakeFirstOrThrow();
  await tx.updateTable('follow_rhythms').set({ rhythm }).where('person_id', '=', person_id).execute();
  if (rhythm === 'none') await dropWaiting(tx, digestThread(person_id));
  else if (before === 'none') await tx.updateTable('digests').set({ told_until: now, told_on: dayOf(now) }).where('person_id', '=', person_id).execute();
  return done(null);
}

async function beginIn(tx: Tx, person_id: string, rhythm: Rhythm, now: Date): Promise<void> {
  await tx.insertInto('follow_rhythms').values({ person_id, rhythm }).onConflict((conflict) => conflict.column('person_id').doNothing()).execute();
  await tx.insertInto('digests').values({ person_id, told_until: now, told_on: dayOf(now), secret_hash: hashOf(stopSecret(person_id)) }).onConflict((conflict) => conflict.column('person_id').doNothing()).execute();
}
