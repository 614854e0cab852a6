import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireLanguage } from '#app/languages/request.server';
import { datasets } from '#app/site/downloads/datasets.server';

export const handle = { access: { loader: 'public' } };

/** The lists for machines: addresses, filters and columns of every file, with whole addresses. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const whole = (path: string) => `${context.publicUrl}${path}`;
  const lists = datasets(language).map(({ address, files, ...list }) => ({
    ...list, address: whole(address), files: { csv: whole(files.csv), xlsx: whole(files.xlsx), json: whole(files.json) },
  }));
  return new Response(JSON.stringify({ portal: context.publicUrl, language, lists }, null, 2), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}
