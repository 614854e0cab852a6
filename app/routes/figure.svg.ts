import type { LoaderFunctionArgs } from '@remix-run/node';
import { textFor } from '#app/languages/catalogues.server';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { findFigure } from '#app/reporting/figures/page.server';
import { figureSvg } from '#app/reporting/figures/svg.server';
import { viewOf } from '#app/reporting/figures/view';
import { namedEdition } from '#app/reporting/publication/edition.server';

export const handle = { access: { loader: 'public' } };

/** A figure as a picture that scales, with its numbers in words. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const found = await findFigure(await context.viewer(), params['ref'] ?? '', params['key'] ?? '', { language, now: context.now }, namedEdition(params['edition']));
  if (found === undefined) throw notFound();
  const svg = figureSvg({ figure: viewOf(found.figure, { t: textFor(language, 'reporting'), language, sha256: found.sha256 }), language, title: found.report.title });
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'private, no-cache' } });
}
