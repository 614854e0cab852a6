import { holds, holdsAnywhere, isPortal, spokenFor, type Actor } from '#app/access/actor';
import { all, allow, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { takesFiles } from '#app/records/sources/policy';
import type { ImportKind } from './model';

export const importStatuses = ['checked', 'applied', 'abandoned'] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** The desk where files are taken in: for everybody, or for one organisation that reports on itself. */
export interface ImportDesk {
  readonly desk: 'imports';
  readonly organisation_id: string | null;
}
export const importDesk: ImportDesk = { desk: 'imports', organisation_id: null };
export const deskOf = (organisation_id: string | null): ImportDesk => ({ desk: 'imports', organisation_id });

export interface ImportRef {
  readonly id: string;
  readonly status: string;
  /** Whose file it is, where an organisation reports for itself. */
  readonly organisation_id: string | null;
}

/** What an organisation brings of its own: aid data that it publishes anyway. */
export const ownKinds = ['iati-file', 'activities', 'participating-orgs', 'budgets', 'transactions'] as const satisfies readonly ImportKind[];
export const isOwnKind = (kind: ImportKind): boolean => ownKinds.some((own) => own === kind);

const isChecked = ({ status }: ImportRef): Decision => allowIf(status === 'checked', 'access:reasons.not_now');

/** Who speaks for an organisation brings its files. */
const reportsFor = (actor: Actor, organisation_id: string | null): boolean => organisation_id !== null && holds(actor, ['org_admin', 'focal_point', 'deputy_focal_point'], { organisation_id });

/** Whoever imports for all, and who speaks for the organisation whose file it is. */
const takes = (actor: Actor, organisation_id: string | null): Decision => (reportsFor(actor, organisation_id) ? allow : takesFiles(actor));

export const importPolicy = {
  /** The auditor reads what others took in; who speaks for an organisation, what it brought itself. */
  list: rule('import:list', (actor: Actor, { organisation_id }: ImportDesk): Decision => (holdsAnywhere(actor, ['auditor']) || reportsFor(actor, organisation_id) ? allow : takesFiles(actor))),
  run: rule('import:run', (actor: Actor, { organisation_id }: ImportDesk): Decision => (isPortal(actor, 'console') || reportsFor(actor, organisation_id) ? allow : takesFiles(actor))),
  /** Writes what a dry run has shown. */
  apply: rule('import:apply', (actor: Actor, one: ImportRef): Decision => all(() => takes(actor, one.organisation_id), () => isChecked(one))),
  abandon: rule('import:abandon', (actor: Actor, one: ImportRef): Decision => all(() => takes(actor, one.organisation_id), () => isChecked(one))),
};

/** Whose imports somebody sees: all of them, or those of the organisations that they speak for. */
export function importsSeenBy(actor: Actor): 'all' | readonly string[] {
  return importPolicy.list.decide(actor, importDesk).allowed ? 'all' : spokenFor(actor).organisations;
}

/** The desk where somebody reads imports: everybody's where they may, else that of their own organisation. */
export const deskFor = (actor: Actor): ImportDesk => {
  const seen = importsSeenBy(actor);
  return seen === 'all' ? importDesk : deskOf(seen[0] ?? null);
};
