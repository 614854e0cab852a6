import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import { permit, type Permit, type Rule } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import type { Result } from '#app/access/result';
import type { Occasion } from '#app/access/transaction.server';
import { languageOf, requireConfirmed, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { database } from '#app/platform/database.server';
import { notFound } from '#app/platform/http/answers.server';
import { findSession } from '#app/working-groups/sessions/queries.server';
import { minutesRefOf } from './lock.server';
import type { MinutesRef } from './policy';

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** The session that a path names, with what decides about its minutes, and who asks. */
export async function minutesAt({ request, params, context }: Args, sure: 'signed_in' | 'confirmed' = 'signed_in') {
  const viewer = await (sure === 'confirmed' ? requireConfirmed : requirePerson)(context, request);
  const language = languageOf(request, viewer);
  const found = await findSession(viewer, params['ref'] ?? '', { language, now: context.now });
  if (found === undefined) throw notFound();
  return { viewer, language, session: await minutesRefOf(database(), found) };
}

interface Act<Name extends string, Schema extends z.ZodType> {
  readonly rule: Rule<Name, MinutesRef>;
  readonly input: Schema;
  /** Whether who acts shows who they are again. */
  readonly sure?: 'confirmed';
  readonly run: (granted: Permit<Name, MinutesRef>, occasion: Occasion, value: z.output<Schema>) => Promise<Result<unknown>>;
  readonly to?: string;
}

/** One act on the minutes: asked, permitted, read, done; then back to where they are worked on. */
export async function actOnMinutes<Name extends string, Schema extends z.ZodType>(args: ActionFunctionArgs, { rule, input, sure, run, to = '' }: Act<Name, Schema>) {
  const { viewer, language, session } = await minutesAt(args, sure);
  const granted = permit(rule, viewer, session);
  const reading = readForm(await fieldsOf(args.request), input, language);
  if (!reading.ok) return reading.reply;
  const result = await run(granted, occasionOf(args.context, reading.submission), reading.value);
  return result.ok ? redirect(`${paths.minutesWork(session.ref)}${to}`, 303) : reading.answer(result.problems);
}
