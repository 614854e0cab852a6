import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Item, List } from '#app/ui/list';
import type { OutcomeRecord } from '../queries.server';
import type { OutcomeComment } from './queries.server';

interface CommentsSectionProps {
  readonly report: Pick<OutcomeRecord, 'group_ref' | 'number' | 'status'>;
  readonly comments: readonly OutcomeComment[];
  /** Whether the viewer may answer them. */
  readonly answers: boolean;
}

/** What was said of a report while it was consulted on, each with what the group answered. */
export function CommentsSection({ report, comments, answers }: CommentsSectionProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const other = (written: string) => (written === language ? undefined : written);
  return (
    <>
      <h2 id="comments">{t('outcomes.comments.title')}</h2>
      {comments.length === 0 ? <p className="muted">{t('outcomes.comments.none')}</p> : (
        <List>
          {comments.map((one) => (
            <Item key={one.id} id={one.id} title={<bdi>{[one.by, one.organisation].filter((name) => name !== null).join(', ') || t('outcomes.comments.somebody')}</bdi>} note={<>{formatDate(language, one.on)}{one.part !== null && <> · {t(`outcomes.part.${one.part}`)}</>}</>}>
              <p className="said" lang={other(one.language)} dir="auto">{one.text}</p>
              {one.answer === null ? <p className="small muted">{t('outcomes.comments.open')}</p> : <div className="notice small"><p><strong>{t('outcomes.comments.answer')}</strong></p><p dir="auto">{one.answer}</p></div>}
              {answers && <p className="small noprint"><a href={paths.outcomeAnswer(report.group_ref, report.number, one.id)}>{t('outcomes.act.answer')}<span className="vh"> {one.by ?? one.organisation}</span></a></p>}
            </Item>
          ))}
        </List>
      )}
    </>
  );
}
