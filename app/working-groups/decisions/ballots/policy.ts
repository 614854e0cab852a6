import type { Actor } from '#app/access/actor';
import { all, allowIf } from '#app/access/decision';
import { rule } from '#app/access/permit';

/** A ballot with who may vote on it at this moment: the speakers of the voting seats, as they are noted. */
export interface BallotRef {
  readonly id: string;
  readonly session_id: string;
  readonly running: boolean;
  readonly speakers: readonly string[];
}

export const ballotPolicy = {
  /** WG-5: who speaks for a voting seat at that moment, and nobody else. */
  vote: rule('ballot:vote', (actor: Actor, ballot: BallotRef) => all(
    () => allowIf(actor.kind === 'person' && ballot.speakers.includes(actor.id), 'working-groups:reasons.speaks_for_no_seat'),
    () => allowIf(ballot.running, 'working-groups:reasons.ballot_over'),
  )),
};
