import type { SubmissionResult } from '@conform-to/react';
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, isRouteErrorResponse, useMatches, useRouteError, useRouteLoaderData } from '@remix-run/react';
import { useMemo, type ReactNode } from 'react';
import { languageOf } from './accounts/viewer.server';
import { useLocale } from './languages/text';
import { languageOfPath } from './paths';
import { viewsHere } from './open-data/views.server';
import { ViewsBar } from './records/views/bar';
import { ErrorPage, ErrorTitle } from './site/error-page';
import { SiteFrame } from './site/frame';
import { ownEntriesOf } from './site/navigation';
import { Sprite } from './ui/icon';
import { BesideList } from './ui/beside-list';
import './ui/concord.css';

export const links: LinksFunction = () => [{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { pathname, search } = new URL(request.url);
  const asked = languageOfPath(pathname) ?? languageOf(request, viewer);
  return {
    language: asked,
    path: pathname + search,
    publicUrl: context.publicUrl,
    demo: context.demo,
    requestId: context.requestId,
    views: await viewsHere(viewer, new URL(request.url), asked),
    person: viewer.kind === 'person' ? { name: viewer.name, entries: ownEntriesOf(viewer) } : undefined,
  };
}

export type RootFacts = Awaited<ReturnType<typeof loader>>;

/** What a route may say of itself. */
interface Handle {
  readonly hydrate?: readonly string[];
  /** Nothing stands around it: it is shown within pages of others. */
  readonly bare?: boolean;
}

/** Catalogues that a page needs when it comes alive; none means that it carries no script at all. */
function useHydration(): readonly string[] | undefined {
  const wanted = useMatches().flatMap((match) => (match.handle as Handle | undefined)?.hydrate ?? []);
  return wanted.length === 0 ? undefined : [...new Set(['ui', 'form', 'site', ...wanted])];
}

const useBare = (): boolean => useMatches().some((match) => (match.handle as Handle | undefined)?.bare === true);

export function Layout({ children }: { readonly children: ReactNode }) {
  const { language, dir } = useLocale();
  const facts = useRouteLoaderData<typeof loader>('root');
  const words = useHydration();
  const error = useRouteError();
  const bare = useBare();
  return (
    <html lang={language} dir={dir} data-words={words?.join(' ')}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        {error !== undefined && error !== null && <ErrorTitle status={statusOf(error)} />}
        <Links />
      </head>
      <body>
        {bare ? <><Sprite />{children}</> : <SiteFrame facts={facts}>{children}</SiteFrame>}
        {words !== undefined && <ScrollRestoration />}
        {words !== undefined && <Scripts />}
      </body>
    </html>
  );
}

const statusOf = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500);

export default function App() {
  const views = useRouteLoaderData<typeof loader>('root')?.views;
  const bar = useMemo(() => (views === undefined ? null : <ViewsBar here={views} />), [views]);
  return <BesideList.Provider value={bar}><Outlet /></BesideList.Provider>;
}

/** What a button that was pressed in vain was answered, as forms are. */
function wrongIn(error: unknown): readonly string[] {
  const reply = isRouteErrorResponse(error) ? (error.data as SubmissionResult<string[]> | string | null) : null;
  return typeof reply !== 'object' || reply === null ? [] : Object.values(reply.error ?? {}).flatMap((said) => said ?? []);
}

export function ErrorBoundary() {
  const error = useRouteError();
  const facts = useRouteLoaderData<typeof loader>('root');
  const said = isRouteErrorResponse(error) && typeof error.data === 'string' ? error.data : undefined;
  return <ErrorPage status={statusOf(error)} said={said} wrong={wrongIn(error)} requestId={facts?.requestId} />;
}
