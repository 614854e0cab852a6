import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#app/platform/clock';

export interface MeetingDays {
  readonly working_group_id: string;
  readonly starts_on: Day;
  readonly ends_on: Day;
  readonly time_zone: string;
}

/** MT-1: the sessions `s` that belong to a meeting: those of its group on its days, by its own calendar. */
export const onDaysOf = ({ working_group_id, starts_on, ends_on, time_zone }: MeetingDays): RawBuilder<boolean> =>
  sql<boolean>`(s.working_group_id = ${working_group_id} and (s.starts_at at time zone ${time_zone})::date between ${starts_on}::date and ${ends_on}::date)`;
