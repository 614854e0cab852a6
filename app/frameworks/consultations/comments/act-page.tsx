import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { ActPage } from '#app/form/act-page';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths, type CommentAct } from '#app/paths';
import type { CommentRow } from './list';
import { authorOf } from './table';

interface CommentActPageProps {
  readonly act: CommentAct;
  readonly comment: CommentRow;
  readonly last: SubmissionResult<string[]> | undefined;
  readonly children?: ReactNode;
}

/** One act on a comment, with its words above. */
export function CommentActPage({ act, comment, last, children }: CommentActPageProps) {
  const t = useText('frameworks');
  const { language } = useLocale();
  const to = paths.in(language);
  const href = to.comments({ consultation: comment.consultation });
  return (
    <ActPage
      above={[{ href: to.consultation(comment.consultation), label: comment.consultation }, { href, label: t('comments.title') }]} act={t(`comments.act.${act}`)}
      lede={<><bdi>{comment.ref}</bdi> · {comment.clause ?? t('comments.whole')}</>} follows={t(`comments.follows.${act}`)} back={{ href, label: t('consultations.not_now') }} last={last} version={comment.version}
      before={<div className="pt-16 pb-16"><div className="ask measure"><p className="said" lang={comment.language} dir="auto">{comment.body}</p><p className="tiny muted">{authorOf(comment, language)} · {formatDate(language, comment.sent_on)}</p></div></div>}
    >
      {children}
    </ActPage>
  );
}
