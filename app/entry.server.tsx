import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { languageOfPath } from './paths';
import { i18nFor } from './languages/catalogues.server';
import { isLanguage } from './languages/language';
import { LocaleProvider } from './languages/text';
import { pageAnswer } from './platform/http/framework.server';
import { released } from './platform/http/held-data';
import { log } from './platform/log.server';

// The server and the command line live in the one server build.
export { start } from './start.server';
export { command } from './command.server';

/** No loader defers anything. The framework waits for what is deferred with a timer that holds the data of each page until it fires. */
export const streamTimeout = 0;

/** Pages are rendered whole: for pages of this size that is faster than streaming, and the status is known before the first byte. */
export default function handleRequest(request: Request, status: number, headers: Headers, page: EntryContext, context: AppLoadContext): Response {
  page.staticHandlerContext.loaderData = released(page.staticHandlerContext.loaderData);
  const root = page.staticHandlerContext.loaderData['root'] as { language?: string } | undefined;
  const language = isLanguage(root?.language) ? root.language : languageOfPath(new URL(request.url).pathname) ?? 'en';
  const html = renderToString(
    <LocaleProvider language={language} i18n={i18nFor(language)}>
      <RemixServer context={page} url={request.url} nonce={context.nonce} />
    </LocaleProvider>,
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Cache-Control', headers.get('Cache-Control') ?? 'private, no-cache');
  return pageAnswer(`<!DOCTYPE html>${html}`, { status, headers });
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) log.error('page failed', error, { requestId: context.requestId, path: new URL(request.url).pathname });
};
