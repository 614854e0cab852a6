import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { confirmPledge } from '#app/financing/pledges/operations.server';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { requirePledge } from '#app/financing/pledges/request.server';
import { refOf } from '#app/financing/pledges/rights.server';
import { fieldsOf, readForm } from '#app/form/reading.server';
import { paths } from '#app/paths';
import { z } from 'zod';

export const handle = { access: { loader: 'signed_in', action: 'pledge:confirm' } };

/** The button stands on the pledge's page; whoever opens this address is led there. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { view, pledge } = await requirePledge(request, params, context);
  return redirect(paths.in(view.language).pledge(pledge.ref), 303);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, view, pledge } = await requirePledge(request, params, context);
  const granted = permit(pledgePolicy.confirm, viewer, refOf(pledge));
  const reading = readForm(await fieldsOf(request), z.object({}), view.language);
  if (!reading.ok) return reading.reply;
  await confirmPledge(granted, occasionOf(context, reading.submission));
  return redirect(paths.in(view.language).pledge(pledge.ref), 303);
}

export { Pressed as default, pressedMeta as meta } from '#app/site/pressed';
