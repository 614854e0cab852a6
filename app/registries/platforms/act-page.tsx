import type { ReactNode } from 'react';
import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { TextArea } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { paths, type PlatformAct } from '#app/paths';
import { AboutSection, CareSection, ClaimsSection } from './sections';
import type { ShownPlatform } from './shown.server';

interface PlatformActPageProps {
  readonly act: PlatformAct;
  readonly platform: ShownPlatform;
  readonly last: SubmissionResult<string[]> | undefined;
  /** Asks why. */
  readonly reason?: boolean;
  /** Shows what the act is about before it. */
  readonly read?: boolean;
  readonly children?: ReactNode;
}

/** One act on a platform: what follows from it, what it is about, what it asks for, and one button. */
export function PlatformActPage({ act, platform, last, reason = false, read = false, children }: PlatformActPageProps) {
  const t = useText('registries');
  const to = paths.in(useLocale().language);
  const back = to.platform(platform.ref, platform.number === platform.edition ? undefined : platform.number);
  return (
    <ActPage
      above={[{ href: to.platforms(), label: t('title') }, { href: back, label: platform.ref }]} act={t(`act.${act}`)} lede={<span dir="auto">{platform.name}</span>} follows={t(`follows.${act}`, { country: platform.country })}
      back={{ href: back, label: t('not_now') }} last={last}
      before={read ? <><AboutSection platform={platform} /><ClaimsSection platform={platform} /><CareSection platform={platform} /></> : undefined}
    >
      {reason && <TextArea {...fieldIn(last)('reason')} label={t('field.reason')} hint={t('hint.reason')} rows={4} required maxLength={2000} />}
      {children}
    </ActPage>
  );
}
