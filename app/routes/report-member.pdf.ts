import type { LoaderFunctionArgs } from '@remix-run/node';
import { ownPdf } from '#app/reporting/own-reports/composers.server';

export const handle = { access: { loader: 'public' } };

export const loader = (asked: LoaderFunctionArgs) => ownPdf(asked, 'member');
