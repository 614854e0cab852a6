import { formatDayInZone, formatTime } from '#app/languages/format';
import type { Language } from '#app/languages/language';

/** The instant of the last change that is in the sums, with its zone. */
export const changedWords = (language: Language, at: string | null): string | undefined => (at === null ? undefined : `${formatDayInZone(language, at, 'UTC')}, ${formatTime(language, at, 'UTC')} UTC`);
