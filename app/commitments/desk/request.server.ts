import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import type { PersonActor } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { problem, type Result } from '#app/access/result';
import type { Occasion } from '#app/access/transaction.server';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { textFor } from '#app/languages/catalogues.server';
import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import { hrefOf, readState } from '#app/table/state';
import { commitmentList } from '../list/model';
import type { View } from '../readable.server';
import { mostAtOnce, type Chosen, type Refusal } from './model';
import type { Asked, Outcome } from './operations.server';
import { deskPolicy } from './policy';
import { chosenBy, sealOf } from './queries.server';

/** Before the act: how many it is done with, how many letters that sends, what is left and why. */
export interface Preview {
  readonly count: number;
  /** How many people are written to; undefined where none ever is. */
  readonly mails: number | undefined;
  readonly left: Outcome['left'];
  /** Why nothing can be done. */
  readonly none: string | undefined;
  /** How many can be done at once, where there are more. */
  readonly limit: number | undefined;
  readonly seen: string;
  readonly back: string;
}
/** After it. */
export interface Said {
  readonly outcome: Outcome;
}

interface AtDesk {
  readonly person: PersonActor;
  readonly view: View;
  readonly asked: URLSearchParams;
  readonly chosen: readonly Chosen[];
}

/** Who asks at the desk, and what they chose. */
export async function atDesk({ request, context }: Pick<LoaderFunctionArgs | ActionFunctionArgs, 'request' | 'context'>): Promise<AtDesk> {
  const person = await requirePerson(context, request);
  permit(deskPolicy.look, person, { desk: true });
  const view = { language: languageOf(request, person), now: context.now };
  const asked = new URL(request.url).searchParams;
  return { person, view, asked, chosen: await chosenBy(person, asked, view) };
}

export function previewOf({ view, asked, chosen }: AtDesk, refuses: (row: Chosen) => Refusal, mails?: (rows: readonly Chosen[]) => number): Preview {
  const t = textFor(view.language, 'commitments');
  const limit = chosen.length > mostAtOnce ? mostAtOnce : undefined;
  const rows = limit === undefined ? chosen.map((row) => ({ row, why: refuses(row) })) : [];
  const met = rows.flatMap(({ row, why }) => (why === undefined ? [row] : []));
  return {
    count: met.length, mails: mails?.(met), limit, seen: sealOf(chosen), back: hrefOf(paths.commitmentDesk(), commitmentList, readState(commitmentList, asked)),
    left: inWords(rows.flatMap(({ row: { ref, title }, why }) => (why === undefined ? [] : [{ ref, title, why }])), view.language),
    none: met.length > 0 || limit !== undefined ? undefined : t(chosen.length === 0 ? 'desk_list.none_chosen' : 'desk_list.none_left'),
  };
}

/** Reasons as sentences. */
function inWords(left: Outcome['left'], language: Language): Outcome['left'] {
  const t = textFor(language, 'commitments');
  return left.map((one) => ({ ...one, why: t(one.why) }));
}

/** One act on what was chosen: asked, decided for each, and said; what was chosen otherwise meanwhile is shown first. */
export async function actAtDesk<Value extends { readonly seen: string }>(
  args: ActionFunctionArgs, schema: z.ZodType<Value>, act: (desk: AtDesk & Asked, value: Value, occasion: Occasion) => Promise<Result<Outcome>>,
) {
  const desk = await atDesk(args);
  const { view, chosen } = desk;
  const reading = readForm(await fieldsOf(args.request), schema, view.language);
  if (!reading.ok) return reading.reply;
  if (reading.value.seen !== sealOf(chosen)) return reading.answer([problem('form:problems.changed_meanwhile')]);
  const result = await act({ ...desk, ids: chosen.map(({ id }) => id), language: view.language }, reading.value, occasionOf(args.context, reading.submission));
  return result.ok ? { outcome: { ...result.value, left: inWords(result.value.left, view.language) } } : reading.answer(result.problems);
}
