import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { meetingTime, modeName, sessionTag } from '#app/working-groups/marks';
import type { SessionRow } from './queries.server';

/** The columns of the list on screen; those of its files are in `columns.ts`. */
export const sessionColumns: readonly Column<SessionRow>[] = [
  {
    id: 'title', header: (t) => t('session.one'),
    cell: (row, { language }) => (
      <>
        <a href={paths.in(language).session(row.ref)} dir="auto">{row.title}</a>
        <span className="ref">{row.ref}</span>
      </>
    ),
  },
  { id: 'group', header: (t) => t('group.one'), cell: (row, { language }) => <a href={paths.in(language).workingGroup(row.group_ref)} lang={row.group_language === language ? undefined : row.group_language}>{row.group_name}</a> },
  { id: 'starts', header: (t) => t('session.when'), sort: 'starts', cell: (row, { t, language }) => <time dateTime={row.starts_at.toISOString()}>{meetingTime(row, t, language)}</time> },
  { id: 'mode', header: (t) => t('session.mode'), cell: (row, { t }) => modeName(row.mode, t) },
  { id: 'status', header: (t) => t('status'), unnamed: true, cell: (row, { t }) => sessionTag(row.status, t) },
];
