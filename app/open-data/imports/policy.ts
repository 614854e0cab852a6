import { holdsAnywhere, isPortal, type Actor } from '#app/access/actor';
import { all, allow, allowIf, type Decision } from '#app/access/decision';
import { rule } from '#app/access/permit';
import { takesFiles } from '#app/records/sources/policy';

export const importStatuses = ['checked', 'applied', 'abandoned'] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** The one desk where files are taken in. */
export interface ImportDesk {
  readonly desk: 'imports';
}
export const importDesk: ImportDesk = { desk: 'imports' };

export interface ImportRef {
  readonly id: string;
  readonly status: string;
}

const isChecked = ({ status }: ImportRef): Decision => allowIf(status === 'checked', 'access:reasons.not_now');

export const importPolicy = {
  /** The auditor reads what others took in. */
  list: rule('import:list', (actor: Actor, _: ImportDesk): Decision => (holdsAnywhere(actor, ['auditor']) ? allow : takesFiles(actor))),
  run: rule('import:run', (actor: Actor, _: ImportDesk): Decision => (isPortal(actor, 'console') ? allow : takesFiles(actor))),
  /** Writes what a dry run has shown. */
  apply: rule('import:apply', (actor: Actor, one: ImportRef): Decision => all(() => takesFiles(actor), () => isChecked(one))),
  abandon: rule('import:abandon', (actor: Actor, one: ImportRef): Decision => all(() => takesFiles(actor), () => isChecked(one))),
};

/** Whether somebody may see imports at all: whoever may not finds none. */
export const seesImports = (actor: Actor): boolean => importPolicy.list.decide(actor, importDesk).allowed;
