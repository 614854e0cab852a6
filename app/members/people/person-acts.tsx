import { FormKey } from '#app/form/hidden';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button, ButtonLink } from '#app/ui/button';
import type { PersonDetail } from './queries.server';

export interface PersonMay {
  /** Send the invitation again, or take it back. */
  readonly invite: boolean;
  readonly suspend: boolean;
  readonly reinstate: boolean;
  readonly explain: boolean;
}

/** What can be done about somebody's account, as far as it stands. */
export function PersonActs({ person: { id, standing, mail }, may }: { readonly person: PersonDetail; readonly may: PersonMay }) {
  const t = useText('accounts');
  return (
    <div className="row pb-24">
      {may.explain && <ButtonLink weight="second" href={paths.personPermissions(id)}>{t('permissions.open')}</ButtonLink>}
      {may.invite && (standing === 'invited' || (standing === 'none' && mail !== null)) && (
        <form method="post" action={paths.personInvitation(id)}><FormKey /><Button weight="second">{t(standing === 'invited' ? 'person.invite_again' : 'person.invite')}</Button></form>
      )}
      {may.invite && standing === 'invited' && <form method="post" action={paths.personInvitationEnd(id)}><FormKey /><Button weight="second">{t('person.revoke')}</Button></form>}
      {may.suspend && standing !== 'suspended' && <ButtonLink weight="second" href={paths.personSuspension(id)}>{t('suspension.title')}</ButtonLink>}
      {may.reinstate && standing === 'suspended' && <form method="post" action={paths.personReinstatement(id)}><FormKey /><Button weight="second">{t('suspension.lift')}</Button></form>}
    </div>
  );
}
