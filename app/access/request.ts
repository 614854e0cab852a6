import type { AppLoadContext } from '@remix-run/node';
import type { Actor } from './actor';
import type { Occasion } from './transaction.server';

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** The instant the request arrived: the clock of everything that it causes. */
    readonly now: Date;
    readonly requestId: string;
    readonly nonce: string;
    /** The network address that rate limits count by. */
    readonly client: string;
    readonly publicUrl: string;
    readonly demo: boolean;
    /** Who asks: looked up once for a request, on first use. */
    readonly viewer: () => Promise<Actor>;
  }
}
declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true;
  }
}

const submissions = new WeakMap<AppLoadContext, string>();

/** The key of the form that a request wrote something for, as far as it came. */
export const submissionOf = (context: AppLoadContext): string | undefined => submissions.get(context);

/** The circumstances of a write that a request asks for. */
export function occasionOf(context: AppLoadContext, submission?: string): Occasion {
  if (submission !== undefined) submissions.set(context, submission);
  return { now: context.now, request: context.requestId, submission };
}
