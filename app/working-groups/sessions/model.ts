import { daysBetween, type Day } from '#app/platform/clock';

export const sessionStatuses = ['draft', 'convened', 'in_progress', 'adjourned', 'minutes_draft', 'in_correction', 'approved', 'published', 'cancelled'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

export const presences = ['in_person', 'remote', 'absent', 'excused'] as const;
export type Presence = (typeof presences)[number];

export const modes = ['in_person', 'remote', 'hybrid'] as const;
export type Mode = (typeof modes)[number];

const next: Readonly<Record<SessionStatus, readonly SessionStatus[]>> = {
  draft: ['convened', 'cancelled'],
  convened: ['in_progress', 'cancelled'],
  in_progress: ['adjourned'],
  adjourned: ['minutes_draft', 'published'],
  minutes_draft: ['in_correction'],
  in_correction: ['approved'],
  approved: ['published'],
  published: [],
  cancelled: [],
};
export const mayBecome = (from: string, to: SessionStatus): boolean => (next[from as SessionStatus] ?? []).includes(to);

/** Statuses in which a session stands outside the group's own room. */
export const isOut = (status: string): boolean => status !== 'draft';

/** WG-1: convening later than the terms of reference allow is short notice, and says so. */
export const isShortNotice = (today: Day, startsOn: Day, noticeDays: number): boolean => daysBetween(today, startsOn) < noticeDays;

/** A seat as it was when the session started (WG-2). */
export interface SnapshotSeat {
  readonly seat_id: string;
  readonly voting: boolean;
  readonly on_leave: boolean;
  readonly holder_id: string | null;
  readonly alternate_id: string | null;
}
export interface Attendance {
  readonly seat_id: string;
  readonly person_id: string;
  readonly presence: string;
}

export interface Quorum {
  readonly present: number;
  readonly base: number;
  /** Per cent of the base that the terms of reference ask for. */
  readonly needed: number;
  readonly met: boolean;
}

const isThere = (presence: string): boolean => presence === 'in_person' || presence === 'remote';

/**
 * WG-3: present voting seats over voting seats at the start. Leave takes a seat out of the base; an alternate counts for a seat only
 * where its holder is absent, and a seat counts once.
 */
export function quorumOf(seats: readonly SnapshotSeat[], attendances: readonly Attendance[], needed: number): Quorum {
  const base = seats.filter((seat) => seat.voting && !seat.on_leave);
  const present = base.filter((seat) => speakerOf(seat, attendances) !== undefined).length;
  return { present, base: base.length, needed, met: base.length > 0 && present * 100 >= needed * base.length };
}

/** Who speaks and votes for a seat: the holder when there, else the alternate when there, else nobody. */
export function speakerOf(seat: SnapshotSeat, attendances: readonly Attendance[]): string | undefined {
  const there = (person: string | null) => person !== null && attendances.some((one) => one.seat_id === seat.seat_id && one.person_id === person && isThere(one.presence));
  if (there(seat.holder_id)) return seat.holder_id ?? undefined;
  return there(seat.alternate_id) ? (seat.alternate_id ?? undefined) : undefined;
}
