import type { LoaderFunctionArgs } from '@remix-run/node';
import { composePrinciples } from '#app/reporting/extracts/composers.server';
import { extractPdf } from '#app/reporting/extracts/request.server';

export const handle = { access: { loader: 'public' } };

export const loader = (asked: LoaderFunctionArgs) => extractPdf(asked, composePrinciples);
