import type { ReactNode } from 'react';
import { useLocale } from '#app/languages/text';

/** Words that people wrote, in whatever language (BCP 47): where it is not the page's own, read aloud and set as what they are. */
export function Written({ in: tag, children }: { readonly in: string; readonly children: ReactNode }) {
  const { language } = useLocale();
  return tag === language ? children : <span lang={tag} dir="auto">{children}</span>;
}
