import type { PlatformRecord } from './queries.server';

/** What pages show of a platform: nothing that only decisions need, such as who wrote it or what is under way. */
export type ShownPlatform = Omit<PlatformRecord, 'open' | 'nominated_by' | 'coalition_ids'>;

export function shownPlatform({ open: _open, nominated_by: _nominator, coalition_ids: _places, ...shown }: PlatformRecord): ShownPlatform {
  return shown;
}
