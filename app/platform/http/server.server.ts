import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import { log } from '../log.server';
import { dataEpoch } from '../epoch.server';
import { branchesOf } from './branches';
import { frameworkHandler, type AnswerToForm } from './framework.server';
import { refusalOf } from './guard';
import { securityHeaders, type Carried } from './headers';
import { createPageCache } from './page-cache';
import { refusalsOf, type Refusals } from './refusals.server';

export interface Portal {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly mode: 'production' | 'development';
  readonly publicUrl: string;
  readonly trustedProxies: readonly string[];
  /** Middleware that serves the browser's files; the built ones, or the development server's. */
  readonly files: express.RequestHandler;
  /** What stays open for hours: it stands before what counts and compresses answers. */
  readonly streams: express.RequestHandler;
  readonly ready: () => Promise<boolean>;
  /** Whether pages of others may show what is at an address. */
  readonly carried: (path: string) => Carried | undefined;
  readonly context: (facts: RequestFacts, cookie: string | undefined) => AppLoadContext;
  readonly posted: AnswerToForm;
}

/** What is known of a request before any page looks at it. `client` cannot be chosen by the client unless a trusted proxy says so. */
export interface RequestFacts {
  readonly requestId: string;
  readonly nonce: string;
  readonly client: string;
}

type ContextOf = (request: Request, response: Response) => AppLoadContext;

/** The framework's handler; in production one for each branch of the routes, made when it is first asked for. */
function pagesOf({ build, mode, publicUrl, posted }: Portal, shown: Refusals['shown'], context: ContextOf): express.RequestHandler {
  const handle = (of: Portal['build']): express.RequestHandler => frameworkHandler({
    build: of,
    mode,
    publicUrl,
    posted,
    shown,
    context,
  });
  if (typeof build === 'function') return handle(build);
  const branches = branchesOf(build);
  const made = new Map<ServerBuild, express.RequestHandler>();
  return (request, response, next) => {
    const branch = branches.buildFor(request.path);
    let handler = made.get(branch);
    if (handler === undefined) made.set(branch, (handler = handle(branch)));
    return handler(request, response, next);
  };
}

/** More requests than this at once are answered with 503 at once rather than slowly. */
const mostAtOnce = 256;

export function createPortal(portal: Portal): Server {
  const app = express();
  app.disable('x-powered-by');
  // Pages read their own addresses.
  app.set('query parser', false);
  app.set('trust proxy', [...portal.trustedProxies]);
  const secure = portal.publicUrl.startsWith('https:');
  let atOnce = 0;
  const refusals = refusalsOf(portal);
  const factsOf = (request: Request, response: Response): RequestFacts => ({ requestId: String(response.locals['requestId']), nonce: String(response.locals['nonce']), client: request.ip ?? 'unknown' });
  const contextOf: ContextOf = (request, response) => portal.context(factsOf(request, response), request.headers.cookie);

  app.get('/healthz', (_, response) => void response.type('text').send('alive\n'));
  app.get('/readyz', (_, response, next) => {
    portal.ready().then((ready) => response.status(ready ? 200 : 503).type('text').send(ready ? 'ready\n' : 'not ready\n'), next);
  });
  app.use((request, response, next) => {
    response.locals['requestId'] = randomUUID();
    response.locals['nonce'] = randomBytes(16).toString('base64');
    response.set(securityHeaders({ nonce: String(response.locals['nonce']), secure, mode: portal.mode, carried: portal.carried(request.path) }));
    response.set('X-Request-Id', String(response.locals['requestId']));
    const refusal = refusalOf({ method: request.method, url: request.originalUrl, headers: request.headers }, portal.publicUrl);
    if (refusal !== undefined) {
      response.set('Connection', 'close');
      refusals.refuse({ status: refusal.status, said: refusal.why }, request, response, () => contextOf(request, response)).catch(next);
      return;
    }
    // The guard has decided. The framework would compare `Origin` with `Host` once more, and fail (500) behind a proxy that
    // rewrites the latter and for browsers that hide the former.
    delete request.headers.origin;
    next();
  });
  app.use(portal.streams);
  app.use((request, response, next) => {
    if (atOnce >= mostAtOnce) {
      response.set('Retry-After', '5');
      // Nobody is looked up while there is no time for anybody.
      refusals.refuse({ status: 503, said: 'The portal is busy. Try again in a few seconds.' }, request, response, () => portal.context(factsOf(request, response), undefined), true).catch(next);
      return;
    }
    atOnce += 1;
    response.once('close', () => { atOnce -= 1; });
    next();
  });
  const pages = createPageCache(dataEpoch);
  if (portal.mode === 'production') app.use(pages.answer);
  app.use(compression({ threshold: 1024 }));
  app.use(portal.files);
  if (portal.mode === 'production') app.use(pages.keep);
  app.use(pagesOf(portal, refusals.shown, contextOf));
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    log.error('request failed', error, { requestId: String(response.locals['requestId']), method: request.method });
    if (response.headersSent) next(error);
    else response.status(500).type('text').send(`Something went wrong. Request ${String(response.locals['requestId'])}\n`);
  });

  const server = createServer({ maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 }, app);
  server.maxRequestsPerSocket = 1000;
  return server;
}
