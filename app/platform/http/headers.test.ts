import { expect, it } from 'vitest';
import { securityHeaders } from './headers';

const policy = (mode: 'production' | 'development') => securityHeaders({ nonce: 'n0', secure: true, mode })['Content-Security-Policy'];

it('lets a page run what bears its nonce and nothing that was written into it', () => {
  expect(policy('production')).toContain("script-src 'self' 'nonce-n0'; style-src 'self'; connect-src 'self';");
  expect(policy('production')?.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe-inline');
});

it('lets the development server write styles and scripts into the page, and talk to it', () => {
  // A nonce beside it would take 'unsafe-inline' back.
  expect(policy('development')).toContain("script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; connect-src 'self' ws:;");
});

it('lets nobody frame a page, but for what is meant to be shown by others', () => {
  const headers = (carried?: 'frame' | 'picture') => securityHeaders({ nonce: 'n0', secure: true, mode: 'production', carried });
  expect(headers()).toMatchObject({ 'X-Frame-Options': 'DENY', 'Cross-Origin-Resource-Policy': 'same-origin' });
  expect(headers()['Content-Security-Policy']).toContain("frame-ancestors 'none'");
  expect(headers('picture')).toMatchObject({ 'X-Frame-Options': 'DENY', 'Cross-Origin-Resource-Policy': 'cross-origin' });
  expect(headers('picture')['Content-Security-Policy']).toContain("frame-ancestors 'none'");
  expect(headers('frame')['X-Frame-Options']).toBeUndefined();
  expect(headers('frame')['Content-Security-Policy']).toContain('frame-ancestors *');
});
