import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { isOverdue, type Milestone } from './model';
import { MilestoneTable } from './table';

interface MilestoneSectionProps {
  readonly commitment: { readonly ref: string; readonly text: { readonly authoritative: string }; readonly status: string };
  readonly milestones: readonly Milestone[];
  readonly today: string;
  readonly working: boolean;
}

/** What is to be there on the way, and what became of it. */
export function MilestoneSection({ commitment: { ref, text, status }, milestones, today, working }: MilestoneSectionProps) {
  const t = useText('commitments');
  if (milestones.length === 0 && !working) return null;
  const late = status === 'published' && milestones.some((one) => isOverdue(one, today));
  return (
    <Section id="milestones" title={t('milestones.title')} note={t('milestones.note')}>
      {late && <Notice small tone="warn">{t('milestones.lowers')}</Notice>}
      {milestones.length === 0 ? <p className="muted">{t('milestones.none')}</p> : <MilestoneTable milestones={milestones} language={text.authoritative} today={today} />}
      {working && <p className="pt-16"><ButtonLink weight="second" href={paths.milestones(ref)}>{t('milestones.work')}</ButtonLink></p>}
    </Section>
  );
}
