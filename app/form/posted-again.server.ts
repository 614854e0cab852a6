import { redirect, type AppLoadContext } from '@remix-run/node';
import { firstAnswer, keepFirstAnswer } from '#app/access/first-answers.server';
import { submissionOf } from '#app/access/request';
import { isId } from '#app/platform/identity';
import { keyName } from './hidden';

/** A page asks whether somebody may act before it reads what they posted: once the record has moved on, the same form is refused. */
const refused = new Set([403, 404, 409]);

/**
 * The answer to a form, whatever page it is of. Where a form led is kept with its key; posted again by the same person, it leads there again
 * instead of being refused. Nobody is told anything of a key that somebody else posted, nor is a visitor, whom nothing tells from others.
 */
export async function answeredOnce(request: Request, context: AppLoadContext, answer: Response): Promise<Response> {
  const location = answer.headers.get('Location');
  const submission = submissionOf(context);
  if (answer.status === 303 && location !== null && submission !== undefined) {
    const actor = await context.viewer();
    if (actor.kind === 'person') await keepFirstAnswer({ actor, key: submission, address: addressOf(request) }, location);
  }
  return refused.has(answer.status) ? (await earlier(request, context, submission)) ?? answer : answer;
}

async function earlier(request: Request, context: AppLoadContext, submission: string | undefined): Promise<Response | undefined> {
  const actor = await context.viewer();
  if (actor.kind !== 'person') return undefined;
  const key = submission ?? (await unreadKey(request));
  const location = key === undefined ? undefined : await firstAnswer({ actor, key, address: addressOf(request) });
  return location === undefined ? undefined : redirect(location, 303);
}

/** The key of a form that was refused before it was read. */
async function unreadKey(request: Request): Promise<string | undefined> {
  if (request.bodyUsed) return undefined;
  const key = await request.formData().then((fields) => fields.get(keyName), () => undefined);
  return typeof key === 'string' && isId(key) ? key : undefined;
}

function addressOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}
