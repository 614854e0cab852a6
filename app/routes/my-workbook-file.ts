import type { LoaderFunctionArgs } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { ownWorkbook, workbookPolicy } from '#app/open-data/workbook/policy';
import { ownBook } from '#app/open-data/workbook/sheets.server';
import { bytesAnswer } from '#app/table/files/answer.server';
import { bookOf } from '#app/table/files/workbook';

export const handle = { access: { loader: 'workbook:take' } };

/** Somebody's own commitments and updates, to be filled in without a line. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  permit(workbookPolicy.take, person, ownWorkbook);
  const language = languageOf(request, person);
  const book = await ownBook(person, { language, now: context.now });
  return bytesAnswer({ request, language }, 'concord-commitments', 'xlsx', () => bookOf(book));
}
