import type { AppLoadContext } from '@remix-run/node';
import type { Params } from '@remix-run/react';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { notFound } from '#app/platform/http/answers.server';
import { findComment } from './comments/queries.server';
import { findConsultation } from './queries.server';

interface Asked {
  readonly request: Request;
  readonly params: Params;
  readonly context: AppLoadContext;
}

async function asking({ request, context }: Asked) {
  const viewer = await requirePerson(context, request);
  return { viewer, view: { language: languageOf(request, viewer), now: context.now } };
}

/** Who asks, signed in, and the consultation that the address names. */
export async function requireConsultation(asked: Asked) {
  const { viewer, view } = await asking(asked);
  const consultation = await findConsultation(viewer, asked.params['ref'] ?? '', view);
  if (consultation === undefined) throw notFound();
  return { viewer, view, consultation };
}

/** Who asks, signed in, and the comment that the address names; for others than those who keep texts there is none. */
export async function requireComment(asked: Asked) {
  const { viewer, view } = await asking(asked);
  const comment = await findComment(viewer, asked.params['ref'] ?? '', view);
  if (comment === undefined) throw notFound();
  return { viewer, view, comment };
}
