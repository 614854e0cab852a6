import { anyone } from '#app/access/actor';
import { isLanguage, languages } from '#app/languages/language';
import { WrongUsage, type Command } from '#app/platform/console.server';
import { bytesOf } from '#app/table/files/answer.server';
import { exportLists } from './lists.server';
import { exportKinds } from './model';

/** Writes the bytes of a list's CSV address, as the public gets it; with `--json` those of its JSON address. */
export const exportCommand: Command = {
  usage: 'KIND [--filter NAME=VALUE] [--language en]',
  does: `writes a public list to standard output (${exportKinds.join(', ')})`,
  options: { filter: { type: 'string', multiple: true }, language: { type: 'string' } },
  words: [1, 1],
  run: async ({ words, option, options, flag, now, write }) => {
    const kind = exportKinds.find((one) => one === words[0]);
    if (kind === undefined) throw new WrongUsage(`"${words[0] ?? ''}" is not one of ${exportKinds.join(', ')}.`);
    const language = option('language') ?? 'en';
    if (!isLanguage(language)) throw new WrongUsage(`--language takes one of ${languages.join(', ')}.`);
    const list = exportLists[kind];
    const table = list.open(anyone, filtersOf(options('filter'), list.filters), { language, now });
    for await (const bytes of bytesOf(table, flag('json') ? 'json' : 'csv')) await write(bytes);
    return { written: true, lines: [], facts: {} };
  },
};

/** A filter that the list does not know is an error here, where a person types it: leaving it out would give them other rows. */
function filtersOf(given: readonly string[], known: readonly string[]): URLSearchParams {
  return new URLSearchParams(given.map((one) => {
    const at = one.indexOf('=');
    const name = one.slice(0, at);
    if (at < 1 || !known.includes(name)) throw new WrongUsage(`--filter takes NAME=VALUE, where NAME is one of ${known.join(', ')}.`);
    return [name, one.slice(at + 1)];
  }));
}
