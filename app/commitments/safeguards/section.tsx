import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { SafeguardFacts } from './facts';
import { isInForce, type Safeguard } from './model';

interface SafeguardSectionProps {
  readonly commitment: { readonly ref: string; readonly learner_data: boolean | null };
  readonly safeguards: readonly Safeguard[];
  readonly today: string;
  /** The viewer works on it. */
  readonly working: boolean;
}

/** How data about learners are kept safe, where they are touched: what was approved, and for those who work on it what is still missing. */
export function SafeguardSection({ commitment: { ref, learner_data }, safeguards, today, working }: SafeguardSectionProps) {
  const t = useText('commitments');
  if (learner_data !== true) return null;
  const shown = safeguards.filter(({ status }) => status === 'approved').at(-1);
  return (
    <Section id="safeguard" title={t('safeguards.title')} note={t('safeguards.note')}>
      {shown === undefined ? <Notice small tone="warn">{t('safeguards.none')}</Notice> : (
        <>
          {!isInForce(shown, today) && <Notice small tone="warn">{t('safeguards.expired')}</Notice>}
          <details><summary>{t('safeguards.what')}</summary><SafeguardFacts safeguard={shown} /></details>
        </>
      )}
      {working && <p className="pt-16"><ButtonLink weight="second" href={paths.safeguard(ref)}>{t('safeguards.work')}</ButtonLink></p>}
    </Section>
  );
}
