import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Section } from '#app/ui/section';
import { OutcomeList } from './marks';
import type { OutcomeRow } from './queries.server';

interface OutcomesSectionProps {
  readonly outcomes: readonly OutcomeRow[];
  /** The group that the viewer may compose one for. */
  readonly compose?: string | undefined;
}

/** The outcome reports of a group, or those that report on a record; nothing where there are none. */
export function OutcomesSection({ outcomes, compose }: OutcomesSectionProps) {
  const t = useText('reporting');
  if (outcomes.length === 0 && compose === undefined) return null;
  return (
    <Section id="outcomes" title={t('outcomes.title')} note={t('outcomes.note')}>
      {outcomes.length === 0 ? <p className="muted">{t('outcomes.none')}</p> : <OutcomeList outcomes={outcomes} />}
      {compose !== undefined && <p className="noprint"><ButtonLink weight="second" href={paths.newOutcome(compose)}>{t('outcomes.act.compose')}</ButtonLink></p>}
    </Section>
  );
}
