import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import { permit, type Permit, type Rule } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import type { Result } from '#app/access/result';
import type { Occasion } from '#app/access/transaction.server';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { requireLanguage } from '#app/languages/request.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { findOutcome, type OutcomeRecord } from './queries.server';

type Args = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>;

/** The number in an address; what is none is that of no report. */
const numberIn = (text: string | undefined): number => (/^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : 0);

/** Who asks, signed in, and the report of the address, where they may read it. */
export async function requireOutcome({ request, params, context }: Args) {
  const viewer = await requirePerson(context, request);
  const view = { language: languageOf(request, viewer), now: context.now };
  const report = await findOutcome(viewer, params['ref'] ?? '', numberIn(params['number']), view);
  if (report === undefined) throw notFound();
  return { viewer, view, report };
}

/** The same of a public page, in the language of its address. */
export async function readOutcome({ params, context }: Pick<Args, 'params' | 'context'>) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const report = await findOutcome(viewer, params['ref'] ?? '', numberIn(params['number']), view);
  if (report === undefined) throw notFound();
  return { viewer, view, report };
}

/** The report as a page of an act names it, where the viewer may act. */
export async function askedStep<Name extends string>(args: Args, rule: Rule<Name, OutcomeRecord>) {
  const found = await requireOutcome(args);
  return { ...found, granted: permit(rule, found.viewer, found.report) };
}

/** Reads the form of an act, acts, and leads back to the report. */
export async function takeStep<Name extends string, Schema extends z.ZodType>(
  args: ActionFunctionArgs, rule: Rule<Name, OutcomeRecord>, input: Schema,
  act: (granted: Permit<Name, OutcomeRecord>, occasion: Occasion, version: number, form: z.output<Schema>) => Promise<Result<unknown>>, anchor = '',
) {
  const { view, report, granted } = await askedStep(args, rule);
  const reading = readForm(await fieldsOf(args.request), input, view.language);
  if (!reading.ok) return reading.reply;
  const result = await act(granted, occasionOf(args.context, reading.submission), reading.version ?? report.version, reading.value);
  return result.ok ? redirect(paths.in(view.language).outcome(report.group_ref, report.number) + anchor, 303) : reading.answer(result.problems);
}

/** What an act's page says of its report. */
export const subjectOf = ({ group_ref, group_name, number, title, title_language, version, status, kind }: OutcomeRecord) => ({ group_ref, group_name, number, title, title_language, version, status, kind });
export type OutcomeSubject = ReturnType<typeof subjectOf>;
