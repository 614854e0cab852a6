import { useLocation } from '@remix-run/react';
import { FormKey } from '#app/form/hidden';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import type { Following } from './queries.server';

/** To follow what the page is about, or to stop; nothing for whoever is not signed in. */
export function FollowButton({ following }: { readonly following: Following | undefined }) {
  const t = useText('following');
  const { pathname, search } = useLocation();
  if (following === undefined) return null;
  const { kind, id, follow_id } = following;
  return (
    <form method="post" action={follow_id === null ? paths.follows : paths.followEnd(follow_id)} className="row noprint pb-16">
      <FormKey />
      <input type="hidden" name="back" value={`${pathname}${search}`} />
      {follow_id === null && <input type="hidden" name="kind" value={kind} />}
      {follow_id === null && <input type="hidden" name="id" value={id} />}
      <Button weight="second">{t(follow_id === null ? 'act.follow' : 'act.stop')}</Button>
      {follow_id !== null && <a className="small" href={paths.following}>{t('act.all')}</a>}
    </form>
  );
}
