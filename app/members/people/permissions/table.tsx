import { formatDate } from '#app/languages/format';
import type { Column } from '#app/table/column';
import type { Explained } from './model';

const actWords = (rule: string, t: (key: string) => string): string => t(`access:acts.${rule.replace(':', '.')}`);

/** What somebody may do: the role that allows it, where it counts, and since when. */
export const mayColumns: readonly Column<Explained>[] = [
  { id: 'act', header: (t) => t('permissions.act'), cell: (row, { t }) => actWords(row.rule, t) },
  {
    id: 'because', header: (t) => t('permissions.because'),
    cell: (row, { t, language }) => (
      <ul className="plain">
        {row.own && <li>{t('permissions.own')}</li>}
        {row.by.map((held) => <li key={held.id}>{t('people.role_in', { role: t(`roles.${held.role}`), scope: held.scope ?? t('scopes.platform') })} <span className="small muted">{t('person.since', { from: formatDate(language, held.since_on) })}</span></li>)}
      </ul>
    ),
  },
];

/** What somebody may not do, and why. */
export const mayNotColumns: readonly Column<Explained>[] = [
  { id: 'act', header: (t) => t('permissions.act'), cell: (row, { t }) => actWords(row.rule, t) },
  { id: 'reason', header: (t) => t('permissions.reason'), cell: (row, { t }) => t(row.reason ?? 'access:reasons.not_your_role') },
];
