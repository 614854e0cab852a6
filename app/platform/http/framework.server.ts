import { createReadableStreamFromReadable, createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node';
import type { Request as Asked, RequestHandler, Response as Answer } from 'express';
import { sendBody } from './body.server';
import type { Refusals } from './refusals.server';

interface Framework {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly mode: 'production' | 'development';
  /** Where the portal stands, whatever host a request names. */
  readonly publicUrl: string;
  readonly context: (asked: Asked, answer: Answer) => AppLoadContext;
  readonly posted: AnswerToForm;
  /** What becomes of a refusal that is no page. */
  readonly shown: Refusals['shown'];
}

/** What becomes of the answer to something that was posted. */
export type AnswerToForm = (request: Request, context: AppLoadContext, answer: Response) => Promise<Response>;

/**
 * Between Express and the framework. The framework's own adapter sends every answer through a stream of bytes; a page is made as one
 * text, and goes out as one.
 */
export function frameworkHandler({ build, mode, publicUrl, context, posted, shown }: Framework): RequestHandler {
  const handle = createRequestHandler(build, mode);
  const reply = async (asked: Asked, answer: Answer): Promise<void> => {
    const [request, about] = [requestOf(asked, answer, publicUrl), context(asked, answer)];
    const made = await handle(request, about);
    await sendAnswer(await shown(request.method === 'POST' ? await posted(request, about, made) : made, request, about), answer);
  };
  return (asked, answer, next) => void reply(asked, answer).catch(next);
}

const texts = new WeakMap<Response, string>();

/** The answer that is a page. */
export function pageAnswer(html: string, about: ResponseInit): Response {
  const answer = new Response(null, about);
  texts.set(answer, html);
  return answer;
}

/** Its text, where an answer is a page. */
export const pageOf = (answer: Response): string | undefined => texts.get(answer);

/** Loaders are told when who asked is gone before there was an answer. */
function requestOf(asked: Asked, answer: Answer, publicUrl: string): Request {
  const gone = new AbortController();
  answer.once('close', () => answer.writableFinished || gone.abort());
  const headers = new Headers();
  for (const [name, value] of Object.entries(asked.headers)) for (const one of [value ?? []].flat()) headers.append(name, one);
  const about: RequestInit = { method: asked.method, headers, signal: gone.signal };
  if (!['GET', 'HEAD'].includes(asked.method)) Object.assign(about, { body: createReadableStreamFromReadable(asked), duplex: 'half' });
  return new Request(new URL(asked.originalUrl, publicUrl), about);
}

export async function sendAnswer(made: Response, answer: Answer): Promise<void> {
  answer.status(made.status);
  for (const [name, value] of made.headers) answer.append(name, value);
  const text = texts.get(made);
  if (text !== undefined) answer.end(text);
  else if (made.body === null) answer.end();
  else await sendBody(made.body, answer);
}
