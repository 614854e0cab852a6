import { addressJob, takeAddress } from './accounts/addresses/operations.server';
import { nameDailyWork } from './daily-work.server';
import { bringUpToDate as foldTotals } from './financing/totals/upkeep.server';
import { bringUpToDate } from './frameworks/coverage/upkeep.server';
import { launchByClock } from './following/launches/sending.server';
import { keepSealing } from './platform/audit/sealing.server';
import { onJob, putDailyJobs, runJobs } from './platform/jobs.server';
import { log } from './platform/log.server';
import { launchJob } from './reporting/reports/release.server';
import { remindOfProcedure, settleByClock } from './working-groups/procedures/closing.server';
import { closingJob, reminderJob } from './working-groups/procedures/operations.server';
import { deliverMail, type Carrier } from './platform/mail/delivery.server';

/**
 * A loop that delivers mail, runs jobs, folds changes into the coverage map and the totals of money, so that who looks rarely has to, and seals the audit trail, until it is
 * stopped; a second one in another process shares the work.
 */
export interface Worker {
  readonly stop: () => Promise<void>;
}

const idleMs = 1000;

/** What each kind of job does. */
onJob(addressJob, takeAddress);
onJob(closingJob, settleByClock);
onJob(reminderJob, remindOfProcedure);
onJob(launchJob, launchByClock);

export function startWorker(environment: { readonly mail: Carrier | undefined }): Worker {
  nameDailyWork();
  let stopped = false;
  let wake: () => void = () => undefined;
  const loop = (async () => {
    while (!stopped) {
      const done = await turn(environment);
      if (done > 0 || stopped) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, idleMs).unref();
      });
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await loop;
    },
  };
}

/** One turn; a database that is away is no reason to stop: the next turn asks again. */
async function turn(environment: { readonly mail: Carrier | undefined }): Promise<number> {
  try {
    const now = new Date();
    await putDailyJobs(now);
    const done = (await deliverMail(environment.mail)) + (await runJobs(now));
    await bringUpToDate({ language: 'en', now });
    await foldTotals({ language: 'en', now });
    await keepSealing(now);
    return done;
  } catch (error) {
    log.warn('worker waits', { why: error instanceof Error ? error.message : String(error) });
    return 0;
  }
}
