import { formatDate } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { decisionTag } from '#app/working-groups/marks';
import type { DecisionRow } from './queries.server';

/** The columns of the register on screen; those of its files are in `columns.ts`. */
export const decisionColumns: readonly Column<DecisionRow>[] = [
  { id: 'ref', header: (t) => t('decision.one'), cell: (row, { language }) => <a className="nw" href={paths.in(language).decision(row.ref)}><bdi>{row.ref}</bdi></a> },
  { id: 'text', header: (t) => t('decision.text'), unnamed: true, cell: (row) => <bdi>{row.text}</bdi> },
  {
    id: 'session', header: (t) => t('decision.taken_in'),
    cell: (row, { language }) => (
      <span>
        <a href={paths.in(language).workingGroup(row.group_ref)} lang={row.group_language === language ? undefined : row.group_language}>{row.group_name}</a>
        <span className="ref">{row.session_ref !== null ? <a href={paths.in(language).session(row.session_ref)}>{row.session_ref}</a> : row.procedure_ref !== null && <a href={paths.in(language).procedure(row.procedure_ref)}>{row.procedure_ref}</a>}</span>
      </span>
    ),
  },
  { id: 'adopted', header: (t) => t('decision.adopted_on'), sort: 'adopted', unbroken: true, cell: (row, { t, language }) => (row.adopted_on === null ? t('decision.not_adopted') : formatDate(language, row.adopted_on, 'short')) },
  { id: 'status', header: (t) => t('status'), unnamed: true, cell: (row, { t }) => decisionTag(row.status, t) },
];
