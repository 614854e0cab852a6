/** One vote, as a table of days: whom each seat stands for on each of them. Slow and plain, to be held against what the database keeps (SE-5). */
export interface SeatOn {
  readonly organisation: string | null;
  readonly voting: boolean;
  readonly holder: string | null;
  readonly alternate: string | null;
  readonly on_leave: boolean;
}

export type Days = readonly (SeatOn | undefined)[];
/** By seat; the last day of the table stands for all that follow. */
export type Table = ReadonlyMap<string, Days>;

/** What a change makes of the days of a seat on which it stands. */
export const changed = (days: Days, from: number, until: number, change: Partial<SeatOn>): Days => days.map((one, day) => (one === undefined || day < from || day > until ? one : { ...one, ...change }));
export const ended = (days: Days, until: number): Days => days.map((one, day) => (day > until ? undefined : one));

/** Organisations that were merged into others, and from which day on. */
export interface Merger {
  readonly merged: string;
  readonly kept: string;
  readonly day: number;
}
const spokenFor = (organisation: string, mergers: readonly Merger[], day: number): string => {
  const into = mergers.find((one) => one.merged === organisation && one.day <= day);
  return into === undefined ? organisation : spokenFor(into.kept, mergers, day);
};

/** The days on which an organisation (with those merged into it), a holder or an alternate has two votes. */
export function daysOfTwoVotes(table: Table, mergers: readonly Merger[], length: number): readonly number[] {
  const twice = (names: readonly (string | null)[]) => names.some((name, at) => name !== null && names.indexOf(name) !== at);
  return Array.from({ length }, (_, day) => day).filter((day) => {
    const voting = [...table.values()].map((days) => days[day]).filter((one): one is SeatOn => one?.voting === true);
    return twice(voting.map((one) => (one.organisation === null ? null : spokenFor(one.organisation, mergers, day)))) || twice(voting.map((one) => one.holder)) || twice(voting.map((one) => one.alternate));
  });
}
