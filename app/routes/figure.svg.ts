import type { LoaderFunctionArgs } from '@remix-run/node';
import { textFor } from '#app/languages/catalogues.server';
import { requireFigure } from '#app/reporting/figures/page.server';
import { figureSvg } from '#app/reporting/figures/svg.server';
import { viewOf } from '#app/reporting/figures/view';

export const handle = { access: { loader: 'public' } };

/** A figure as a picture that scales, with its numbers in words. */
export async function loader(asked: LoaderFunctionArgs) {
  const { report, figure, sha256, language } = await requireFigure(asked);
  const svg = figureSvg({ figure: viewOf(figure, { t: textFor(language, 'reporting'), language, sha256 }), language, title: report.title });
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'private, no-cache' } });
}
