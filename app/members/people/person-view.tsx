import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { List, Item } from '#app/ui/list';
import type { Decision } from '#app/access/decision';
import type { HeldRoleRow, PersonDetail } from './queries.server';

/** The name of a role with what it counts in. */
export function useRoleName(): (held: Pick<HeldRoleRow, 'role' | 'scope'>) => string {
  const t = useText('accounts');
  return ({ role, scope }) => t('people.role_in', { role: t(`roles.${role}`), scope: scope ?? t('scopes.platform') });
}

interface RolesProps {
  readonly person: PersonDetail;
  readonly endings: Readonly<Record<string, Decision>>;
}

/** The roles in force, and below them those that were. */
export function RoleList({ person, endings }: RolesProps) {
  const t = useText('accounts');
  const { language } = useLocale();
  const nameOf = useRoleName();
  const day = (instant: string) => formatDate(language, instant.slice(0, 10));
  const span = ({ starts_at, ends_at }: HeldRoleRow) => (ends_at === null ? t('person.since', { from: day(starts_at) }) : t('person.from_to', { from: day(starts_at), to: day(ends_at) }));
  return (
    <>
      {person.roles.length === 0 && <p className="muted">{t('person.no_roles')}</p>}
      <List>
        {person.roles.map((held) => {
          const ending = endings[held.id];
          return (
            <Item key={held.id} title={<strong>{nameOf(held)}</strong>} note={held.reason === null ? span(held) : `${span(held)} · ${held.reason}`}
              marks={ending?.allowed === true ? <a href={paths.roleEnd(person.id, held.id)}>{t('person.end_role')}<span className="vh"> {nameOf(held)}</span></a> : <span className="small muted">{ending === undefined ? '' : t(ending.reason)}</span>} />
          );
        })}
        {person.other_roles.map((held) => <Item key={held.id} title={<span className="muted">{nameOf(held)}</span>} note={held.reason === null ? span(held) : `${span(held)} · ${held.reason}`} />)}
      </List>
    </>
  );
}

/** Where somebody belongs and belonged. */
export function AffiliationList({ person, ends }: { readonly person: PersonDetail; readonly ends: boolean }) {
  const t = useText('accounts');
  const { language } = useLocale();
  if (person.affiliations.length === 0) return <p className="muted">{t('person.no_places')}</p>;
  return (
    <List>
      {person.affiliations.map((one) => (
        <Item key={one.id} title={one.name} href={paths.in(language).member(one.ref)}
          note={[one.title, one.until_on === null ? t('person.since', { from: formatDate(language, one.from_on) }) : t('person.from_to', { from: formatDate(language, one.from_on), to: formatDate(language, one.until_on) })].filter(Boolean).join(' · ')}
          marks={ends && one.until_on === null ? <a href={paths.affiliationEnd(person.id, one.id)}>{t('person.end_place')}<span className="vh"> {one.name}</span></a> : undefined} />
      ))}
    </List>
  );
}
