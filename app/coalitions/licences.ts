/**
 * The licences under which a coalition may hand out its reports: each by its name in the SPDX list, with what people call it and the
 * address of its terms. The constraint `coalitions_licence` holds the same list.
 */
export const licences = {
  'CC0-1.0': { short: 'CC0 1.0', title: 'Creative Commons Zero 1.0 Universal', path: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  'CC-BY-4.0': { short: 'CC BY 4.0', title: 'Creative Commons Attribution 4.0 International', path: 'https://creativecommons.org/licenses/by/4.0/' },
  'CC-BY-SA-4.0': { short: 'CC BY-SA 4.0', title: 'Creative Commons Attribution-ShareAlike 4.0 International', path: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  'CC-BY-NC-4.0': { short: 'CC BY-NC 4.0', title: 'Creative Commons Attribution-NonCommercial 4.0 International', path: 'https://creativecommons.org/licenses/by-nc/4.0/' },
  'CC-BY-NC-SA-4.0': { short: 'CC BY-NC-SA 4.0', title: 'Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International', path: 'https://creativecommons.org/licenses/by-nc-sa/4.0/' },
  'CC-BY-3.0-IGO': { short: 'CC BY 3.0 IGO', title: 'Creative Commons Attribution 3.0 IGO', path: 'https://creativecommons.org/licenses/by/3.0/igo/' },
  'CC-BY-SA-3.0-IGO': { short: 'CC BY-SA 3.0 IGO', title: 'Creative Commons Attribution-ShareAlike 3.0 IGO', path: 'https://creativecommons.org/licenses/by-sa/3.0/igo/' },
  'CC-BY-NC-SA-3.0-IGO': { short: 'CC BY-NC-SA 3.0 IGO', title: 'Creative Commons Attribution-NonCommercial-ShareAlike 3.0 IGO', path: 'https://creativecommons.org/licenses/by-nc-sa/3.0/igo/' },
} as const satisfies Readonly<Record<string, { readonly short: string; readonly title: string; readonly path: `https://creativecommons.org/${string}` }>>;

export type Licence = keyof typeof licences;

export const licenceNames = Object.keys(licences) as readonly Licence[] as readonly [Licence, ...Licence[]];
