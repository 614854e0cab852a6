import type { LoaderFunctionArgs } from '@remix-run/node';
import { errorFile } from '#app/open-data/imports/error-file';
import { listingOf } from '#app/open-data/imports/listing.server';
import { errorsOf } from '#app/open-data/imports/queries.server';
import { rowErrorText } from '#app/open-data/imports/words';

export const handle = { access: { loader: 'import:list' } };

/** All errors of an import as CSV, in the reader's language. */
export const loader = (args: LoaderFunctionArgs) => listingOf(args, 'errors', async (person, id, t) => errorFile(await errorsOf(person, id), (error) => rowErrorText(t, error)));
