import { personOf, type Actor } from '#app/access/actor';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate, formatNumber } from '#app/languages/format';
import { sendLetter } from '#app/mail/letter.server';
import { secretariatOf } from '#app/members/people/readers.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import type { Reader, Tx } from '#app/platform/database.server';
import type { GroupStatus } from '#app/working-groups/model';
import { wordsIn } from '#app/working-groups/terms/words';

interface Group {
  readonly id: string;
  readonly ref: string;
}

/** What a letter says of a step. */
export interface Told {
  readonly status: GroupStatus;
  readonly reason?: string;
  /** Of the actions that are open at the end: how many, and to whom they go. */
  readonly actions?: { readonly count: number; readonly heir: string | null };
}

const namesOf = (tx: Reader, { id }: Group) => tx.selectFrom('working_group_texts').select(['language', 'name']).where('working_group_id', '=', id).execute();

/** Who sits in a group today or from a day to come on, holders and alternates: whom each step is told. */
export async function peopleOfGroup(db: Reader, { id }: Pick<Group, 'id'>, now: Date): Promise<string[]> {
  const seats = await db.selectFrom('seats').select(['holder_id', 'alternate_id']).where('working_group_id', '=', id).where((is) => is.or([is('until_on', 'is', null), is('until_on', '>=', dayOf(now))])).execute();
  return [...new Set(seats.flatMap((seat) => [seat.holder_id, seat.alternate_id]).filter((one) => one !== null))].toSorted();
}

/** Tells those who can charter a group that one waits for them, but not who proposed it. */
export async function tellOfProposal(tx: Tx, actor: Actor, group: Group & { readonly coalition_id: string }, now: Date): Promise<void> {
  const names = await namesOf(tx, group);
  for (const personId of await secretariatOf(tx, group.coalition_id, now)) {
    if (personId === personOf(actor)) continue;
    await sendLetter(tx, {
      to: { personId }, words: 'working-groups:life.mails.proposed', values: (language) => ({ group: wordsIn(names, language)?.name ?? group.ref }), topic: 'review', thread: `group:${group.id}`, key: `group:${group.id}:proposed`, now,
      path: (language) => paths.in(language).workingGroup(group.ref),
    });
  }
}

/** Tells people of a step of their group, in the words of the state that it came to. */
export async function tellOfStep(tx: Tx, actor: Actor, group: Group, people: readonly string[], told: Told, now: Date): Promise<void> {
  const names = await namesOf(tx, group);
  for (const personId of new Set(people)) {
    if (personId === personOf(actor)) continue;
    await sendLetter(tx, {
      to: { personId }, words: `working-groups:life.mails.${told.status}`, topic: 'sessions', thread: `group:${group.id}`, key: `group:${group.id}:${told.status}`, now, path: (language) => paths.in(language).workingGroup(group.ref),
      values: (language) => {
        const t = textFor(language, 'working-groups');
        const { count = 0, heir = null } = told.actions ?? {};
        const actions = count === 0 ? '' : t(heir === null ? 'life.actions_stay' : 'life.actions_pass', { count, shown: formatNumber(language, count), name: heir ?? '' });
        return { group: wordsIn(names, language)?.name ?? group.ref, day: formatDate(language, dayOf(now)), reason: told.reason ?? '', actions };
      },
    });
  }
}
