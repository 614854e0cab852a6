import { initCommand } from './accounts/console.server';
import { exportCommand } from './open-data/exports/console.server';
import { importCommand, ratesCommand } from './open-data/imports/console.server';
import { prepare } from './installation.server';
import { helpOf, readArguments, WrongUsage, type Command, type Outcome, type Typed } from './platform/console.server';
import { closeDatabase } from './platform/database.server';
import { verifyCommand } from './verify-command.server';
import { ConfigurationError, readEnvironment, type Environment } from './platform/environment.server';

/** What the command line knows, by name. The same operations as the pages. */
const commands: Readonly<Record<string, Command>> = {
  init: initCommand,
  import: importCommand,
  rates: ratesCommand,
  export: exportCommand,
  verify: verifyCommand,
};

/** Exit status: 0 done, 1 refused (nothing changed) or failed, 2 wrong usage. */
type Status = 0 | 1 | 2;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const write = (bytes: Uint8Array): Promise<void> => new Promise((resolve, reject) => process.stdout.write(bytes, (error) => (error ? reject(error) : resolve())));
const printError = (line: string): void => void process.stderr.write(`${line}\n`);

/** Runs `npm run concord -- COMMAND …`; resolves with the exit status. With `--json` one line of JSON is printed and nothing else. */
export async function command(argv: readonly string[]): Promise<Status> {
  const [name = '', ...args] = argv;
  const chosen = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (chosen === undefined) {
    const asksForHelp = ['help', '--help', '-h'].includes(name);
    (asksForHelp ? print : printError)(helpOf(commands));
    return asksForHelp ? 0 : 2;
  }
  try {
    const typed = readArguments(chosen, args);
    const outcome = await runPrepared(chosen, typed, readEnvironment(process.env));
    const show = outcome.refused === true ? printError : print;
    if (outcome.written === true) return 0;
    if (typed.values['json'] === true) print(JSON.stringify(outcome.facts));
    else for (const line of outcome.lines) show(line);
    return outcome.refused === true ? 1 : 0;
  } catch (error) {
    if (error instanceof WrongUsage) printError(`${error.message}\nUsage: npm run concord -- ${name} ${chosen.usage} [--json]`);
    else printError(error instanceof Error ? error.message : String(error));
    return error instanceof WrongUsage || error instanceof ConfigurationError ? 2 : 1;
  }
}

/** With the database open; never loads the demonstration, which only a start of the portal does. */
async function runPrepared(chosen: Command, { words, values }: Typed, environment: Environment): Promise<Outcome> {
  const say = values['json'] === true ? () => undefined : printError;
  const installation = await prepare({ ...environment, demo: false }, say);
  try {
    const option = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
    const options = (name: string) => [values[name] ?? []].flat().filter((value) => typeof value === 'string');
    return await chosen.run({ words, option, options, flag: (name) => values[name] === true, environment, now: new Date(), say, write });
  } finally {
    await closeDatabase();
    await installation.stop();
  }
}
