import { speakerOf, type QuorumInputs, type SnapshotSeat } from '#app/working-groups/sessions/model';

/** A vote that was given on a ballot: whose seat, and who spoke for it. */
export interface CastVote {
  readonly seat_id: string;
  readonly person_id: string;
  readonly vote: string;
}

/** WG-5: seats that can vote at all: those of the base. */
export const votingSeats = <Seat extends SnapshotSeat>(seats: readonly Seat[]): readonly Seat[] => seats.filter((seat) => seat.voting && !seat.on_leave);

/** The seats for which somebody speaks now; nobody votes for a seat for which another speaks. */
export function seatsOfSpeaker({ seats, attendances }: Pick<QuorumInputs, 'seats' | 'attendances'>, person: string): readonly string[] {
  return votingSeats(seats).filter((seat) => speakerOf(seat, attendances) === person).map((seat) => seat.seat_id);
}

/**
 * WG-5: a vote counts where who gave it speaks for the seat at the moment the ballot closes. An alternate's vote falls away when the holder
 * comes, and anybody's when they leave: so there are never more votes than seats in the quorum.
 */
export function countedVotes<Vote extends CastVote>({ seats, attendances }: Pick<QuorumInputs, 'seats' | 'attendances'>, votes: readonly Vote[]): readonly Vote[] {
  const speakers = new Map(votingSeats(seats).map((seat) => [seat.seat_id, speakerOf(seat, attendances)]));
  return votes.filter((vote) => speakers.get(vote.seat_id) === vote.person_id);
}
