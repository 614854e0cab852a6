import { useText } from '#app/languages/text';
import { Tag, type Tone } from '#app/ui/tag';
import type { Freshness } from './model';

const tones: Readonly<Record<Freshness, Tone>> = { authoritative: 'ok', checked: 'ok', unchecked: 'draft', machine: 'late', outdated: 'late', missing: 'none' };

/** How words in a language stand to the authoritative ones. */
export function FreshnessTag({ freshness }: { readonly freshness: Freshness }) {
  const t = useText('records');
  return <Tag tone={tones[freshness]}>{t(`translations.${freshness}`)}</Tag>;
}
