import type { LoaderFunctionArgs } from '@remix-run/node';
import { errorFile } from '#app/open-data/imports/error-file';
import { listingOf } from '#app/open-data/imports/listing.server';
import { departuresOf } from '#app/open-data/imports/queries.server';
import { departureText } from '#app/open-data/imports/words';

export const handle = { access: { loader: 'import:list' } };

/** In what a file departs from its standard, all of it as CSV, in the reader's language. */
export const loader = (args: LoaderFunctionArgs) => listingOf(args, 'departures', async (person, id, t) => errorFile(await departuresOf(person, id), (one) => departureText(t, one)));
