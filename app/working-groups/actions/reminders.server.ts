import { sql } from 'kysely';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate } from '#app/languages/format';
import { isLanguage } from '#app/languages/language';
import { sendLetter, wasTold } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import { addDays, dayOf, type Day } from '#app/platform/clock';
import { database, type Tx } from '#app/platform/database.server';
import { aheadDays, chairDays, stageOf, type ReminderStage } from './model';

/** An action that its reader has not been told of at the stage that it has come to. */
interface Owed {
  readonly action_id: string;
  readonly person_id: string;
  readonly ref: string;
  readonly text: string;
  readonly due_on: Day;
  readonly stage: ReminderStage;
}

/**
 * AB-4: one digest for each person and day, of every action that has come to a stage of which they have not been told. Read from the records and
 * the clock, so that a day on which nobody ran is made good by the next one; what is told is noted in the transaction that puts the mail in the outbox.
 */
export async function remindOfActions(now: Date): Promise<void> {
  const today = dayOf(now);
  const owed = await owedOn(today, now);
  for (const personId of new Set(owed.map(({ person_id }) => person_id))) {
    await database().transaction().execute((tx) => remind(tx, personId, owed.filter(({ person_id }) => person_id === personId), today, now));
  }
}

/** Of owners, and from two weeks after the day on of those who have the chair as well. */
async function owedOn(today: Day, now: Date): Promise<Owed[]> {
  const near = addDays(today, aheadDays);
  const found = await sql<Omit<Owed, 'stage'> & { chair: boolean }>`
    with open as (
      select a.id, a.ref, a.text, a.due_on, a.owner_id, s.working_group_id from action_items a join sessions s on s.id = a.session_id
      where a.status in ('open', 'in_progress', 'blocked') and a.due_on <= ${near}::date)
    select id as action_id, owner_id as person_id, ref, text, due_on, false as chair from open
    union
    select o.id, r.person_id, o.ref, o.text, o.due_on, true from open o join roles r on r.working_group_id = o.working_group_id and r.role in ('wg_chair', 'wg_cochair')
      and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now}) where o.due_on <= ${addDays(today, -chairDays)}::date and r.person_id <> o.owner_id
    order by due_on, ref`.execute(database());
  return found.rows.flatMap(({ chair, ...row }) => {
    const stage = chair ? 'chair' : stageOf(row.due_on, today);
    return stage === undefined ? [] : [{ ...row, stage }];
  });
}

async function remind(tx: Tx, personId: string, owed: readonly Owed[], today: Day, now: Date): Promise<void> {
  const key = `actions:${today}:${personId}`;
  if (await wasTold(tx, key)) return;
  const noted = await tx.insertInto('action_reminders').values(owed.map(({ action_id, due_on, stage }) => ({ action_id, person_id: personId, due_on, stage, told_at: now })))
    .onConflict((conflict) => conflict.doNothing()).returning(['action_id', 'stage']).execute();
  const news = owed.filter((one) => noted.some(({ action_id, stage }) => action_id === one.action_id && stage === one.stage));
  if (news.length === 0) return;
  const reader = await tx.selectFrom('people').select('language').where('id', '=', personId).executeTakeFirstOrThrow();
  const language = isLanguage(reader.language) ? reader.language : 'en';
  const t = textFor(language, 'working-groups');
  await sendLetter(tx, {
    to: { personId }, words: 'working-groups:mails.actions_due', values: { count: news.length }, path: paths.in(language).actions({ whose: 'mine', status: 'todo', sort: 'due' }),
    entries: news.map(({ ref, text, due_on, stage }) => ({ title: text, language, path: paths.in(language).action(ref), lines: [t(`actions.reminder.${stage}`, { ref, due: formatDate(language, due_on) })] })),
    topic: 'sessions', thread: 'actions', key, now,
  });
}
