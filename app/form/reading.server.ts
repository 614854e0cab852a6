import type { Submission } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { data } from '@remix-run/node';
import type { z } from 'zod';
import type { Problem } from '#app/access/result';
import { textFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';
import { keyName, versionName } from './hidden';
import { isId } from '#app/platform/identity';
import { sentenceFor, translated } from './sentences.server';

/** A form as it was posted: either its value, or what is wrong with it, ready to be shown with what was typed. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value; readonly submission: string | undefined; readonly version: number | undefined; readonly answer: Answer }
  | { readonly ok: false; readonly reply: ReturnType<typeof unprocessable> };

/** Turns problems found later (by a rule, under the lock, by a constraint) into the same kind of answer. */
type Answer = (problems: readonly Problem[]) => ReturnType<typeof unprocessable>;

/** The fields of a request; anything that is no form is a plain 400. Control characters that no text has are taken out. */
export async function fieldsOf(request: Request): Promise<FormData> {
  let posted: FormData;
  try {
    posted = await request.formData();
  } catch {
    throw new Response('This is not a form.', { status: 400 });
  }
  const fields = new FormData();
  for (const [name, value] of posted) fields.append(clean(name), typeof value === 'string' ? clean(value) : value);
  return fields;
}

// Controls except tab and line ends: they cannot be stored, and nobody types them.
const controls = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]', 'g');
const clean = (text: string): string => text.replace(controls, '').replaceAll('\r\n', '\n').toWellFormed();

/** Reads and checks a form. Messages are sentences in the reader's language. */
export function readForm<Schema extends z.ZodType>(fields: FormData, schema: Schema, language: Language): Reading<z.output<Schema>> {
  const submission = parseWithZod(fields, {
    schema,
    error: (issue) => sentenceFor(issue, language),
    formatError: (issues: readonly z.core.$ZodIssue[]) => issues.map((issue) => translated(issue, language)),
  }) as Submission<unknown, string[], z.output<Schema>>;
  if (submission.status !== 'success') return { ok: false, reply: unprocessable(submission.reply()) };
  const key = fields.get(keyName);
  const version = Number(fields.get(versionName) ?? Number.NaN);
  return {
    ok: true,
    value: submission.value,
    submission: typeof key === 'string' && isId(key) ? key : undefined,
    version: Number.isInteger(version) ? version : undefined,
    answer: (problems) => unprocessable(submission.reply(errorsOf(problems, language))),
  };
}

const unprocessable = (reply: ReturnType<Submission<unknown>['reply']>) => data(reply, { status: 422 });

function errorsOf(problems: readonly Problem[], language: Language): { formErrors: string[]; fieldErrors: Record<string, string[]> } {
  const text = textFor(language, 'form');
  const fieldErrors: Record<string, string[]> = {};
  const formErrors: string[] = [];
  for (const one of problems) {
    const message = text(one.code, one.values);
    if (one.field === undefined) formErrors.push(message);
    else fieldErrors[one.field] = [...(fieldErrors[one.field] ?? []), message];
  }
  return { formErrors, fieldErrors };
}
