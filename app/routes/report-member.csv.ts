import type { LoaderFunctionArgs } from '@remix-run/node';
import { ownCsv } from '#app/reporting/own-reports/composers.server';

export const handle = { access: { loader: 'public' } };

export const loader = (asked: LoaderFunctionArgs) => ownCsv(asked, 'member');
