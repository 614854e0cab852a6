interface Placed {
  readonly id: string;
  readonly parent_id: string | null;
}

/** Whether a clause is another one, or stands anywhere under it. */
export function standsUnder(nodes: readonly Placed[], id: string, above: string): boolean {
  const parents = new Map(nodes.map((node) => [node.id, node.parent_id]));
  for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) if (at === above) return true;
  return false;
}

/** How a translation stands to the authoritative words. */
export type Freshness = 'authoritative' | 'missing' | 'outdated' | 'machine' | 'unchecked' | 'checked';

interface Words {
  readonly language: string;
  readonly origin: 'human' | 'machine';
  readonly checked_by: string | null;
  readonly source_version: number;
}

/** What is the matter with a clause in a language, worst first. */
export function freshnessOf(words: Words | undefined, authoritative: string, textVersion: number): Freshness {
  if (words === undefined) return 'missing';
  if (words.language === authoritative) return 'authoritative';
  if (words.source_version < textVersion) return 'outdated';
  if (words.checked_by !== null) return 'checked';
  return words.origin === 'machine' ? 'machine' : 'unchecked';
}
