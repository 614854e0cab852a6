/** Names that runtimes still give zones which the IANA database has renamed since: what they are called now. */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara', 'America/Buenos_Aires': 'America/Argentina/Buenos_Aires', 'America/Catamarca': 'America/Argentina/Catamarca', 'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba', 'America/Godthab': 'America/Nuuk', 'America/Indianapolis': 'America/Indiana/Indianapolis', 'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville', 'America/Mendoza': 'America/Argentina/Mendoza', 'Asia/Calcutta': 'Asia/Kolkata', 'Asia/Katmandu': 'Asia/Kathmandu', 'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh', 'Atlantic/Faeroe': 'Atlantic/Faroe', 'Europe/Kiev': 'Europe/Kyiv', 'Pacific/Enderbury': 'Pacific/Kanton', 'Pacific/Ponape': 'Pacific/Pohnpei', 'Pacific/Truk': 'Pacific/Chuuk',
};

/** Every IANA zone that this release knows, UTC first, by the names that people know today; read once. */
export const zones: readonly string[] = ['UTC', ...new Set(Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC').map((zone) => renamed[zone] ?? zone))].toSorted((a, b) => Number(b === 'UTC') - Number(a === 'UTC') || (a < b ? -1 : 1));

/** The list with one that older profiles may carry. */
export const zonesWith = (zone: string): readonly string[] => (zones.includes(zone) ? zones : [zone, ...zones]);
