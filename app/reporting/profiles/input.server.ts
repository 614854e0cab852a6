import { z } from 'zod';
import { subjectKinds, type Subject } from '#app/reporting/figures/subjects';
import type { Chosen } from './candidates.server';

/** A subject as addresses and forms spell it: `country-KE`. */
export function readSubject(text: string): Subject | undefined {
  const [, kind, ref] = /^(country|group|member)-([A-Za-z0-9-]{1,40})$/.exec(text) ?? [];
  const of = subjectKinds.find((one) => one === kind);
  return of === undefined || ref === undefined ? undefined : { kind: of, ref };
}

/** Whom the address of the page chooses: all of some kinds, and single ones. */
export function chosenIn(params: URLSearchParams): Chosen {
  const all = params.getAll('all');
  return { sets: subjectKinds.filter((kind) => all.includes(kind)), subjects: subjectKinds.flatMap((kind) => readSubject(`${kind}-${params.get(kind) ?? ''}`) ?? []) };
}

/** Those whom the page showed. */
export const profilesInput = z.object({
  subjects: z.union([z.string(), z.array(z.string())], { error: 'reporting:problems.nobody_chosen' }).transform((posted) => [posted].flat().slice(0, 5000).flatMap((one) => readSubject(one) ?? [])),
});

/** The version that is replaced by the first text, once somebody has seen both. */
export const draftInput = z.object({ replaces: z.coerce.number().int().min(1).max(1_000_000).optional() });
