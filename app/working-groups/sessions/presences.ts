import { quorumOf, type Attendance, type Quorum, type QuorumInputs } from './model';

/** A note of the log: what became of somebody on a seat, and when. */
export interface LoggedPresence extends Attendance {
  readonly at: Date;
}

export interface QuorumChange {
  readonly at: Date;
  readonly what: 'reached' | 'lost' | 'regained';
  readonly quorum: Quorum;
}

/** When the quorum was reached, lost and regained: notes of one instant count together, whatever their order. */
export function quorumChanges({ seats, terms }: Pick<QuorumInputs, 'seats' | 'terms'>, log: readonly LoggedPresence[]): readonly QuorumChange[] {
  const latest = new Map<string, LoggedPresence>();
  const changes: QuorumChange[] = [];
  for (const [index, note] of log.entries()) {
    latest.set(`${note.seat_id} ${note.person_id}`, note);
    if (log[index + 1]?.at.getTime() === note.at.getTime()) continue;
    const quorum = quorumOf({ seats, attendances: [...latest.values()], terms });
    if (quorum.met === (changes.at(-1)?.quorum.met ?? false)) continue;
    changes.push({ at: note.at, what: quorum.met ? (changes.length === 0 ? 'reached' : 'regained') : 'lost', quorum });
  }
  return changes;
}
