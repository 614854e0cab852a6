import { z } from 'zod';

/**
 * The configuration: environment variables and nothing else, read once at start.
 * Every fault is named in one line, all of them at once.
 */
const loopback = ['127.0.0.1', 'localhost', '::1'];

const text = z.string().trim().min(1).optional();
const schema = z.object({
  PORT: z.coerce.number({ error: 'must be a number' }).int('must be a whole number').min(0, 'must be 0 or more').max(65535, 'must be 65535 or less').default(3000),
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().trim().min(1).default('.data'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an address such as https://portal.example.org' }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be an address such as postgres://user:password@host/database' }).optional(),
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be an address such as postgres://owner:password@host/database' }).optional(),
  SECRET_FILE: text,
  TRUSTED_PROXIES: z.string().trim().default(''),
  DEMO: z.enum(['0', '1'], { error: 'must be 0 or 1' }).optional(),
  DEMO_ANYWHERE: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('0'),
  RESEND_API_KEY: text,
  RESEND_BASE_URL: z.url({ protocol: /^https?$/, error: 'must be an address such as https://mail.example.org' }).optional(),
  MAIL_FROM: z.string().trim().regex(/^([^<>]+<)?[^<>@\s]+@[^<>@\s]+>?$/, 'must be an address such as Concord <portal@example.org>').optional(),
  WORKER: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('1'),
});

export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly publicUrl: string;
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly secretFile: string;
  readonly trustedProxies: readonly string[];
  readonly demo: boolean;
  readonly mail: { readonly key: string; readonly baseUrl: string | undefined; readonly from: string } | undefined;
  /** Whether this process also delivers mail and jobs. */
  readonly worker: boolean;
}

export class ConfigurationError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Concord cannot start:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/** Reads the variables; throws ConfigurationError with one line for each fault. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigurationError(parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message} (it is "${given[String(issue.path[0])] ?? ''}")`));
  }
  const seen = parsed.data;
  const demo = (seen.DEMO ?? (seen.DATABASE_URL === undefined ? '1' : '0')) === '1';
  const faults = [
    demo && !loopback.includes(seen.HOST) && seen.DEMO_ANYWHERE !== '1'
      ? `DEMO offers accounts without a password and refuses HOST ${seen.HOST}: set DEMO=0, or DEMO_ANYWHERE=1 if that is really meant`
      : undefined,
    seen.RESEND_API_KEY !== undefined && seen.MAIL_FROM === undefined ? 'MAIL_FROM is needed when RESEND_API_KEY is set' : undefined,
    seen.DATABASE_OWNER_URL !== undefined && seen.DATABASE_URL === undefined ? 'DATABASE_URL is needed when DATABASE_OWNER_URL is set' : undefined,
  ].filter((fault) => fault !== undefined);
  if (faults.length > 0) throw new ConfigurationError(faults);
  const hostInUrl = seen.HOST.includes(':') ? `[${seen.HOST}]` : seen.HOST;
  return {
    port: seen.PORT,
    host: seen.HOST,
    dataDir: seen.DATA_DIR,
    publicUrl: (seen.PUBLIC_URL ?? `http://${hostInUrl}:${seen.PORT}`).replace(/\/+$/, ''),
    databaseUrl: seen.DATABASE_URL,
    databaseOwnerUrl: seen.DATABASE_OWNER_URL ?? seen.DATABASE_URL,
    secretFile: seen.SECRET_FILE ?? `${seen.DATA_DIR}/secret`,
    trustedProxies: seen.TRUSTED_PROXIES.split(',').map((one) => one.trim()).filter((one) => one !== ''),
    demo,
    mail: seen.RESEND_API_KEY === undefined || seen.MAIL_FROM === undefined ? undefined : { key: seen.RESEND_API_KEY, baseUrl: seen.RESEND_BASE_URL, from: seen.MAIL_FROM },
    worker: seen.WORKER === '1',
  };
}
