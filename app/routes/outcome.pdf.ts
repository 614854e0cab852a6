import type { LoaderFunctionArgs } from '@remix-run/node';
import { printed } from '#app/document/press.server';
import { textFor } from '#app/languages/catalogues.server';
import { refOf } from '#app/reporting/outcomes/model';
import { printableOutcome } from '#app/reporting/outcomes/printable';
import { readOutcome } from '#app/reporting/outcomes/request.server';

export const handle = { access: { loader: 'public' } };

export async function loader(args: LoaderFunctionArgs) {
  const { view: { language }, report } = await readOutcome(args);
  const bytes = await printed(printableOutcome(report, { t: textFor(language, 'reporting'), press: textFor(language, 'document'), language, publicUrl: args.context.publicUrl, demo: args.context.demo }));
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${refOf(report.group_ref, report.number)}.${language}.pdf"`, 'Cache-Control': 'private, no-cache' },
  });
}
