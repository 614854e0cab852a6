import { formatDate } from '#app/languages/format';
import { textFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import type { Day } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { seatName } from '#app/working-groups/marks';

interface Told {
  readonly seat_id: string;
  readonly what: 'opened' | 'changed' | 'leave' | 'ended';
  /** Who sits or sat there; each is told once. */
  readonly people: readonly (string | null)[];
  readonly from: Day;
  readonly until?: Day;
  readonly reason: string | null;
}

/** Tells everybody on a seat, those who come and those who go, what becomes of it and from when on. */
export async function tellOfSeat(tx: Tx, { seat_id, what, people, from, until, reason }: Told, now: Date): Promise<void> {
  const seat = await tx.selectFrom('seats as x').innerJoin('working_groups as g', 'g.id', 'x.working_group_id').leftJoin('organisations as o', 'o.id', 'x.organisation_id')
    .select(['g.ref', 'g.id as group_id', 'o.name as organisation', 'x.constituency', 'x.role', 'x.holder_id', 'x.alternate_id']).where('x.id', '=', seat_id).executeTakeFirstOrThrow();
  const texts = await tx.selectFrom('working_group_texts').select(['language', 'name']).where('working_group_id', '=', seat.group_id).execute();
  const named = new Map((await tx.selectFrom('people').select(['id', 'name']).where('id', 'in', [seat.holder_id ?? seat.group_id, seat.alternate_id ?? seat.group_id]).execute()).map(({ id, name }) => [id, name]));
  const groupIn = (language: Language) => (texts.find((one) => one.language === language) ?? texts.find((one) => one.language === 'en') ?? texts[0])?.name ?? seat.ref;
  for (const personId of new Set(people.filter((one) => one !== null))) {
    await sendLetter(tx, {
      to: { personId }, words: `working-groups:seats.mails.${what}`, topic: 'sessions', thread: `seat:${seat_id}`, key: `seat:${seat_id}:${what}:${from}:${now.getTime()}`, now, path: (language) => paths.in(language).workingGroup(seat.ref),
      values: (language) => {
        const t = textFor(language, 'working-groups');
        const none = t('seats.nobody');
        return { group: groupIn(language), seat: seatName(seat, t, language), role: t(`seat_role.${seat.role}`), holder: named.get(seat.holder_id ?? '') ?? none, alternate: named.get(seat.alternate_id ?? '') ?? none,
          day: formatDate(language, from), until: until === undefined ? '' : formatDate(language, until), reason: reason ?? '' };
      },
    });
  }
}
