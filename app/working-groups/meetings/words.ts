import type { Language } from '#app/languages/language';
import type { Day } from '#app/platform/clock';

/** The title in a language, else in the meeting's own. */
export const titleIn = (texts: readonly { readonly language: string; readonly title: string }[], language: Language, own: string): string =>
  (texts.find((one) => one.language === language) ?? texts.find((one) => one.language === own) ?? texts[0])?.title ?? '';

/** “12 May 2026 – 14 May 2026”; one day stands alone. */
export const spanOfDays = (language: Language, { starts_on, ends_on }: { readonly starts_on: Day; readonly ends_on: Day }, format: (language: Language, day: Day) => string): string =>
  (starts_on === ends_on ? format(language, starts_on) : `${format(language, starts_on)} – ${format(language, ends_on)}`);
