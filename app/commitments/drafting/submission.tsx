import { FormKey } from '#app/form/hidden';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button, ButtonLink } from '#app/ui/button';
import { Notice } from '#app/ui/notice';
import { Timeline } from '#app/ui/timeline';
import { answerWithinWorkingDays } from '../model';
import { addWorkingDays } from '../review/model';
import type { Blocker } from '../smart/model';
import type { Draft } from './queries.server';

interface SubmissionProps {
  readonly draft: Draft;
  /** What is still missing; nothing is submitted before it is there. */
  readonly blocked: readonly Blocker[];
  readonly today: string;
}

/** The end of the four steps: what happens next, and the button; or what is still to mend, each leading to its field. */
export function Submission({ draft, blocked, today }: SubmissionProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  if (blocked.length > 0) {
    return (
      <div className="notice notice--warn" id="blocked">
        <h2>{t('form.blocked', { count: blocked.length })}</h2>
        <ul>{blocked.map((one) => <li key={one.code}><a href={`${paths.commitmentStep(draft.ref, one.step)}#${one.field}`}>{t(`problems.${one.code}`)}</a></li>)}</ul>
        <p className="pt-16"><ButtonLink weight="text" href={paths.my}>{t('form.later')}</ButtonLink></p>
      </div>
    );
  }
  const by = addWorkingDays(today, answerWithinWorkingDays);
  return (
    <form method="post" action={paths.commitmentAct(draft.ref, 'submission')} className="flow pt-24">
      <FormKey />
      <h2>{t('next.title')}</h2>
      <Timeline
        moments={[
          { key: 'today', first: true, when: t('next.today'), title: t('next.receipt'), children: <p className="small">{t('next.receipt_text', { ref: draft.ref })}</p> },
          { key: 'read', when: t('next.within', { days: answerWithinWorkingDays, by: formatDate(language, by) }), title: t('next.read'), children: <p className="small">{t('next.read_text')}</p> },
          { key: 'published', when: t('next.then'), title: t('next.published'), children: <p className="small">{t('next.published_text')}</p> },
        ]}
      />
      {draft.learner_data === true && <Notice tone="warn" small>{t('form.safeguard')} <a href={paths.safeguard(draft.ref)}>{t('safeguards.work')}</a></Notice>}
      <Notice tone="warn" small title={t('form.after_title')}>{t('form.after')}</Notice>
      <p className="small muted">{t('form.may', { lead: draft.lead })}</p>
      <div className="pt-8 row">
        <Button>{t('act.submission')}</Button>
        <ButtonLink weight="text" href={paths.my}>{t('form.later')}</ButtonLink>
      </div>
    </form>
  );
}
