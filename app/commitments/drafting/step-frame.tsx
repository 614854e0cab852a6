import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { AskedFields } from '#app/form/asked';
import { ErrorSummary } from '#app/form/error-summary';
import { summaryOf } from '#app/form/summary';
import { useText } from '#app/languages/text';
import { Icon } from '#app/ui/icon';
import { Steps } from '#app/ui/steps';
import { asksOf, type Asked } from '../remarks/model';
import { type Step, steps } from './model';
import { allErrors } from './values';

interface StepFrameProps {
  readonly step: Step;
  /** The draft's title, once there is one. */
  readonly draft?: { readonly ref: string; readonly title: string; readonly remarks?: readonly Asked[] } | undefined;
  readonly title: string;
  readonly lede: ReactNode;
  readonly back?: { readonly href: string; readonly label: string } | undefined;
  readonly last: SubmissionResult<string[]> | undefined;
  readonly advice: ReactNode;
  readonly children: ReactNode;
}

/** One of the four steps: where one is, what is to mend, the form, and advice beside it. */
export function StepFrame({ step, draft, title, lede, back, last, advice, children }: StepFrameProps) {
  const t = useText('commitments');
  const at = steps.indexOf(step) + 1;
  return (
    <>
      <div className="pt-8 row">
        {back !== undefined && <a className="btn btn--text" href={back.href}>{back.label}</a>}
        {draft !== undefined && <p className="push tiny muted"><Icon name="ok" /> <span>{t('form.kept', { ref: draft.ref })}</span></p>}
      </div>
      <div className="with-side">
        <div className="pb-32 flow">
          <Steps steps={steps.map((one) => t(`steps.${one}`))} current={at} />
          <ErrorSummary errors={summaryOf(allErrors(last))} />
          <div>
            <p className="kick">{t('form.step', { title: draft?.title ?? t('form.new'), at, of: steps.length })}</p>
            <h1>{title}</h1>
          </div>
          <p className="muted">{lede}</p>
          <AskedFields asks={asksOf(draft?.remarks ?? [])}>{children}</AskedFields>
        </div>
        {advice}
      </div>
    </>
  );
}
