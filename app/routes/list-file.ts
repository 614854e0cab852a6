import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireLanguage } from '#app/languages/request.server';
import { exportLists } from '#app/open-data/exports/lists.server';
import { listOfPath } from '#app/open-data/exports/model';
import { notFound } from '#app/platform/http/answers.server';
import { listAnswer } from '#app/table/files/answer.server';

export const handle = { access: { loader: 'public' } };

/** A list as CSV, XLSX or JSON, beside its page: the same filters, the same guard, all rows. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const url = new URL(request.url);
  const asked = listOfPath(url.pathname);
  if (asked === undefined) throw notFound();
  const table = exportLists[asked.kind].open(await context.viewer(), url.searchParams, { language, now: context.now });
  return listAnswer({ request, language }, `concord-${asked.kind}`, table, asked.format);
}
