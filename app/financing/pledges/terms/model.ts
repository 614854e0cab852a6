import { problem, type Problem } from '#app/access/result';
import { decimalsOf, isZero, totalsHundred } from '#app/financing/money/model';
import type { PledgeKind } from '../model';
import { sectorVocabularies, type CodeName, type SectorVocabulary } from './codes';

/** Which part of a pledge is for which sector, in one vocabulary. */
export interface Sector {
  readonly vocabulary: SectorVocabulary;
  readonly code: string;
  /** Of a sector that the provider named itself. */
  readonly name: string | null;
  readonly share: string;
}

export interface Marker {
  readonly marker: string;
  readonly significance: string;
}

/** What classifies a pledge and changes no amount: it can be put right after the pledge is confirmed. */
export interface Classification extends Readonly<Partial<Record<CodeName, string | undefined>>> {
  readonly sectors?: readonly Sector[] | undefined;
  readonly markers?: readonly Marker[] | undefined;
}

/** FI-10: in what each kind is counted. Money and guarantees are not. */
export const unitsOfKind = {
  cash: [], guarantee: [], in_kind: ['items'], technical_assistance: ['person_days'], connectivity: ['schools', 'sites'],
  devices: ['laptops', 'tablets', 'phones', 'servers', 'devices'], content: ['open_items', 'licensed_items'],
} as const satisfies Readonly<Record<PledgeKind, readonly string[]>>;
export type Unit = (typeof unitsOfKind)[PledgeKind][number];
export const units: readonly Unit[] = Object.values(unitsOfKind).flat();

interface Counted {
  readonly kind: PledgeKind;
  readonly quantity?: string | undefined;
  readonly unit?: Unit | undefined;
}

/** FI-10: how much and of what belong together, in a unit of the kind. */
export function quantityProblems({ kind, quantity, unit }: Counted): Problem[] {
  if (quantity === undefined && unit === undefined) return [];
  if (quantity === undefined) return [problem('financing:problems.quantity', 'quantity')];
  if (unit === undefined || !(unitsOfKind[kind] as readonly string[]).includes(unit)) return [problem('financing:problems.unit', 'unit')];
  return isZero(quantity) || decimalsOf(quantity) > 2 ? [problem('financing:problems.quantity', 'quantity')] : [];
}

/** DAC: only the markers of desertification and of maternal and child health have more than three steps. */
const mostSignificant = (marker: string): number => (marker === '9' ? 4 : marker === '8' ? 3 : 2);

/** FI-3: shares of sectors total 100 in each vocabulary; nothing is named twice. */
export function classificationProblems({ sectors = [], markers = [] }: Classification): Problem[] {
  const problems: Problem[] = [];
  if (new Set(sectors.map(({ vocabulary, code }) => `${vocabulary}:${code}`)).size < sectors.length) problems.push(problem('financing:problems.sector_twice', 'sectors'));
  for (const shares of sharesByVocabulary(sectors)) if (!totalsHundred(shares)) problems.push(problem('financing:problems.sectors_not_100', 'sectors'));
  if (new Set(markers.map(({ marker }) => marker)).size < markers.length) problems.push(problem('financing:problems.marker_twice', 'markers'));
  if (markers.some(({ marker, significance }) => Number(significance) > mostSignificant(marker))) problems.push(problem('financing:problems.significance_of_marker', 'markers'));
  return problems;
}

const sharesByVocabulary = (sectors: readonly Sector[]): string[][] =>
  sectorVocabularies.map((vocabulary) => sectors.filter((one) => one.vocabulary === vocabulary).map(({ share }) => share)).filter((shares) => shares.length > 0);
