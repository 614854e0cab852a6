import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { anyone } from '#app/access/actor';
import { permit } from '#app/access/permit';
import { occasionOf } from '#app/access/request';
import { LinkEnded } from '#app/accounts/links/link-ended';
import { LinkStep } from '#app/accounts/links/link-step';
import { privateMeta } from '#app/accounts/page-meta';
import { languageOf } from '#app/accounts/viewer.server';
import { stopDigests } from '#app/following/operations.server';
import { followPolicy } from '#app/following/policy';
import { findStop } from '#app/following/queries.server';
import { textFor } from '#app/languages/catalogues.server';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';

export const handle = { access: { loader: 'public', action: 'public' } };

/** Looking changes nothing: programs open links before people do. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await findStop(params['secret'] ?? '');
  return { title: textFor(languageOf(request, await context.viewer()), 'following')('stop.title'), state: found === undefined ? 'ended' : found.rhythm === 'none' ? 'stopped' : 'open' };
}

/**
 * The secret is all that is asked for, whoever is signed in: mail programs post here by themselves (RFC 8058), without an origin, and are
 * answered by the page itself, since they follow no redirect. Posted again it changes nothing more.
 */
export async function action({ params, context }: ActionFunctionArgs) {
  const found = await findStop(params['secret'] ?? '');
  if (found !== undefined && found.rhythm !== 'none') await stopDigests(permit(followPolicy.stop, anyone, { person_id: found.person_id }), occasionOf(context));
  return null;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.title);

export default function FollowingStop() {
  const { title, state } = useLoaderData<typeof loader>();
  const t = useText('following');
  const own = { href: paths.following, label: t('title') };
  if (state === 'ended') return <LinkEnded again={own} />;
  return (
    <>
      <LinkStep title={title} lede={t(state === 'stopped' ? 'stop.done' : 'stop.lede')} act={state === 'stopped' ? undefined : t('stop.act')} />
      <p className="pt-16"><a href={own.href}>{t('stop.choose')}</a></p>
    </>
  );
}
