import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { languageOf, requirePerson } from '#app/accounts/viewer.server';
import { searchLinks } from '#app/financing/links/finder.server';
import { linkDesk, linkPolicy } from '#app/financing/links/policy';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'signed_in', action: 'funding_link:search' } };

/** The button stands on the desk; whoever opens this address is led there. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePerson(context, request);
  return redirect(paths.fundingLinks(), 303);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const granted = permit(linkPolicy.search, viewer, linkDesk);
  const reading = readForm(await fieldsOf(request), z.object({}), languageOf(request, viewer));
  if (!reading.ok) return reading.reply;
  await searchLinks(granted, occasionOf(context, reading.submission));
  return redirect(paths.fundingLinks(), 303);
}

export { Pressed as default, pressedMeta as meta } from '#app/site/pressed';
