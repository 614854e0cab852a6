import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { confirmAddress } from '#app/accounts/addresses/operations.server';
import { findLink } from '#app/accounts/links/link.server';
import { LinkEnded } from '#app/accounts/links/link-ended';
import { LinkStep } from '#app/accounts/links/link-step';
import { privateMeta } from '#app/accounts/page-meta';
import { accountPolicy } from '#app/accounts/policy';
import { languageOf, personActor } from '#app/accounts/viewer.server';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'public', action: 'public' } };

/** In place of a secret: what was asked for is done. */
const done = 'done';

/** AC-3: looking at the page uses nothing up. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const secret = params['secret'] ?? '';
  const link = secret === done ? undefined : await findLink(secret, 'address_confirmation', context.now);
  return { title: textFor(languageOf(request, await context.viewer()), 'accounts')('address.confirmation.title'), state: secret === done ? done : link === undefined ? 'ended' : 'open' };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const link = await findLink(params['secret'] ?? '', 'address_confirmation', context.now);
  if (link === undefined) throw redirect(paths.addressConfirmation('ended'), 303);
  const granted = permit(accountPolicy.confirmAddress, await personActor(link.person_id, context.now), link);
  const result = await confirmAddress(granted, occasionOf(context));
  return redirect(paths.addressConfirmation(result.ok ? done : 'ended'), 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function AddressConfirmation() {
  const { title, state } = useLoaderData<typeof loader>();
  const t = useText('accounts');
  if (state === 'ended') return <LinkEnded again={{ href: paths.accountAddress, label: t('address.title') }} />;
  return <LinkStep title={title} lede={t(state === done ? 'address.confirmation.done' : 'address.confirmation.lede')} act={state === done ? undefined : t('address.confirmation.act')} />;
}
