export interface Answer {
  readonly nonce: string;
  readonly secure: boolean;
  readonly mode: 'production' | 'development';
  /** What pages of others may show: in a frame, or as a picture. */
  readonly carried?: Carried | undefined;
}
export type Carried = 'frame' | 'picture';

/** While one works on it, the development server writes styles and scripts into the page and talks to it: there, and only there, it may. */
const sources: Readonly<Record<Answer['mode'], (nonce: string) => readonly string[]>> = {
  production: (nonce) => [`script-src 'self' 'nonce-${nonce}'`, "style-src 'self'", "connect-src 'self'"],
  development: () => ["script-src 'self' 'unsafe-inline'", "style-src 'self' 'unsafe-inline'", "connect-src 'self' ws:"],
};

/**
 * The headers of every answer. Pages carry no inline script but the framework's own on hydrated pages, which bear the nonce;
 * inline styles are allowed as attributes only because charts place their bars with percentages.
 */
export function securityHeaders({ nonce, secure, mode, carried }: Answer): Record<string, string> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      ...sources[mode](nonce),
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      `frame-ancestors ${carried === 'frame' ? '*' : "'none'"}`,
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    ...(carried === 'frame' ? {} : { 'X-Frame-Options': 'DENY' }),
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': carried === undefined ? 'same-origin' : 'cross-origin',
    ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}
