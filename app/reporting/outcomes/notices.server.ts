import { personOf, type Actor } from '#app/access/actor';
import { formatDate } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { sendLetter } from '#app/mail/letter.server';
import { paths } from '#app/paths';
import { dayOf } from '#app/platform/clock';
import type { Tx } from '#app/platform/database.server';
import { peopleSeatedOn } from '#app/working-groups/notices.server';
import { refOf, textIn } from './model';
import { textsOf } from './queries.server';

export interface Told {
  readonly id: string;
  readonly working_group_id: string;
  readonly group_ref: string;
  readonly number: number;
}
type Happened = 'consultation' | 'review' | 'approved' | 'launched' | 'published' | 'answered';
interface More {
  readonly until?: string;
  readonly session?: string;
  readonly answer?: string;
  /** What sets a letter apart from others of its kind. */
  readonly about?: string;
}

/** Tells everybody on a seat of the group, but not of what they did themselves. */
export async function tellGroup(tx: Tx, actor: Actor, report: Told, happened: Happened, now: Date, more: More = {}): Promise<void> {
  await tell(tx, report, (await peopleSeatedOn(tx, report.working_group_id, dayOf(now))).filter((one) => one !== personOf(actor)), happened, now, more);
}

/** Tells whoever said something that the consultation is over. */
export async function tellCommenters(tx: Tx, actor: Actor, report: Told, now: Date): Promise<void> {
  const found = await tx.selectFrom('outcome_comments').select('person_id').distinct().where('outcome_id', '=', report.id).where('person_id', 'is not', null).execute();
  await tell(tx, report, found.flatMap(({ person_id }) => person_id ?? []).filter((one) => one !== personOf(actor)), 'review', now, {});
}

export async function tell(tx: Tx, report: Told, people: readonly string[], happened: Happened, now: Date, { until, about = '', ...more }: More): Promise<void> {
  const texts = await textsOf(tx, report.id);
  const titleIn = (language: Language) => textIn(texts, 'title', language, language)?.text ?? '';
  for (const personId of people) {
    await sendLetter(tx, {
      to: { personId }, words: `reporting:outcomes.mails.${happened}`, topic: 'sessions', thread: `outcome:${report.id}`, key: `outcome:${report.id}:${happened}:${about}:${personId}`, now,
      values: (language) => ({ ref: refOf(report.group_ref, report.number), title: titleIn(language), ...more, ...(until === undefined ? {} : { until: formatDate(language, until) }) }),
      path: (language) => paths.in(language).outcome(report.group_ref, report.number),
    });
  }
}
