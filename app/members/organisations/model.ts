/** An organisation: who it is. Whether it is a member is said by its memberships. */
export const constituencies = ['government', 'un_igo', 'civil_society', 'private', 'academia', 'foundation', 'teachers_union', 'youth', 'media', 'other'] as const;
export type Constituency = (typeof constituencies)[number];

export const organisationStatuses = ['active', 'merged', 'dissolved'] as const;
export type OrganisationStatus = (typeof organisationStatuses)[number];

/** Names that differ only in case, accents or spaces are possibly the same organisation (ME-3). */
export function likeness(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
