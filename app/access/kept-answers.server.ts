import { dataEpoch } from '#app/platform/epoch.server';
import type { Actor } from './actor';

/**
 * Answers that cost more than the page around them, such as counts: what visitors are told is the same for all of them, so it is asked
 * once until the data change, or until the clock alone may have changed it (an embargo ends, an update grows old). Ten who ask at once
 * wait for one query. Whoever is signed in is never answered from here: they see what they did, at once.
 */
export interface KeptAnswers<Answer> {
  readonly get: (viewer: Actor, key: string, ask: () => Promise<Answer>) => Promise<Answer>;
}

interface Kept<Answer> {
  readonly epoch: number;
  readonly until: number;
  readonly answer: Promise<Answer>;
}

const longestMs = 30_000;

/** `most` is how many are kept at a time: fewer of those that are large. */
export function keptAnswers<Answer>(most = 1000, epoch: () => number | undefined = dataEpoch, clock: () => number = Date.now): KeptAnswers<Answer> {
  const kept = new Map<string, Kept<Answer>>();
  return {
    get: (viewer, key, ask) => {
      const now = epoch();
      if (viewer.kind !== 'public' || now === undefined) return ask();
      const known = kept.get(key);
      if (known !== undefined && known.epoch === now && known.until > clock()) return known.answer;
      const answer = ask();
      kept.delete(key);
      kept.set(key, { epoch: now, until: clock() + longestMs, answer });
      answer.catch(() => kept.get(key)?.answer === answer && kept.delete(key));
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return answer;
    },
  };
}
