import { useText } from '#app/languages/text';

interface StepsProps {
  readonly steps: readonly string[];
  /** The step one is on, from 1. */
  readonly current: number;
}

/** How far one is in a form of several pages. */
export function Steps({ steps, current }: StepsProps) {
  const t = useText('ui');
  return (
    <ol className="steps" aria-label={t('steps.label')}>
      {steps.map((step, at) => (
        <li key={step} className={at + 1 < current ? 'done' : undefined} aria-current={at + 1 === current ? 'step' : undefined}>
          {at + 1} {step}
          {at + 1 < current && <span className="vh"> ({t('steps.done')})</span>}
        </li>
      ))}
    </ol>
  );
}
