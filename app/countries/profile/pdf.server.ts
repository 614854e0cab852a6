import { anyone } from '#app/access/actor';
import { todayOf, type View } from '#app/commitments/readable.server';
import { printed } from '#app/document/press.server';
import { textFor } from '#app/languages/catalogues.server';
import { countryPage } from '../record.server';
import { printableProfile } from './printable';

/** The profile of a country as a PDF: what everybody may read, whoever asks. Undefined where there is no such country. */
export async function profilePdf(iso2: string, view: View, where: { readonly address: string; readonly demo: boolean }): Promise<Uint8Array | undefined> {
  const page = await countryPage(anyone, iso2, view);
  if (page === undefined) return undefined;
  const { language } = view;
  const words = {
    countries: textFor(language, 'countries'), commitments: textFor(language, 'commitments'), financing: textFor(language, 'financing'), members: textFor(language, 'members'), registries: textFor(language, 'registries'), press: textFor(language, 'document'),
  };
  return printed(printableProfile(page, { ...words, language, today: todayOf(view), ...where }));
}
