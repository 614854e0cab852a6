import type { Language } from '#app/languages/language';
import type { Outcome, ItemKind } from '#app/working-groups/agenda/model';
import type { DecisionStatus, VoteKind } from '#app/working-groups/decisions/model';
import type { DecisionRule, SeatRole } from '#app/working-groups/model';
import type { Mode, Presence, Purpose } from '#app/working-groups/sessions/model';
import type { AmendmentStatus, GuestCapacity, GuestPresence } from './model';

/** A person is a number; their name lies apart, behind the commitment of that number, so that the record holds without it. */
export type PersonNumber = number;

/**
 * The file of record: what a session was and did, in an order and in words that do not depend on the reader. Percentages are hundredths.
 * Types instead of interfaces: they are values that can be written canonically.
 */
export type MinutesRecord = {
  readonly format: 'concord-minutes';
  readonly rule: number;
  readonly ref: string | null;
  readonly language: Language;
  readonly labels: Labels;
  readonly session: {
    readonly ref: string; readonly group: string; readonly number: number; readonly title: string; readonly purpose: Purpose; readonly starts_at: string; readonly ends_at: string | null;
    readonly started_at: string | null; readonly adjourned_at: string | null; readonly time_zone: string; readonly mode: Mode | null; readonly place: string | null; readonly typed_in_at: string | null;
    readonly summary: string | null;
  };
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly seats: readonly RecordSeat[];
  readonly guests: readonly RecordGuest[];
  readonly quorum: RecordQuorum & { readonly terms: number | null; readonly rule: DecisionRule };
  readonly opening: string;
  readonly items: readonly RecordItem[];
  readonly closing: string;
  readonly decisions: readonly RecordDecision[];
  readonly actions: readonly RecordAction[];
  readonly amendments: readonly RecordAmendment[];
  /** Commitments to names: the SHA-256 of salt, line feed, name; the first is person 1. */
  readonly people: readonly string[];
};

/** Names of organisations and groups as they were: they may change later, which changes nothing in the record. */
export type Labels = { readonly coalition: string; readonly group: string; readonly organisations: Readonly<Record<string, string>> };

export type RecordQuorum = {
  readonly present: number; readonly base: number; readonly share_hundredths: number; readonly met: boolean;
  readonly minimums: readonly { readonly constituency: string; readonly seats: number; readonly present: number }[];
};
export type RecordSeat = {
  readonly seat: number; readonly organisation: string | null; readonly constituency: string | null; readonly role: SeatRole; readonly voting: boolean; readonly on_leave: boolean;
  readonly holder: PersonNumber | null; readonly holder_presence: Presence | null; readonly alternate: PersonNumber | null; readonly alternate_presence: Presence | null;
};
export type RecordGuest = { readonly person: PersonNumber; readonly affiliation: string | null; readonly capacity: GuestCapacity; readonly presence: GuestPresence };
export type RecordItem = {
  readonly item: number; readonly section: string | null; readonly title: string; readonly kind: ItemKind; readonly minutes: number | null;
  readonly presenter: string | null; readonly presenter_person: PersonNumber | null; readonly outcome: Outcome | null; readonly text: string;
};
export type RecordDecision = {
  readonly ref: string; readonly item: number | null; readonly text: string; readonly rule: DecisionRule; readonly status: DecisionStatus; readonly adopted_on: string | null; readonly dissent: string | null;
  readonly quorum: RecordQuorum & { readonly at: string };
  readonly votes: readonly { readonly seat: number; readonly person: PersonNumber; readonly vote: VoteKind; readonly words: string | null }[];
};
export type RecordAction = { readonly ref: string; readonly item: number | null; readonly text: string; readonly seat: number | null; readonly owner: PersonNumber; readonly due_on: string };
export type RecordAmendment = {
  /** `0` is the opening, the number of an item, or one more than the last item for the closing. */
  readonly number: number; readonly passage: number; readonly seat: number; readonly old_words: string; readonly new_words: string; readonly reason: string;
  readonly status: AmendmentStatus; readonly answer: string | null;
};

export const parseRecord = (record: string): MinutesRecord => JSON.parse(record) as MinutesRecord;
