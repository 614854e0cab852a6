import type { FileColumn } from '#app/table/files/column';
import type { CommentRow } from './list';

/** The file of comments. Columns are only added, at the end; a missing value stays empty. */
export const commentFileColumns: readonly FileColumn<CommentRow>[] = [
  { header: 'ref', value: (row) => row.ref },
  { header: 'consultation', value: (row) => row.consultation },
  { header: 'framework', value: (row) => row.framework },
  { header: 'version', value: (row) => row.number },
  { header: 'clause', value: (row) => row.clause },
  { header: 'author_kind', value: (row) => row.author_kind },
  { header: 'author', value: (row) => row.author },
  { header: 'author_organisation', value: (row) => row.body_name },
  { header: 'language', value: (row) => row.language },
  { header: 'comment', value: (row) => row.body },
  { header: 'status', value: (row) => row.status },
  { header: 'disposition', value: (row) => row.disposition },
  { header: 'reason', value: (row) => row.disposition_reason ?? row.refused_reason },
  { header: 'changed_clause', value: (row) => row.disposition_clause },
  { header: 'sent_on', value: (row) => row.sent_on },
];
