import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node';
import type { Request as Asked, Response as Answer } from 'express';
import { nobodysOf } from './branches';
import { pageAnswer, pageOf, sendAnswer } from './framework.server';

/** An answer that is no page: what it says is a reason (`access:reasons.not_now`) or a short line for scripts. */
export interface Refusal {
  readonly status: number;
  readonly said: string;
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** What the address that is nobody's says in place of an answer without a page. */
    readonly refusal?: Refusal;
  }
}

interface Site {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly mode: 'production' | 'development';
  readonly publicUrl: string;
}

/**
 * What an address without a page refuses, and what is refused before any address is asked, is said on the portal's own page, in the reader's
 * language, to whoever reads pages: browsers name HTML when they open an address or send a form. Scripts are told in one short line.
 */
export interface Refusals {
  /** The answer, or the page that says it; headers such as `Retry-After` stay. */
  readonly shown: (answer: Response, request: Request, context: AppLoadContext) => Promise<Response>;
  /** Refuses a request that no route will see. `kept`: the page is made once for a language, for the moment in which there is no time to make it. */
  readonly refuse: (refusal: Refusal, asked: Asked, answer: Answer, context: () => AppLoadContext, kept?: boolean) => Promise<void>;
}

/** Of an answer that becomes a page: what spoke of its bytes, and of the framework. */
const ofBody = new Set(['content-type', 'content-length', 'content-disposition', 'content-language', 'x-remix-catch', 'x-remix-error']);

export function refusalsOf({ build, mode, publicUrl }: Site): Refusals {
  const handle = createRequestHandler(typeof build === 'function' ? async () => nobodysOf(await build()) : nobodysOf(build), mode);
  const pageFor = (refusal: Refusal, url: URL, headers: Headers, context: AppLoadContext) =>
    handle(new Request(ofFramework(url) ? new URL('/', url) : url, { headers }), { ...context, refusal });
  const pages = new Map<string, string>();

  return {
    async shown(answer, request, context) {
      if (answer.status < 400 || isPage(answer.headers) || !readsPages(request.headers.get('Accept'))) return answer;
      const page = await pageFor({ status: answer.status, said: await answer.text() }, new URL(request.url), languagesOf(request.headers.get('Accept-Language')), context);
      for (const [name, value] of answer.headers) if (!ofBody.has(name)) page.headers[name === 'set-cookie' ? 'append' : 'set'](name, value);
      return page;
    },
    async refuse(refusal, asked, answer, context, kept = false) {
      answer.status(refusal.status);
      if (!readsPages(asked.headers.accept)) return void answer.type('text').send(`${refusal.said}\n`);
      const url = addressOf(asked.originalUrl, publicUrl, kept);
      const wanted = languagesOf(asked.headers['accept-language']);
      const key = `${url.pathname} ${wanted.get('Accept-Language') ?? ''}`;
      const known = kept ? pages.get(key) : undefined;
      const page = known === undefined ? await pageFor(refusal, url, wanted, context()) : pageAnswer(known, { status: refusal.status, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' } });
      if (kept && pages.size < mostKept) pages.set(key, pageOf(page) ?? '');
      await sendAnswer(page, answer);
    },
  };
}

/** Kinds of asking for languages, of which the common ones come first. */
const mostKept = 200;

const isPage = (headers: Headers): boolean => headers.get('Content-Type')?.startsWith('text/html') === true;
const readsPages = (accepted: string | null | undefined): boolean => /\btext\/html\b/.test(accepted ?? '');

/** All that the page has to know of a reader who is not signed in. */
const languagesOf = (accepted: string | null | undefined): Headers => new Headers(accepted === null || accepted === undefined ? {} : { 'Accept-Language': accepted.slice(0, 100) });

/** Addresses of the framework's own scripts, which it never answers with a page. */
const ofFramework = ({ pathname, searchParams }: URL): boolean => /\.data$|\/__manifest$/.test(pathname) || searchParams.has('_data');

/** Where the reader was, in the part of it that can be read: its language at least. */
function addressOf(asked: string, publicUrl: string, languageAlone: boolean): URL {
  const language = /^\/[a-z]{2}(?=[/?]|$)/.exec(asked)?.[0] ?? '/';
  if (languageAlone || asked.length > 2000 || !/^\/(?![/\\])/.test(asked)) return new URL(language, publicUrl);
  try {
    decodeURIComponent(asked);
    return new URL(asked, publicUrl);
  } catch {
    return new URL(language, publicUrl);
  }
}
