import type { AppLoadContext } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { groupPolicy } from '#app/working-groups/policy';
import { findGroup } from '#app/working-groups/queries.server';
import { keptSeat } from './queries.server';

interface Asked {
  readonly request: Request;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly context: AppLoadContext;
}

/** The group that an address names, for whoever keeps its seats. */
export async function seatsAt({ request, params, context }: Asked) {
  const person = await requirePerson(context, request);
  const view = { language: languageOf(request, person), now: context.now };
  const group = await findGroup(person, params['ref'] ?? '', view);
  if (group === undefined) throw notFound();
  return { view, group, today: dayOf(context.now), granted: permit(groupPolicy.seat, person, group) };
}

/** The seat of it that an address names. */
export async function seatAt(asked: Asked) {
  const found = await seatsAt(asked);
  const seat = await keptSeat(found.granted, asked.params['seat'] ?? '');
  if (seat === undefined) throw notFound();
  return { ...found, seat };
}
