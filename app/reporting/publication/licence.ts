import { licences, type Licence } from '#app/coalitions/licences';
import { leftToRight } from '#app/languages/apart';
import type { Text } from '#app/languages/catalogue';

/** How an edition may be used, in a line: what its coalition said when it came out, or that it said nothing. */
export const licenceOf = (licence: Licence | null, t: Text): string =>
  licence === null ? t('files.licence_none_line') : t('files.licence_line', { title: leftToRight(licences[licence].title), address: leftToRight(licences[licence].path) });

/** The same as the value of a fact, with the name by which programs know it. */
export const licenceFact = (licence: Licence | null, t: Text): string => (licence === null ? t('files.licence_none') : `${licences[licence].title} (${licence}), ${licences[licence].path}`);
