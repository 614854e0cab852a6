import { useOutletContext } from '@remix-run/react';
import { fieldIn } from '#app/form/act-page';
import { TextArea } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { formatNumber, languageName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { List } from '#app/ui/list';
import { Tag } from '#app/ui/tag';
import type { SectionFacts } from '../facts.server';
import { momentIn } from '../marks';
import type { SectionReply } from '../page';

interface CommentsProps {
  readonly reply: SectionReply | undefined;
}
type Shown = SectionFacts['comments'][number];

/** What was said about a section, with answers; what is open stands first. */
export function Comments({ reply }: CommentsProps) {
  const t = useText('reporting');
  const { report, section, comments, writing, why } = useOutletContext<SectionFacts>();
  const field = fieldIn(reply?.act === 'comments' ? reply.result : undefined);
  return (
    <>
      {comments.length === 0 ? <p className="muted">{t('comments.none')}</p> : <List>{comments.map((one) => <li key={one.id} id={`comment-${one.id}`}><Comment comment={one} reply={reply} /></li>)}</List>}
      {why.comment === undefined && (
        <form method="post" action={`${paths.reportSectionAct(report.ref, section.position, 'comments')}?language=${writing}`} className="flow measure pt-16" noValidate>
          <FormKey />
          <input type="hidden" name="language" value={writing} />
          <TextArea {...field('quoted')} lang={writing} label={t('comments.quoted')} hint={t('comments.quoted_hint')} rows={2} maxLength={600} optional />
          <TextArea {...field('words')} label={t('comments.words')} rows={4} maxLength={4000} required />
          <Button weight="second">{t('comments.add')}</Button>
        </form>
      )}
    </>
  );
}

function Comment({ comment, reply }: { readonly comment: Shown } & CommentsProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const { quoted, stands, settled_at, settler } = comment;
  return (
    <div className="flow">
      <div className="row">
        <Spoken {...comment} />
        {settled_at === null ? <Tag tone="late">{t('comments.open')}</Tag> : <Tag tone="ok">{t('comments.settled')}</Tag>}
      </div>
      <p className="tiny muted">{t('comments.about', { number: formatNumber(language, comment.number, 0), language: languageName(language, comment.language) })}{settler !== null && ` · ${t('comments.settled_by', { name: settler })}`}</p>
      {quoted !== null && <p className="ask said" lang={comment.language} dir="auto">{quoted}</p>}
      {quoted !== null && !stands && <p className="tiny muted">{t('comments.gone')}</p>}
      <p className="said" dir="auto">{comment.words}</p>
      {comment.answers.map((answer) => (
        <div key={answer.id} className="ask"><p className="row"><Spoken {...answer} /></p><p className="said" dir="auto">{answer.words}</p></div>
      ))}
      {settled_at === null && <Answering comment={comment} reply={reply} />}
    </div>
  );
}

function Spoken({ writer, written_at }: Pick<Shown, 'writer' | 'written_at'>) {
  const t = useText('reporting');
  const { language } = useLocale();
  const { report } = useOutletContext<SectionFacts>();
  return <><strong>{writer ?? t('sections.secretariat')}</strong> <span className="tiny muted">{momentIn(language, written_at, report.zone)}</span></>;
}

function Answering({ comment, reply }: { readonly comment: Shown } & CommentsProps) {
  const t = useText('reporting');
  const { report, section, why } = useOutletContext<SectionFacts>();
  const here = reply?.act === `comments/${comment.id}/answers`;
  const { name, ...field } = fieldIn(here ? reply.result : undefined)('words');
  return (
    <div className="row">
      {why.comment === undefined && (
        <details open={here}>
          <summary>{t('comments.answer')}</summary>
          <form method="post" action={paths.reportSectionAct(report.ref, section.position, `comments/${comment.id}/answers`)} className="flow" noValidate>
            <FormKey />
            <TextArea {...field} name={name} id={`answer-${comment.id}`} label={t('comments.answer_words')} rows={3} maxLength={4000} required />
            <Button weight="second">{t('comments.send_answer')}</Button>
          </form>
        </details>
      )}
      {comment.settles && (
        <form method="post" action={paths.reportSectionAct(report.ref, section.position, `comments/${comment.id}/settlement`)}>
          <FormKey />
          <Button weight="second">{t('comments.settle')}</Button>
        </form>
      )}
    </div>
  );
}
