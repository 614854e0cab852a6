import { readEnvironment } from '#app/platform/environment.server';

/** The sign-in, and the key to a form that waits for it. */
export type CookieName = 'concord' | 'concord-kept';

let overHttps: boolean | undefined;
const isSecure = (): boolean => (overHttps ??= readEnvironment(process.env).publicUrl.startsWith('https:'));

/** Over https the prefix makes browsers refuse what a sister host tries to set; plain http on this machine can carry neither it nor `Secure`. */
const fullName = (name: CookieName, secure: boolean): string => (secure ? `__Host-${name}` : name);

/** The value of one of our cookies. Anything that we cannot have set counts as absent. */
export function readCookie(header: string | undefined | null, name: CookieName, secure = isSecure()): string | undefined {
  const wanted = fullName(name, secure);
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === wanted) {
      const value = pair.slice(at + 1).trim();
      return /^[\w-]{16,128}$/.test(value) ? value : undefined;
    }
  }
  return undefined;
}

/** A `Set-Cookie` that no script can read and that other sites' forms do not carry. `seconds` 0 takes the cookie away. */
export function writeCookie(name: CookieName, value: string, seconds: number, secure = isSecure()): string {
  return `${fullName(name, secure)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

export const blankCookie = (name: CookieName): string => writeCookie(name, '', 0);
