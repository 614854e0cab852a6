import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Section } from '#app/ui/section';
import type { Gap } from './model';
import { GapTable } from './table';

/** What nobody knows yet, and what is done about it. */
export function GapSection({ commitmentRef, gaps, working }: { readonly commitmentRef: string; readonly gaps: readonly Gap[]; readonly working: boolean }) {
  const t = useText('commitments');
  if (gaps.length === 0 && !working) return null;
  return (
    <Section id="gaps" title={t('gaps.title')} note={t('gaps.note')}>
      {gaps.length === 0 ? <p className="muted">{t('gaps.none')}</p> : <GapTable gaps={gaps} />}
      {working && <p className="pt-16"><ButtonLink weight="second" href={paths.gaps(commitmentRef)}>{t('gaps.work')}</ButtonLink></p>}
    </Section>
  );
}
