/** An organisation: who it is. Whether it is a member is said by its memberships. */
export const constituencies = ['government', 'un_igo', 'civil_society', 'private', 'academia', 'foundation', 'teachers_union', 'youth', 'media', 'other'] as const;
export type Constituency = (typeof constituencies)[number];

export const organisationStatuses = ['active', 'merged', 'dissolved'] as const;
export type OrganisationStatus = (typeof organisationStatuses)[number];

/** Names that differ only in case, accents or spaces are possibly the same organisation (ME-3). */
export function likeness(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** How alike two names are, from 0 to 1: the share of neighbouring letters that they have in common (Dice). */
export function similarity(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const size = (pairs: ReadonlyMap<string, number>) => [...pairs.values()].reduce((sum, count) => sum + count, 0);
  const both = [...a].reduce((sum, [pair, count]) => sum + Math.min(count, b.get(pair) ?? 0), 0);
  return both === 0 ? 0 : (2 * both) / (size(a) + size(b));
}

function pairsOf(name: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (const word of likeness(name).split(' ')) {
    const letters = [...` ${word} `];
    for (let at = 1; at < letters.length; at += 1) {
      const pair = `${letters[at - 1] ?? ''}${letters[at] ?? ''}`;
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}

/** The host of a site as people know it: without `www.`, in lower case; undefined for what is no address. */
export function siteOf(website: string | null): string | undefined {
  if (website === null || !URL.canParse(website)) return undefined;
  return new URL(website).hostname.toLowerCase().replace(/^www\./, '');
}

export const duplicateReasons = ['same_identifier', 'same_name', 'same_site', 'similar_name'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

export interface Likeness {
  readonly name: string;
  readonly short_name: string | null;
  readonly country_iso2: string | null;
  readonly website: string | null;
  readonly identifiers: readonly string[];
}

/** From this share on two names are alike enough to ask: `Ministry of Eductaion` is, `Ministry of Health` is not. */
const alikeFrom = 0.8;

/**
 * ME-3: why two descriptions may be of the same organisation, the strongest reason; undefined where nothing says so. Names that are
 * merely similar say nothing when both countries are known and differ: ministries of the world are called alike.
 */
export function likelyBecause(one: Likeness, other: Likeness): DuplicateReason | undefined {
  if (one.identifiers.some((identifier) => other.identifiers.includes(identifier))) return 'same_identifier';
  const elsewhere = one.country_iso2 !== null && other.country_iso2 !== null && one.country_iso2 !== other.country_iso2;
  if (likeness(one.name) === likeness(other.name) && !elsewhere) return 'same_name';
  const site = siteOf(one.website);
  if (site !== undefined && site === siteOf(other.website)) return 'same_site';
  if (elsewhere) return undefined;
  const short = one.short_name !== null && other.short_name !== null && likeness(one.short_name) === likeness(other.short_name);
  return short || similarity(one.name, other.name) >= alikeFrom ? 'similar_name' : undefined;
}
