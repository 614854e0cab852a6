import { describe, expect, it } from 'vitest';
import { readCookie, writeCookie } from './cookies.server';

const secret = 'abcdefghijklmnop0123';

describe('our cookies', () => {
  it('carry the host prefix and Secure over https, and neither on plain http', () => {
    expect(writeCookie('concord', secret, 60, true)).toBe(`__Host-concord=${secret}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure`);
    expect(writeCookie('concord', secret, 60, false)).toBe(`concord=${secret}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`);
  });
  it('are not taken without their prefix over https: a sister host could have set that', () => {
    expect(readCookie(`concord=${secret}`, 'concord', true)).toBeUndefined();
    expect(readCookie(`a=b; __Host-concord=${secret}`, 'concord', true)).toBe(secret);
  });
  it.each(['concord=%E0%A4%A', 'concord=', 'concord', 'concord=short', `concord=${'x'.repeat(500)}`, ';;=;', '', undefined])('%s is no cookie of ours', (header) => {
    expect(readCookie(header, 'concord', false)).toBeUndefined();
  });
  it('are told apart by their whole name', () => {
    expect(readCookie(`concord-kept=${secret}`, 'concord', false)).toBeUndefined();
  });
});
