import type { OptionGroup } from '#app/form/field';
import type { Text } from '#app/languages/catalogue';
import type { Language } from '#app/languages/language';
import { REGIONS } from '#db/reference/regions';
import type { PartyChoice } from './place.server';

/** Countries and organisations as the groups of a select, by the key that forms post. */
export function partyGroups(parties: readonly PartyChoice[], t: Text): OptionGroup[] {
  const of = (kind: string) => parties.filter(({ key }) => key.startsWith(kind)).map(({ key, name }) => ({ value: key, label: name }));
  return [{ label: t('form.countries'), options: of('country:') }, { label: t('form.organisations'), options: of('organisation:') }].filter(({ options }) => options.length > 0);
}

/** Who can receive: the same, and the regions of M49, the largest first. */
export const recipientGroups = (parties: readonly PartyChoice[], language: Language, t: Text): OptionGroup[] =>
  [...partyGroups(parties, t), { label: t('terms.regions'), options: REGIONS.map(({ m49, name }) => ({ value: `region:${m49}`, label: name[language] })) }];
