import type { Request, RequestHandler, Response } from 'express';
import { renderToStaticMarkup } from 'react-dom/server';
import type { PersonActor } from '#app/access/actor';
import { may } from '#app/access/permit';
import { watchingPerson } from '#app/accounts/login/login.server';
import { i18nFor } from '#app/languages/catalogues.server';
import { isLanguage, type Language } from '#app/languages/language';
import { LocaleProvider } from '#app/languages/text';
import { Audiences, type Listener } from '#app/platform/audiences';
import { listen } from '#app/platform/database.server';
import { log } from '#app/platform/log.server';
import { findSession, type SessionRecord } from '#app/working-groups/sessions/queries.server';
import type { LiveView } from './model';
import { Now } from './now';
import { roomPolicy } from './policy';
import { nowOf } from './queries.server';
import { watchedSession } from './seats.server';

interface Watcher extends Listener {
  /** As they were when last looked for. */
  viewer: PersonActor;
  readonly language: Language;
  readonly view: LiveView;
  readonly session_ref: string;
}

/** Changes that come together are told together. */
const gatherMs = 50;
/** How often it is seen whether somebody may still watch; the line is kept open by it too. */
const lookMs = 20_000;
/** What somebody may have open at once, and how much may wait for who does not read. */
const mostEach = 4;
const mostWaiting = 262_144;

const audiences = new Audiences<Watcher>();
/** Once this process ends, whoever comes is sent away again: another process answers soon. */
let ending = false;
const gathering = new Map<string, ReturnType<typeof setTimeout>>();
const eachPerson = new Map<string, number>();

/** Hears, once in each process, which sessions change, and tells everybody here who watches them. */
export async function openLive(): Promise<() => Promise<void>> {
  ending = false;
  const unlisten = await listen('concord_session', gather, () => audiences.topics().forEach(gather));
  return async () => {
    ending = true;
    audiences.close();
    await unlisten();
  };
}

function gather(sessionId: string): void {
  if (gathering.has(sessionId) || audiences.of(sessionId).length === 0) return;
  gathering.set(sessionId, setTimeout(() => {
    gathering.delete(sessionId);
    tellOf(sessionId, () => audiences.of(sessionId)).catch((error: unknown) => log.error('a change of a session could not be told', error, { session: sessionId }));
  }, gatherMs));
}

const newcomers = new Map<string, Set<Watcher>>();

/** What is happening is what somebody is told first. Who comes while others wait for it, as after a restart of this process, waits with them. */
function greet(sessionId: string, watcher: Watcher): void {
  const waiting = newcomers.get(sessionId);
  if (waiting !== undefined) return void waiting.add(watcher);
  const together = new Set([watcher]);
  newcomers.set(sessionId, together);
  tellOf(sessionId, () => {
    newcomers.delete(sessionId);
    return [...together];
  }).catch((error: unknown) => {
    log.error('who came to a session could not be told of it', error, { session: sessionId });
    together.forEach((one) => one.close()); // they come again
  });
}

const telling = new Map<string, Promise<void>>();

/** LV-4: all of them are told at once: one reading and one rendering for each language, however many they are. One telling follows the other. */
function tellOf(sessionId: string, whom: () => readonly Watcher[]): Promise<void> {
  const turn = (telling.get(sessionId) ?? Promise.resolve()).then(async () => {
    const told = new Set(whom());
    const words = new Map<string, string>();
    for (const watcher of told) {
      const key = keyOf(watcher);
      if (words.has(key)) continue;
      const made = await wordsFor(watcher);
      if (made !== undefined) words.set(key, made);
    }
    audiences.tell(sessionId, (watcher) => (told.has(watcher) ? words.get(keyOf(watcher)) : undefined));
  });
  const settled = turn.catch(() => undefined).then(() => { if (telling.get(sessionId) === settled) telling.delete(sessionId); });
  telling.set(sessionId, settled);
  return turn;
}

const keyOf = ({ view, language }: Pick<Watcher, 'view' | 'language'>): string => `${view} ${language}`;

/** What is told: to the room what is happening, to the desk that something has: it fetches itself, with its forms. */
async function wordsFor({ viewer, language, view, session_ref }: Omit<Watcher, keyof Listener>): Promise<string | undefined> {
  const at = { language, now: new Date() };
  const session = await findSession(viewer, session_ref, at);
  if (session === undefined) return undefined;
  const parts = view === 'room' ? { now: await markup(viewer, session, at) } : null;
  return event({ status: session.status, now: at.now.getTime(), parts });
}

async function markup(viewer: PersonActor, session: SessionRecord, at: { language: Language; now: Date }): Promise<string> {
  const facts = await nowOf(viewer, session, at);
  return renderToStaticMarkup(<LocaleProvider language={at.language} i18n={i18nFor(at.language)}><Now {...facts} /></LocaleProvider>);
}

const event = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`;

const address = /^\/sessions\/([^/]+)\/stream$/;

/**
 * `/sessions/:ref/stream?view=room&lang=fr`: server-sent events, for whoever may be in the room. Anybody else finds nothing here. It stands
 * before what counts and compresses requests: a stream is open for hours.
 */
export const liveStreams: RequestHandler = (request, response, next) => {
  const ref = request.method === 'GET' ? address.exec(request.path)?.[1] : undefined;
  if (ref === undefined) next();
  else watch(request, response, ref).catch(next);
};

async function watch(request: Request, response: Response, ref: string): Promise<void> {
  const asked = new URL(request.originalUrl, 'http://portal').searchParams;
  const lang = asked.get('lang') ?? 'en';
  const language = isLanguage(lang) ? lang : 'en';
  const view: LiveView = asked.get('view') === 'desk' ? 'desk' : 'room';
  const found = await watcherFor(request, ref);
  if (found === undefined) return void response.status(404).type('text').send('Not found\n');
  // Gone while we looked: nothing that is set up from here on would ever be taken down.
  if (response.destroyed) return;
  const { viewer, session } = found;
  const open = eachPerson.get(viewer.id) ?? 0;
  if (open >= mostEach) return void response.status(429).set('Retry-After', '30').type('text').send('Too many streams.\n');
  eachPerson.set(viewer.id, open + 1);
  const watcher = watcherOn(response, { viewer, language, view, session_ref: session.ref });
  const leave = audiences.add(session.id, watcher);
  const looking = setInterval(() => void look(request, session.ref, watcher), lookMs).unref();
  response.once('close', () => {
    clearInterval(looking);
    leave();
    const left = (eachPerson.get(viewer.id) ?? 1) - 1;
    if (left > 0) eachPerson.set(viewer.id, left);
    else eachPerson.delete(viewer.id);
  });
  watcher.tell('retry: 1000\n\n');
  if (ending) watcher.close();
  else greet(session.id, watcher);
}

function watcherOn(response: Response, who: Omit<Watcher, keyof Listener>): Watcher {
  response.set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  response.socket?.setTimeout(0);
  return {
    ...who,
    tell: (text) => {
      if (response.destroyed || response.writableEnded || response.writableLength >= mostWaiting) return false;
      response.write(text);
      return true;
    },
    // Who does not read never sees the end: after a moment the line is cut.
    close: () => {
      response.end();
      setTimeout(() => response.destroy(), 1000).unref();
    },
  };
}

/** Who has signed out, was suspended or has left the group is told nothing more. Looking keeps nobody signed in. */
async function look(request: Request, ref: string, watcher: Watcher): Promise<void> {
  const found = await watcherFor(request, ref).catch(() => 'unknown' as const);
  if (found === undefined || !watcher.tell(': still here\n\n')) watcher.close();
  else if (found !== 'unknown') watcher.viewer = found.viewer;
}

async function watcherFor(request: Request, ref: string) {
  const now = new Date();
  const viewer = await watchingPerson(request.headers.cookie, now);
  if (viewer === undefined) return undefined;
  const session = await watchedSession(viewer, decoded(ref), now);
  return session !== undefined && may(roomPolicy.attend, viewer, session).allowed ? { viewer, session } : undefined;
}

/** What nobody could have written is the name of nothing. */
function decoded(ref: string): string {
  try {
    return decodeURIComponent(ref);
  } catch {
    return '';
  }
}
