import { daysBetween, type Day } from '#app/platform/clock';

export const sessionStatuses = ['draft', 'convened', 'in_progress', 'adjourned', 'minutes_draft', 'in_correction', 'approved', 'published', 'cancelled'] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

export const presences = ['in_person', 'remote', 'absent', 'excused', 'left'] as const;
export type Presence = (typeof presences)[number];

export const purposes = ['working', 'annual_meeting', 'consultation', 'launch'] as const;
export type Purpose = (typeof purposes)[number];

/** Who reads a session once it is convened. */
export const sessionVisibilities = ['coalition', 'members', 'public'] as const;
export type SessionVisibility = (typeof sessionVisibilities)[number];

/** GL-7: what a session or a written procedure of a group can be open to, the least open first. */
export const visibilitiesWithin = (group: string): readonly SessionVisibility[] => sessionVisibilities.slice(0, Math.max(0, sessionVisibilities.findIndex((one) => one === group)) + 1);

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

/** WG-1: convening later than the terms of reference allow is short notice, and says so. */
export const isShortNotice = (today: Day, startsOn: Day, noticeDays: number): boolean => daysBetween(today, startsOn) < noticeDays;

/** The clock by which acts of a session count: of a meeting that is typed in afterwards, its own. */
export const clockOf = (session: { readonly typed_in_at: Date | null; readonly started_at: Date | null }, now: Date): Date => (session.typed_in_at === null ? now : (session.started_at ?? now));

/** A seat as it was when the session started (WG-2). */
export interface SnapshotSeat {
  readonly seat_id: string;
  readonly voting: boolean;
  readonly on_leave: boolean;
  readonly holder_id: string | null;
  readonly alternate_id: string | null;
  /** The part of society that it counts for where the terms ask for some of each. */
  readonly counts_for: string | null;
}
export interface Attendance {
  readonly seat_id: string;
  readonly person_id: string;
  readonly presence: string;
}

/** How many voting seats of a part of society must be there, whatever the share of all. Leave does not lower it. */
export interface Minimum {
  readonly constituency: string;
  readonly seats: number;
}
/** The terms of reference as they were at the start: a share in per cent, and minimums. */
export interface QuorumTerms {
  readonly share: number;
  readonly minimums: readonly Minimum[];
}
export interface QuorumInputs {
  readonly seats: readonly SnapshotSeat[];
  readonly attendances: readonly Attendance[];
  readonly terms: QuorumTerms;
}

export interface Quorum {
  readonly present: number;
  readonly base: number;
  /** Per cent of the base that the terms of reference ask for. */
  readonly needed: number;
  readonly minimums: readonly (Minimum & { readonly present: number })[];
  readonly met: boolean;
}

/** Quorum in seats: the smallest number that reaches the share of the base. */
export const seatsNeeded = ({ base, needed }: Pick<Quorum, 'base' | 'needed'>): number => Math.ceil((base * needed) / 100);

export const isThere = (presence: string): boolean => presence === 'in_person' || presence === 'remote';

/**
 * WG-3: present voting seats over voting seats at the start. Leave takes a seat out of the base; an alternate counts for a seat only
 * where its holder is absent, and a seat counts once. Where the terms name minimums, each of them is reached too.
 */
export function quorumOf({ seats, attendances, terms: { share, minimums } }: QuorumInputs): Quorum {
  const base = seats.filter((seat) => seat.voting && !seat.on_leave);
  const present = base.filter((seat) => speakerOf(seat, attendances) !== undefined);
  const counted = minimums.map((one) => ({ ...one, present: present.filter((seat) => seat.counts_for === one.constituency).length }));
  const met = base.length > 0 && present.length * 100 >= share * base.length && counted.every((one) => one.present >= one.seats);
  return { present: present.length, base: base.length, needed: share, minimums: counted, met };
}

/** Who speaks and votes for a seat: the holder when there, else the alternate when there, else nobody. */
export function speakerOf(seat: SnapshotSeat, attendances: readonly Attendance[]): string | undefined {
  const there = (person: string | null) => person !== null && attendances.some((one) => one.seat_id === seat.seat_id && one.person_id === person && isThere(one.presence));
  if (there(seat.holder_id)) return seat.holder_id ?? undefined;
  return there(seat.alternate_id) ? (seat.alternate_id ?? undefined) : undefined;
}

/** Who fills a seat, and how: what the attendance list of the desk marks. */
export const marks = ['holder_in_person', 'holder_remote', 'alternate_in_person', 'alternate_remote', 'left', 'excused', 'absent'] as const;
export type Mark = (typeof marks)[number];

/** The mark that the attendance so far amounts to; undefined while nothing was noted about the seat. */
export function markOf(seat: SnapshotSeat, attendances: readonly Attendance[]): Mark | undefined {
  const noted = attendances.filter((one) => one.seat_id === seat.seat_id);
  const speaker = speakerOf(seat, noted);
  if (speaker !== undefined) {
    const presence = noted.find((one) => one.person_id === speaker)?.presence;
    return marks.find((mark) => mark === `${speaker === seat.holder_id ? 'holder' : 'alternate'}_${presence}`);
  }
  if (noted.some((one) => one.presence === 'left')) return 'left';
  if (noted.some((one) => one.presence === 'excused')) return 'excused';
  return noted.length > 0 ? 'absent' : undefined;
}

/** The marks that a seat can have: nobody comes for a holder or an alternate who does not exist, and only who was there can leave. */
export function marksFor(seat: SnapshotSeat, attendances: readonly Attendance[]): readonly Mark[] {
  const came = attendances.some((one) => one.seat_id === seat.seat_id && (isThere(one.presence) || one.presence === 'left'));
  const somebody = seat.holder_id !== null || seat.alternate_id !== null;
  return marks.filter((mark) => (mark.startsWith('holder') ? seat.holder_id !== null : mark.startsWith('alternate') ? seat.alternate_id !== null : mark === 'left' ? came : somebody));
}

/** What a mark says about each person of the seat. Who was there and is no longer has left; who never came is absent. */
export function attendanceOf(seat: SnapshotSeat, mark: Mark, attendances: readonly Attendance[]): { seat_id: string; person_id: string; presence: Presence }[] {
  const came = (person_id: string) => attendances.some((one) => one.seat_id === seat.seat_id && one.person_id === person_id && (isThere(one.presence) || one.presence === 'left'));
  const presenceOf = (person_id: string, who: 'holder' | 'alternate'): Presence => {
    if (mark === 'excused' || mark === 'absent') return mark;
    if (!mark.startsWith(who)) return came(person_id) ? 'left' : 'absent';
    return mark.endsWith('in_person') ? 'in_person' : 'remote';
  };
  const row = (person_id: string | null, who: 'holder' | 'alternate') => (person_id === null ? [] : [{ seat_id: seat.seat_id, person_id, presence: presenceOf(person_id, who) }]);
  return [...row(seat.holder_id, 'holder'), ...row(seat.alternate_id, 'alternate')];
}

/** A seat on the attendance list as the page showed it and as it was sent back. */
export interface MarkedSeat {
  readonly seat_id: string;
  readonly was: Mark | null;
  readonly now: Mark | null;
}

/** What somebody changed on the list, and nothing else: what another wrote meanwhile about other seats stays. */
export function attendanceChanged({ seats, attendances }: Pick<QuorumInputs, 'seats' | 'attendances'>, marked: readonly MarkedSeat[]) {
  return marked.flatMap(({ seat_id, was, now }) => {
    const seat = seats.find((one) => one.seat_id === seat_id);
    return seat === undefined || now === null || now === was ? [] : attendanceOf(seat, now, attendances);
  });
}
