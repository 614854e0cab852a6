import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Environment } from './environment.server';

/** A command of the command line. */
export interface Command {
  /** What follows the command's name: `--admin NAME --mail ADDRESS`. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly does: string;
  readonly options?: ParseArgsConfig['options'];
  /** Options that have to be given. */
  readonly needs?: readonly string[];
  /** How many words without a dash it takes, at least and at most. */
  readonly words?: readonly [least: number, most: number];
  /** Runs with the database open. Throw `WrongUsage` for what was typed wrongly; a refusal is an outcome. */
  readonly run: (asked: Asked) => Promise<Outcome>;
}

export interface Asked {
  readonly words: readonly string[];
  /** Options that were given, by name. */
  readonly option: (name: string) => string | undefined;
  /** All values of an option that may be given several times. */
  readonly options: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
  readonly environment: Environment;
  readonly now: Date;
  /** Shows progress to the person at the terminal; silent with `--json`. */
  readonly say: (line: string) => void;
  /** Writes to standard output, for what is a file rather than an answer. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
}

/** What a command has done: lines for people, facts for machines. `refused` means that nothing was changed. */
export interface Outcome {
  readonly refused?: boolean;
  /** The command has written its answer itself. */
  readonly written?: boolean;
  readonly lines: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
}

export class WrongUsage extends Error {}

export interface Typed {
  readonly words: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

/** Reads what was typed after the command's name; throws WrongUsage with what is wrong. */
export function readArguments(command: Command, args: readonly string[]): Typed {
  const [least, most] = command.words ?? [0, 0];
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: { ...command.options, json: { type: 'boolean' } }, allowPositionals: most > 0, strict: true });
    if (positionals.length < least || positionals.length > most) throw new WrongUsage(positionals.length < least ? 'Something is missing.' : `"${positionals[most] ?? ''}" is not understood.`);
    const missing = command.needs?.find((name) => (values as Typed['values'])[name] === undefined);
    if (missing !== undefined) throw new WrongUsage(`--${missing} is missing.`);
    return { words: positionals, values: values as Typed['values'] };
  } catch (error) {
    if (error instanceof TypeError) throw new WrongUsage(error.message);
    throw error;
  }
}

/** The command and its usage in a fixed column. */
export function helpOf(commands: Readonly<Record<string, Command>>): string {
  const rows = Object.entries(commands).map(([name, command]) => [`${name} ${command.usage}`.trim(), command.does] as const);
  const width = Math.max(...rows.map(([usage]) => usage.length));
  return ['Usage: npm run concord -- COMMAND [--json]', '', ...rows.map(([usage, does]) => `  ${usage.padEnd(width)}  ${does}`)].join('\n');
}
