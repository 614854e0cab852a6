import type { ActionStatus } from '#app/working-groups/actions/model';
import type { DecisionStatus } from '#app/working-groups/decisions/model';
import { tallyOf } from '#app/working-groups/decisions/model';
import type { Attendance, Quorum } from '#app/working-groups/sessions/model';
import type { Room } from '#app/working-groups/sessions/record.server';
import type { GuestCapacity } from './model';
import type { MinutesRecord, PersonNumber, RecordDecision } from './record';

/** Minutes as somebody may read them: the record, and beside it what is not part of it. */
export interface MinutesView {
  readonly record: MinutesRecord;
  /** Names that the reader may see, by the number of the person in the record. */
  readonly names: Readonly<Record<PersonNumber, string>>;
  readonly seal: SealFacts | null;
  readonly window: { readonly from: Date; readonly until: Date; readonly days: number } | null;
  readonly errata: readonly Erratum[];
  /** What became of decisions and actions since, by their numbers. */
  readonly decisions: Readonly<Record<string, DecisionStatus>>;
  readonly actions: Readonly<Record<string, { readonly status: ActionStatus; readonly due_on: string }>>;
}

export interface SealFacts {
  readonly ref: string;
  readonly sha256: string;
  readonly sealed_at: Date;
  readonly rule_version: number;
  readonly bytes: number;
  /** Numbers of seats in the record, where they held one. */
  readonly approved_by: number | null;
  readonly seconded_by: number | null;
}

export interface Erratum {
  readonly number: number;
  readonly passage: number | null;
  readonly wrong: string;
  readonly correct: string;
  readonly reason: string;
  readonly recorded_at: Date;
}

const key = (person: PersonNumber | null): string | null => (person === null ? null : String(person));

/** The seats and who came, as the components of a session show them. Persons are their numbers. */
export function roomIn({ record, names }: Pick<MinutesView, 'record' | 'names'>): Room {
  const attendances: Attendance[] = record.seats.flatMap((seat) => [
    ...(seat.holder === null || seat.holder_presence === null ? [] : [{ seat_id: String(seat.seat), person_id: String(seat.holder), presence: seat.holder_presence }]),
    ...(seat.alternate === null || seat.alternate_presence === null ? [] : [{ seat_id: String(seat.seat), person_id: String(seat.alternate), presence: seat.alternate_presence }]),
  ]);
  return {
    attendances, changes: [], terms: { share: record.quorum.share_hundredths / 100, minimums: record.quorum.minimums.map(({ constituency, seats }) => ({ constituency, seats })) },
    seats: record.seats.map((seat) => ({
      seat_id: String(seat.seat), voting: seat.voting, on_leave: seat.on_leave, holder_id: key(seat.holder), alternate_id: key(seat.alternate), counts_for: seat.constituency, role: seat.role,
      organisation: seat.organisation === null ? null : (record.labels.organisations[seat.organisation] ?? seat.organisation), organisation_ref: seat.organisation, constituency: seat.constituency,
      holder: seat.holder === null ? null : (names[seat.holder] ?? null), alternate: seat.alternate === null ? null : (names[seat.alternate] ?? null),
    })),
  };
}

export const quorumIn = ({ quorum }: MinutesRecord): Quorum => ({ present: quorum.present, base: quorum.base, needed: quorum.share_hundredths / 100, minimums: quorum.minimums, met: quorum.met });

/** A seat of the record by its number, as its name is made of. */
export const seatIn = (record: MinutesRecord, number: number | null): { readonly organisation: string | null; readonly constituency: string | null } | undefined => {
  const seat = record.seats.find((one) => one.seat === number);
  return seat === undefined ? undefined : { organisation: seat.organisation === null ? null : (record.labels.organisations[seat.organisation] ?? seat.organisation), constituency: seat.constituency };
};

/** A decision with its votes counted. */
export function talliedIn(decision: RecordDecision) {
  const tally = tallyOf(decision.votes);
  return { votes_for: tally.for, votes_against: tally.against, objections: tally.objection, abstentions: tally.abstain };
}

/** How many guests of each kind were there, and who of them may be named. */
export function guestsIn({ record, names }: Pick<MinutesView, 'record' | 'names'>, excused: boolean): { readonly capacity: GuestCapacity; readonly affiliation: string | null; readonly name: string | null; readonly key: string }[] {
  return record.guests.filter((guest) => (guest.presence === 'excused') === excused)
    .map(({ person, capacity, affiliation }) => ({ capacity, affiliation, name: names[person] ?? null, key: String(person) }));
}
