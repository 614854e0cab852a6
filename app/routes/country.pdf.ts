import type { LoaderFunctionArgs } from '@remix-run/node';
import { profilePdf } from '#app/countries/profile/pdf.server';
import { requireLanguage } from '#app/languages/request.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { findCountry } from '#db/reference/countries';

export const handle = { access: { loader: 'public' } };

/** The profile of a country in one language, as a tagged PDF. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const country = findCountry(params['iso2'] ?? '');
  if (country === undefined) throw notFound();
  const address = `${context.publicUrl}${paths.in(language).country(country.iso2)}`;
  const bytes = await profilePdf(country.iso2, { language, now: context.now }, { address, demo: context.demo });
  if (bytes === undefined) throw notFound();
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${country.iso2}.${language}.pdf"`, 'Cache-Control': 'private, no-cache' },
  });
}
