import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { withdrawAddressChange } from '#app/accounts/addresses/operations.server';
import { accountPolicy } from '#app/accounts/policy';
import { requirePerson } from '#app/accounts/viewer.server';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'signed_in', action: 'address:withdraw' } };

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePerson(context, request);
  return redirect(paths.account, 303);
}

/** Calls off what waits. Where nothing waits any more, the account shows that. */
export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(context, request);
  await withdrawAddressChange(permit(accountPolicy.withdrawAddress, person, { person_id: person.id }), occasionOf(context));
  return redirect(paths.account, 303);
}

export { Pressed as default, pressedMeta as meta } from '#app/site/pressed';
