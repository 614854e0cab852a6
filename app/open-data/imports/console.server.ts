import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SystemActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import type { Problem } from '#app/access/result';
import type { Text } from '#app/languages/catalogue';
import { textFor } from '#app/languages/catalogues.server';
import { WrongUsage, type Asked, type Command, type Outcome } from '#app/platform/console.server';
import { readableKinds } from './input.server';
import { checkFile, fileProblem, importFile } from './operations.server';
import { importDesk, importPolicy } from './policy';
import { errorsOf } from './queries.server';
import { DEFAULT_LIMITS, megabytes } from './source/limits';
import { rowErrorText } from './words';

const operator: SystemActor = { kind: 'system', name: 'console' };
/** Built at its first use: most commands say nothing of imports. */
const words = (): Text => textFor('en', 'open-data');

/** The same import as the page's, at once: what a dry run would do is shown with `--dry-run`. */
export const importCommand: Command = {
  usage: '[KIND] FILE [--dry-run] [--group REF --zone ZONE]',
  does: `takes in a published file (${readableKinds.join(', ')}); KIND is recognised from the file where it is left out; a programme of sessions needs its group and time zone`,
  options: { 'dry-run': { type: 'boolean' }, group: { type: 'string' }, zone: { type: 'string' } },
  words: [1, 2],
  run: (asked) => takeFile(asked, asked.words.length === 2 ? (asked.words[0] ?? null) : null, asked.words.at(-1) ?? ''),
};

export const ratesCommand: Command = {
  usage: 'FILE [--dry-run]',
  does: 'takes in exchange rates (Date, Rate, Currency; units per 1 USD)',
  options: { 'dry-run': { type: 'boolean' } },
  words: [1, 1],
  run: (asked) => takeFile(asked, 'rates', asked.words[0] ?? ''),
};

async function takeFile({ flag, option, now }: Asked, word: string | null, path: string): Promise<Outcome> {
  const kind = word === null ? null : readableKinds.find((one) => one === word);
  if (kind === undefined) throw new WrongUsage(`"${word ?? ''}" is not one of ${readableKinds.join(', ')}.`);
  const bytes = await bytesOf(path);
  if (!(bytes instanceof Uint8Array)) return refusal([bytes]);
  const granted = permit(importPolicy.run, operator, importDesk);
  const dry = flag('dry-run');
  const result = await (dry ? checkFile : importFile)(granted, { now }, { name: basename(path), bytes, kind, programme: { group: option('group') ?? null, zone: option('zone') ?? null } });
  if (!result.ok) return refusal(result.problems);
  const { counts } = result.value;
  const text = words();
  const errors = (await errorsOf(operator, result.value.id)).map((error) => ({ row: error.row, column: error.column, code: error.code, message: rowErrorText(text, error) }));
  const facts = { read: counts.read, new: counts.new, changed: counts.changed, unchanged: counts.unchanged, errors, kind: result.value.kind, dry_run: dry };
  const told = errors.map(({ row, column, message }) => text('imports.console.error', { row, column: column ?? '–', message }));
  const summary = text('imports.page.counts', { new: counts.new, changed: counts.changed, unchanged: counts.unchanged, errors: counts.inError });
  return { lines: [...told, summary, ...(dry ? [text('imports.console.dry')] : [])], facts };
}

/** The bytes of a file, or why they cannot be had. A file beyond the limit is never read. */
async function bytesOf(path: string): Promise<Uint8Array | Problem> {
  try {
    const { size } = await stat(path);
    if (size > DEFAULT_LIMITS.bytes) return fileProblem({ code: 'file-too-large', values: { found: megabytes(size), limit: megabytes(DEFAULT_LIMITS.bytes) } });
    return await readFile(path);
  } catch (error) {
    return { code: 'open-data:imports.console.unreadable', values: { path, why: error instanceof Error ? error.message : String(error) } };
  }
}

function refusal(problems: readonly Problem[]): Outcome {
  const text = words();
  const lines = problems.map((one) => text(one.code, one.values));
  return { refused: true, lines, facts: { refused: problems.map((one) => one.code.replace(/^.*[.:]/, '')), message: lines.join(' ') } };
}
