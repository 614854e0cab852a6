import type { Text } from '#app/languages/catalogue';
import { Tag, type Tone } from '#app/ui/tag';
import type { Freshness } from './clauses/model';

const tones: Readonly<Record<Freshness, Tone>> = { authoritative: 'ok', checked: 'ok', unchecked: 'draft', machine: 'late', outdated: 'late', missing: 'none' };

/** How the words of a clause in a language stand to the authoritative ones. */
export const freshnessTag = (freshness: Freshness, t: Text) => <Tag tone={tones[freshness]}>{t(`translation.${freshness}`)}</Tag>;
