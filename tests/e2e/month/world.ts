import type { Browser } from '@playwright/test';
import { startPortal, type Portal } from '../../harness/portal';
import { openPostbox, type Postbox } from './letters';

/** The demonstration on two server processes, with a mail service, and a clock that the test moves. */
export interface World {
  readonly browser: Browser;
  readonly sides: readonly [Portal, Portal];
  readonly post: Postbox;
  now(): Date;
  /** Lets time pass until an instant, on both processes. */
  moveTo(instant: Date): Promise<void>;
  /** Lets time stand at an instant, on both processes, until it moves again: what is asked then is asked neither before nor after. */
  standAt(instant: Date): Promise<void>;
  end(): Promise<void>;
}

export async function openWorld(browser: Browser): Promise<World> {
  const post = await openPostbox();
  const first = await startPortal({ DEMO: '1', RESEND_API_KEY: 're_month', RESEND_BASE_URL: post.url, MAIL_FROM: 'Concord <portal@coalition.org>' }, { clock: true });
  const sides = [first, await first.another()] as const;
  let ahead = 0;
  return {
    browser, sides, post,
    now: () => new Date(Date.now() + ahead),
    moveTo: async (instant) => {
      ahead = instant.getTime() - Date.now();
      await Promise.all(sides.map((side) => side.goAhead(ahead)));
    },
    standAt: async (instant) => {
      ahead = instant.getTime() - Date.now();
      await Promise.all(sides.map((side) => side.standAt(instant)));
    },
    end: async () => {
      await sides[1].stop();
      await first.stop();
      await post.stop();
    },
  };
}

const day = 86_400_000;

/** So many days after an instant. */
export const later = (instant: Date, days: number): Date => new Date(instant.getTime() + days * day);
