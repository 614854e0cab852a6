import { z } from 'zod';

/** A part of the whole in per cent. */
export const share = z.string({ error: 'financing:problems.share' }).regex(/^\d{1,3}(?:\.\d{1,4})?$/, { error: 'financing:problems.share' })
  .refine((typed) => Number(typed) > 0 && Number(typed) <= 100, { error: 'financing:problems.share' });

/** The fields of one row as they were typed. */
export type TypedRow = Readonly<Record<string, string | undefined>>;

/**
 * Rows of a form as they were posted. A row that was left empty says nothing; a message stands at the row that was typed.
 * @param complete fills in what follows from the rows together
 */
export function rows<Row>(fields: readonly string[], row: z.ZodType<Row>, complete: (typed: TypedRow, filled: readonly TypedRow[]) => TypedRow = (typed) => typed) {
  const typedRow = z.object(Object.fromEntries(fields.map((name) => [name, z.string().trim().optional()])));
  return z.array(typedRow).max(30).transform((typed, context): Row[] => {
    const filled = typed.filter((one) => fields.some((name) => one[name] !== undefined && one[name] !== ''));
    return typed.flatMap((one, at) => {
      if (!filled.includes(one)) return [];
      const read = row.safeParse(complete(one, filled));
      if (read.success) return [read.data];
      for (const issue of read.error.issues) context.addIssue({ code: 'custom', message: issue.message, path: [at, ...issue.path] });
      return [];
    });
  });
}
