import type { SubmissionResult } from '@conform-to/react';
import { ActPage } from '#app/form/act-page';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';

interface LeavingPageProps {
  readonly report: { readonly ref: string; readonly title: string };
  readonly section: { readonly position: number; readonly heading: string; readonly kind: string; readonly version: number };
  /** A reply names it: it stays. */
  readonly named: boolean;
  readonly last: SubmissionResult<string[]> | undefined;
}

/** Leaving a profile out of its report: what follows from it, and that it can be taken back. */
export function LeavingPage({ report, section: { position, heading, kind, version }, named, last }: LeavingPageProps) {
  const t = useText('reporting');
  const here = paths.reportSection(report.ref, position);
  const above = [{ href: paths.reportEdit(report.ref), label: report.title }, { href: here, label: t('sections.number', { number: position }) }];
  const lede = <bdi>{heading === '' ? t(`outline.${kind}`) : heading}</bdi>;
  return <ActPage above={above} act={t('leaving.act')} lede={lede} follows={t('leaving.follows')} back={{ href: here, label: t('leaving.keep') }} version={version} why={named ? t('problems.section_named') : undefined} last={last} />;
}
