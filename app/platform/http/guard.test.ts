import { describe, expect, it } from 'vitest';
import { refusalOf } from './guard';

const portal = 'http://127.0.0.1:3000';
const post = (headers: Record<string, string>, url = '/sign-in') => refusalOf({ method: 'POST', url, headers: { 'content-length': '10', ...headers } }, portal)?.status;

describe('requests that can change something', () => {
  it('are taken from our own pages', () => {
    expect(post({ 'sec-fetch-site': 'same-origin' })).toBeUndefined();
    expect(post({ origin: portal })).toBeUndefined();
  });
  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: portal }],
    ['a sister host', { 'sec-fetch-site': 'same-site' }],
    ['a typed address', { 'sec-fetch-site': 'none' }],
    ['another origin', { origin: 'http://evil.example' }],
    ['a longer origin', { origin: `${portal}.evil.example` }],
    ['the null origin', { origin: 'null' }],
    ['no origin at all', {}],
  ])('are refused from %s', (_, headers) => {
    expect(post(headers)).toBe(403);
  });
  it('are taken from anywhere where the secret in the address is all that is asked for, and nowhere beside it', () => {
    const secret = 'aB3_-'.repeat(9).slice(0, 43);
    for (const headers of [{}, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }]) {
      expect(post(headers, `/following/stop/${secret}`)).toBeUndefined();
      expect(post(headers, `/following/stop/${secret}?lang=ar`)).toBeUndefined();
      for (const url of ['/my/following', '/following/stop/', `/following/stop/${secret}x`, `/following/stop/${secret}/../../my`, `/following/stop/${secret}?_data=x`, `/x/following/stop/${secret}`, `/following/stop/${secret}.data`]) expect(post(headers, url)).toBeGreaterThanOrEqual(400);
    }
  });
  it('are refused through the framework’s data parameter and with other methods', () => {
    expect(post({ 'sec-fetch-site': 'same-origin' }, '/sign-in?_data=routes%2Fsign-in')).toBe(400);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND']) expect(refusalOf({ method, url: '/', headers: { origin: portal } }, portal)?.status).toBe(405);
  });
  it('are limited in size, and their size must be known', () => {
    expect(post({ origin: portal, 'content-length': '2000000' })).toBe(413);
    expect(post({ origin: portal, 'content-length': '2000000', 'content-type': 'multipart/form-data; boundary=x' })).toBeUndefined();
    expect(refusalOf({ method: 'POST', url: '/', headers: { origin: portal } }, portal)?.status).toBe(413);
  });
});

describe('addresses', () => {
  it.each(['/%E0%A4%A', '/en/%00', '//evil.example', '/\\evil.example', '/en?q=%00', '/en?q=%zz'])('%s is refused', (url) => {
    expect(refusalOf({ method: 'GET', url, headers: {} }, portal)?.status).toBe(400);
  });
  it('are limited in length', () => {
    expect(refusalOf({ method: 'GET', url: `/${'a'.repeat(5000)}`, headers: {} }, portal)?.status).toBe(414);
  });
});
