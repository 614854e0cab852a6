import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requireConfirmed, requirePerson } from '#app/accounts/viewer.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { pressed } from '#app/frameworks/endorsements/input.server';
import { endorsementPolicy } from '#app/frameworks/endorsements/policy';
import { acceptRegister } from '#app/frameworks/endorsements/registers.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'endorsement:accept', action: 'endorsement:accept' } };

const framework = ({ params }: LoaderFunctionArgs | ActionFunctionArgs): string => params['code'] ?? '';

/** The button stands on the ledger; whoever opens this address is led there. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePerson(args.context, args.request);
  permit(endorsementPolicy.accept, viewer, { framework: framework(args) });
  return redirect(paths.in(languageOf(args.request, viewer)).endorsements({ framework: framework(args) }));
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireConfirmed(args.context, args.request);
  const granted = permit(endorsementPolicy.accept, viewer, { framework: framework(args) });
  const language = languageOf(args.request, viewer);
  const reading = readForm(await fieldsOf(args.request), pressed, language);
  if (!reading.ok) return reading.reply;
  const result = await acceptRegister(granted, occasionOf(args.context, reading.submission));
  if (!result.ok) throw reading.answer(result.problems);
  return redirect(paths.in(language).endorsements({ framework: framework(args) }), 303);
}

export { Pressed as default, pressedMeta as meta } from '#app/site/pressed';
