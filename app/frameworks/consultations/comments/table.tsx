import type { Text } from '#app/languages/catalogue';
import { formatDate } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { paths } from '#app/paths';
import type { Column } from '#app/table/column';
import { Tag } from '#app/ui/tag';
import { clauseHref } from '../../addresses';
import { dispositionTag } from '../table';
import type { CommentRow } from './list';

/** Who said it: a party with its page, or the name that was given. */
export const authorOf = (row: CommentRow, language: Language) => {
  const to = paths.in(language);
  const href = row.organisation_ref !== null ? to.member(row.organisation_ref) : row.country_iso2 !== null ? to.country(row.country_iso2) : undefined;
  return <>{href === undefined ? <bdi>{row.author}</bdi> : <a href={href}><bdi>{row.author}</bdi></a>}{row.body_name !== null && <>, <bdi>{row.body_name}</bdi></>}</>;
};

const answerOf = (row: CommentRow, t: Text, language: Language) => {
  if (row.status === 'waiting') return <Tag tone="late">{t('comments.status.waiting')}</Tag>;
  if (row.status === 'refused') return <><Tag tone="off">{t('comments.status.refused')}</Tag><p className="small" dir="auto">{row.refused_reason}</p></>;
  if (row.disposition === null) return <span className="muted">{t('comments.no_answer')}</span>;
  return (
    <div>
      {dispositionTag(row.disposition, t)}
      <p className="small" dir="auto">{row.disposition_reason}</p>
      {row.disposition_clause !== null && <p className="tiny">{row.version_status === 'draft' ? t('comments.changed_in', { code: row.disposition_clause }) : <a href={clauseHref(row.framework, row.disposition_clause, row.number, language)}>{t('comments.changed_in', { code: row.disposition_clause })}</a>}</p>}
    </div>
  );
};

export const commentColumns: readonly Column<CommentRow>[] = [
  { id: 'clause', header: (t) => t('comments.clause'), unbroken: true, cell: (row, { t, language }) => (row.clause === null ? t('comments.whole') : <a href={`${paths.in(language).consultation(row.consultation)}#${encodeURIComponent(row.clause)}`}>{row.clause}</a>) },
  {
    id: 'said', header: (t) => t('comments.comment'),
    cell: (row, { language }) => <div><p className="said" lang={row.language === language ? undefined : row.language} dir="auto">{row.body}</p><p className="tiny muted">{authorOf(row, language)} · {formatDate(language, row.sent_on, 'short')} · <bdi>{row.ref}</bdi></p></div>,
  },
  { id: 'answer', header: (t) => t('comments.answer'), cell: (row, { t, language }) => answerOf(row, t, language) },
];

/** For those who keep the texts: what can be done with each. */
export const deskColumns: readonly Column<CommentRow>[] = [...commentColumns, {
  id: 'acts', header: (t) => t('comments.acts'),
  cell: (row, { t }) => (row.status === 'refused' ? null : (
    <div className="row">{([...(row.version_status === 'draft' ? [row.status === 'waiting' ? 'release' as const : 'disposition' as const] : []), 'refusal' as const]).map((act) => <a key={act} href={paths.commentAct(row.ref, act)}>{t(`comments.act.${act}`)}<span className="vh"> {row.ref}</span></a>)}</div>
  )),
}];
