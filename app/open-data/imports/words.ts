import type { Text } from '#app/languages/catalogue';
import type { Departure, FileProblem, Note, Repeat, RowError } from './model';

/** What happened, in words. `text` looks up in the catalogue of `open-data`. */
export function rowErrorText(text: Text, { code, values }: RowError): string {
  const { why, ...shown } = values;
  // What a domain refuses is said in its own words.
  return text(`imports.errors.${code}`, why === undefined ? values : { ...shown, why: text(String(why), shown) });
}
export const departureText = (text: Text, { code, values }: Departure): string => text(`imports.departures.${code}`, values);
export const fileProblemText = (text: Text, problem: FileProblem): string => text(`imports.problems.${problem.code}`, problem.values);
export const noteText = (text: Text, note: Note): string => text(`imports.notes.${note.code}`, note.values);
export const repeatText = (text: Text, repeat: Repeat): string => text(`imports.repeats.${repeat.because}`, { row: repeat.row });
