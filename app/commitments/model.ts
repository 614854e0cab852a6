/** The words of a commitment and its life. Pure: today comes in from outside. */
export const commitmentTypes = ['policy', 'programme', 'finance', 'capacity', 'content', 'infrastructure', 'advocacy', 'data'] as const;
export type CommitmentType = (typeof commitmentTypes)[number];

export const statuses = [
  'draft', 'submitted', 'returned', 'verified', 'published', 'reached_on_time', 'reached_late', 'not_reached', 'withdrawn', 'superseded',
] as const;
export type Status = (typeof statuses)[number];

/** Characters of a title: published ones from elsewhere take up to 242. */
export const longestTitle = 300;

export const visibilities = ['private', 'coalition', 'members', 'public'] as const;
export type Visibility = (typeof visibilities)[number];
/** Whether fewer may read what has the one visibility than what has the other. */
export const isLessOpen = (one: string, other: string): boolean => visibilities.findIndex((name) => name === one) < visibilities.findIndex((name) => name === other);

/** What is counted, in words that exist in every language; anything else is kept as it was typed. */
export const units = ['schools', 'learning_places', 'learners', 'teachers', 'devices', 'resources', 'percent'] as const;
/** What a form offers: a unit of the list, or another one that is typed. */
export const anotherUnit = 'other';
export const unitChoices = [...units, anotherUnit] as const;
export type Unit = (typeof units)[number];
export const isUnit = (text: string | null): text is Unit => units.some((unit) => unit === text);

/** CO-6: final states take no updates and no other state follows. */
export const finalStatuses = ['reached_on_time', 'reached_late', 'not_reached', 'withdrawn', 'superseded'] as const satisfies readonly Status[];
export const isFinal = (status: Status): boolean => finalStatuses.some((one) => one === status);

/** Which acts a state allows. Each is a resource of its own with its own permission. */
export const acts = {
  edit: ['draft', 'returned'],
  delete: ['draft'],
  submit: ['draft', 'returned'],
  return: ['submitted', 'verified'],
  verify: ['submitted'],
  publish: ['verified'],
  withdraw: ['submitted', 'returned', 'verified', 'published'],
  finish: ['published'],
  record_progress: ['published'],
  amend: ['published'],
  /** What may be said of it without changing the promise: partners, milestones. */
  plan_milestone: ['draft', 'returned', 'published'],
  complete: ['draft', 'submitted', 'returned', 'verified', 'published'],
  supersede: ['published'],
} as const satisfies Readonly<Record<string, readonly Status[]>>;
export type Act = keyof typeof acts;

export function allows(act: Act, status: Status): boolean {
  const from: readonly Status[] = acts[act];
  return from.includes(status);
}

/** Days within which the secretariat has promised an answer to what was submitted. */
export const answerWithinWorkingDays = 10;

/** Days between verification and publication, days in which the lead mends what came back, both as promised. */
export const publishWithinWorkingDays = 2;
export const mendWithinWorkingDays = 20;

/** What a person decided about a commitment and when: the reached ones are told apart by their day. */
export type Outcome = { readonly reached_on: string } | { readonly reached_on: null };

/** Reaching a target late is not the same as reaching it on time: one goal that was late makes the commitment late. */
export function finalStatusOf(outcome: Outcome, late: boolean): 'reached_on_time' | 'reached_late' | 'not_reached' {
  if (outcome.reached_on === null) return 'not_reached';
  return late ? 'reached_late' : 'reached_on_time';
}

/** What a decision about a commitment needs to know of it; a row of the table has it all. */
export interface CommitmentRef {
  readonly id: string;
  readonly coalition_id: string;
  readonly lead_organisation_id: string | null;
  readonly lead_country_iso2: string | null;
  readonly status: Status;
  readonly submitted_by: string | null;
}

/** Who leads: an organisation or a country, never both. */
export type NewCommitment = Pick<CommitmentRef, 'coalition_id' | 'lead_organisation_id' | 'lead_country_iso2'>;
