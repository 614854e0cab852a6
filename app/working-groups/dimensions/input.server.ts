import { z } from 'zod';
import { languages } from '#app/languages/language';
import { day, line, orNone } from '#app/working-groups/input.server';

const names = Object.fromEntries(languages.map((language) => [`name_${language}`, orNone(line)])) as Record<`name_${(typeof languages)[number]}`, ReturnType<typeof orNone<typeof line>>>;

/** Names in any of the six languages, in at least one; its place among the others; its last day, where it has one. */
export const dimensionInput = z.object({ ...names, position: orNone(z.number().int().min(1).max(999)), ended_on: orNone(day) })
  .transform(({ position, ended_on, ...typed }) => ({ position, ended_on, names: languages.flatMap((language) => (typed[`name_${language}`] === null ? [] : [{ language, name: typed[`name_${language}`] ?? '' }])) }));
