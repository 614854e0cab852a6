import type { RoleName } from '#app/access/actor';
import { DateField, SelectField, TextField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import type { PersonFacts } from '../person-facts.server';

/** First which role; what it can count in depends on that. */
export function RoleChoice({ person_id, offered, chosen }: { readonly person_id: string; readonly offered: readonly RoleName[]; readonly chosen: RoleName | undefined }) {
  const t = useText('accounts');
  return (
    <form method="get" action={`${paths.person(person_id)}#grant`} className="flow">
      <SelectField name="role" width={30} label={t('people.role')} defaultValue={chosen} options={offered.map((role) => ({ value: role, label: t(`roles.${role}`) }))} />
      <Button weight="second">{t('person.choose_role')}</Button>
    </form>
  );
}

interface RoleFormProps {
  readonly person_id: string;
  readonly offering: NonNullable<PersonFacts['offering']>;
  readonly errors: (name: string) => string[] | undefined;
}

/** Then in what, from when until when, and why. */
export function RoleForm({ person_id, offering, errors }: RoleFormProps) {
  const t = useText('accounts');
  const { role, scopes } = offering;
  return (
    <>
      {scopes.map(({ kind, choices }) => (
        <form key={kind} method="post" action={`${paths.person(person_id)}?role=${role}`} className="flow" aria-label={t('person.grant_in', { role: t(`roles.${role}`), scope: t(`scopes.${kind}`) })}>
          <FormKey />
          <input type="hidden" name="role" value={role} />
          <input type="hidden" name="scope" value={kind} />
          <h3>{t('person.grant_in', { role: t(`roles.${role}`), scope: t(`scopes.${kind}`) })}</h3>
          {kind !== 'platform' && <SelectField name="scope_id" width={30} id={`scope_id-${kind}`} label={t(`scopes.${kind}`)} options={choices} required errors={errors('scope_id')} />}
          <TextField name="reason" width={30} id={`reason-${kind}`} label={t('person.reason')} hint={t('person.reason_hint')} required minLength={3} maxLength={500} errors={errors('reason')} />
          <DateField name="from" id={`from-${kind}`} label={t('person.from')} hint={t('person.from_hint')} optional errors={errors('from')} />
          <DateField name="until" id={`until-${kind}`} label={t('person.until')} optional errors={errors('until')} />
          <Button>{t('person.grant')}</Button>
        </form>
      ))}
    </>
  );
}
