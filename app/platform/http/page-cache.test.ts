import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { createPageCache } from './page-cache';

let server: Server | undefined;
afterEach(() => new Promise<void>((resolve) => {
  if (server === undefined) resolve();
  else server.close(() => resolve());
}));

/** A page that says how often it was made. */
async function portal() {
  const state = { epoch: 1 as number | undefined, now: 0, made: 0 };
  const pages = createPageCache(() => state.epoch, () => state.now);
  const app = express();
  app.use(pages.answer, pages.keep);
  app.get('/en/page', (_, response) => void response.type('html').send(`<p>made ${(state.made += 1)}</p>`));
  app.get('/en/changing', (_, response) => {
    state.epoch = (state.epoch ?? 0) + 1;
    response.type('html').send(`<p>made ${(state.made += 1)}</p>`);
  });
  app.get('/en/form', (_, response) => void response.set('Cache-Control', 'no-store').type('html').send(`<p>made ${(state.made += 1)}</p>`));
  app.get('/en/same', (_, response) => {
    state.made += 1;
    response.set('Cache-Control', 'private, no-cache').type('html').write('<p>always ');
    response.end('the same</p>');
  });
  app.get('/en/file.csv', (_, response) => {
    response.type('csv').write('a,b\n');
    response.end(String((state.made += 1)));
  });
  app.get('/my', (_, response) => void response.type('html').send(`<p>made ${(state.made += 1)}</p>`));
  server = createServer(app).listen(0);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(url + path, { headers });
    return { status: answer.status, text: await answer.text(), etag: answer.headers.get('etag'), control: answer.headers.get('cache-control'), packing: answer.headers.get('content-encoding') };
  };
  return { state, ask };
}

describe('pages for visitors', () => {
  it('are made once and kept until the data change', async () => {
    const { state, ask } = await portal();
    expect((await ask('/en/page')).text).toBe('<p>made 1</p>');
    expect((await ask('/en/page')).text).toBe('<p>made 1</p>');
    expect((await ask('/en/page?country=KE')).text).toBe('<p>made 2</p>');
    state.epoch = 2;
    expect((await ask('/en/page')).text).toBe('<p>made 3</p>');
  });
  it('grow old by the clock, and are not kept while nobody listens', async () => {
    const { state, ask } = await portal();
    await ask('/en/page');
    state.now = 30_000;
    expect((await ask('/en/page')).text).toBe('<p>made 2</p>');
    state.epoch = undefined;
    await ask('/en/page');
    expect((await ask('/en/page')).text).toBe('<p>made 4</p>');
  });
  it('answer 304 to who has them', async () => {
    const { ask } = await portal();
    await ask('/en/page');
    const { etag, control } = await ask('/en/page');
    expect(control).toBe('public, max-age=0, must-revalidate');
    expect(await ask('/en/page', { 'if-none-match': etag ?? '' })).toMatchObject({ status: 304, text: '' });
  });
  it('are not kept where they say so: a form has a key of its own', async () => {
    const { ask } = await portal();
    await ask('/en/form');
    expect((await ask('/en/form')).text).toBe('<p>made 2</p>');
  });
  it('answer 304 also when they are made anew and came out the same', async () => {
    const { state, ask } = await portal();
    const { etag, text, control } = await ask('/en/same');
    expect({ text, control }).toEqual({ text: '<p>always the same</p>', control: 'public, max-age=0, must-revalidate' });
    state.epoch = 2;
    expect(await ask('/en/same', { 'if-none-match': etag ?? '' })).toMatchObject({ status: 304, text: '' });
    expect(state.made).toBe(2);
  });
  it('are packed for who can unpack them, on the first answer and on those that are kept', async () => {
    const { ask } = await portal();
    for (const _ of ['first', 'kept']) {
      expect(await ask('/en/same', { 'accept-encoding': 'gzip' })).toMatchObject({ packing: 'gzip', text: '<p>always the same</p>' });
      expect(await ask('/en/same', { 'accept-encoding': 'identity' })).toMatchObject({ packing: null, text: '<p>always the same</p>' });
    }
  });
  it('are told from files, which go out piece by piece and are not kept', async () => {
    const { ask } = await portal();
    expect(await ask('/en/file.csv')).toMatchObject({ text: 'a,b\n1', etag: null });
    expect((await ask('/en/file.csv')).text).toBe('a,b\n2');
  });
  it('are not kept when the data changed while they were made', async () => {
    const { ask } = await portal();
    await ask('/en/changing');
    expect((await ask('/en/changing')).text).toBe('<p>made 2</p>');
  });
});

describe('pages of somebody who may be signed in', () => {
  it('are neither kept nor answered from what is kept', async () => {
    const { ask } = await portal();
    await ask('/en/page');
    expect((await ask('/en/page', { cookie: 'concord=x' })).text).toBe('<p>made 2</p>');
    expect((await ask('/en/page')).text).toBe('<p>made 1</p>');
    await ask('/my');
    expect((await ask('/my')).text).toBe('<p>made 4</p>');
  });
});
