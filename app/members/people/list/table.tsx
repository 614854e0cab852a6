import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { MailAddress } from '#app/ui/mail-address';
import { Tag, type Tone } from '#app/ui/tag';
import type { Standing } from '../model';
import type { PersonRow } from '../queries.server';

const tones: Readonly<Record<Standing, Tone>> = { active: 'ok', invited: 'prog', none: 'draft', ended: 'none', suspended: 'off' };

export const standingTag = (standing: Standing, t: (key: string) => string) => <Tag tone={tones[standing]}>{t(`people.standings.${standing}`)}</Tag>;

/** The list of people. It stays on screen: there is no file of people. */
export const peopleColumns: readonly Column<PersonRow>[] = [
  { id: 'name', header: (t) => t('people.name'), cell: (row) => <a href={paths.person(row.id)}>{row.name}</a> },
  { id: 'organisations', header: (t) => t('people.organisations'), cell: (row, { t }) => (row.organisations.length === 0 ? t('people.none') : row.organisations.map((one) => one.name).join(' · ')) },
  {
    id: 'roles',
    header: (t) => t('people.roles'),
    cell: (row, { t }) => (row.roles.length === 0 ? t('people.none') : <ul className="plain">{row.roles.map((held) => <li key={held.id}>{held.scope === null ? t(`roles.${held.role}`) : t('people.role_in', { role: t(`roles.${held.role}`), scope: held.scope })}</li>)}</ul>),
  },
  { id: 'mail', header: (t) => t('people.mail'), cell: (row, { t }) => (row.mail === null ? t('people.no_mail') : <MailAddress address={row.mail} />) },
  { id: 'standing', header: (t) => t('people.standing'), unnamed: true, cell: (row, { t }) => standingTag(row.standing, t) },
];
