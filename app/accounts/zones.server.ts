/** Every IANA zone that this release knows, UTC first; read once. */
export const zones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** The list with one that older profiles may carry. */
export const zonesWith = (zone: string): readonly string[] => (zones.includes(zone) ? zones : [zone, ...zones]);
