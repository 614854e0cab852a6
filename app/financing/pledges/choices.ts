import type { OptionGroup } from '#app/form/field';
import type { Text } from '#app/languages/catalogue';
import type { PartyChoice } from './place.server';

/** Countries and organisations as the groups of a select. */
export function partyGroups(parties: readonly PartyChoice[], t: Text): OptionGroup[] {
  const of = (kind: string) => parties.filter(({ key }) => key.startsWith(kind)).map(({ key, name }) => ({ value: key, label: name }));
  return [{ label: t('form.countries'), options: of('country:') }, { label: t('form.organisations'), options: of('organisation:') }].filter(({ options }) => options.length > 0);
}
