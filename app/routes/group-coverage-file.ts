import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireLanguage } from '#app/languages/request.server';
import { notFound } from '#app/platform/http/answers.server';
import { listAnswer } from '#app/table/files/answer.server';
import { fileTable, type FileFormat } from '#app/table/files/column';
import { readState } from '#app/table/state';
import { itemFileColumns } from '#app/working-groups/dimensions/columns';
import { allItems } from '#app/working-groups/dimensions/items.server';
import { itemList } from '#app/working-groups/dimensions/list';
import { findGroup } from '#app/working-groups/queries.server';

export const handle = { access: { loader: 'public' } };

/** The items behind the coverage of a group as CSV, XLSX or JSON: those of its page, with the same filters. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = { language: requireLanguage(params), now: context.now };
  const viewer = await context.viewer();
  const group = await findGroup(viewer, params['ref'] ?? '', view);
  if (group === undefined) throw notFound();
  const { pathname, searchParams } = new URL(request.url);
  const format = pathname.slice(pathname.lastIndexOf('.') + 1) as FileFormat;
  return listAnswer({ request, language: view.language }, `concord-${group.ref}-coverage`, fileTable(itemFileColumns, allItems(viewer, group.id, readState(itemList, searchParams), view)), format);
}
