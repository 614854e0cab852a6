import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { Tag } from '#app/ui/tag';
import { Written } from '#app/ui/written';
import type { CommitmentRow } from '../list/model';
import { commitmentColumns } from '../table';
import type { DeskFacts } from './queries.server';

export type DeskRow = CommitmentRow & Partial<DeskFacts>;

const [, ...others] = commitmentColumns;

/** The list as the desk has it: each can be chosen, and what is the secretariat's own stands beside it. */
export const deskColumns: readonly Column<DeskRow>[] = [
  {
    id: 'title', header: (t) => t('list.commitment'),
    cell: (row, { t, language }) => (
      <div className="grid grid-cols-[auto_1fr] gap-8">
        <label className="choice"><input type="checkbox" name="commitment" value={row.ref} /> <span className="vh">{t('desk_list.choose', { ref: row.ref, title: row.title })}</span></label>
        <div><a href={paths.in(language).commitment(row.ref)}><Written in={row.title_language}>{row.title}</Written></a><span className="ref">{row.ref}</span></div>
      </div>
    ),
  },
  ...others.filter(({ id }) => id !== 'result'),
  { id: 'reviewer', header: (t) => t('desk_list.reviewer'), cell: (row, { t }) => row.reviewer ?? <span className="muted">{t('desk_list.nobody')}</span> },
  { id: 'tags', header: (t) => t('desk_list.tags'), cell: (row) => <div className="row">{row.tags?.map((tag) => <Tag key={tag} tone="draft" icon={null}><bdi>{tag}</bdi></Tag>)}</div> },
];
