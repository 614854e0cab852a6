import type { SubmissionResult } from '@conform-to/react';
import { useOutletContext } from '@remix-run/react';
import { Fragment } from 'react';
import type { SectionAct } from '#app/acts';
import { ErrorSummary } from '#app/form/error-summary';
import { summaryOf } from '#app/form/summary';
import { formatDate, formatNumber, languageName } from '#app/languages/format';
import { nativeNames } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { OtherLanguages } from '#app/records/translations/beside';
import type { ChapterPiece } from '#app/reporting/publication/chapters.server';
import type { DraftBeside } from '#app/reporting/profiles/beside.server';
import { FirstText } from '#app/reporting/profiles/first-text';
import { Since, TakeBack } from '#app/reporting/profiles/left-out';
import { Pieces } from '#app/reporting/publication/chapter';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import { Tag } from '#app/ui/tag';
import { Comments } from './comments/section';
import type { SectionFacts } from './facts.server';
import { limitTag, sectionTag, wordsSaid } from './marks';
import { Steps } from './steps';
import { TextForm } from './texts/form';

/** What the page was answered: which form of it, and what was wrong. */
export interface SectionReply {
  readonly act: SectionAct;
  readonly result: SubmissionResult<string[]> | undefined;
  /** Another text was saved while this one was written: both are shown. */
  readonly meanwhile?: boolean | undefined;
}

interface SectionPageProps {
  readonly reply?: SectionReply | undefined;
  /** What was typed, as it would look; it is not kept yet. */
  readonly preview?: readonly ChapterPiece[] | undefined;
  /** A first text from the data that would take the place of one that somebody wrote. */
  readonly beside?: DraftBeside | undefined;
}

/** One section: its text in each language, what it looks like, what is said about it, and its way to being signed off. */
export function SectionPage({ reply, preview, beside }: SectionPageProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const { report, section, writing, pieces, progress } = useOutletContext<SectionFacts>();
  const standing = progress.languages.find((one) => one.language === writing);
  const out = section.left_out_at !== null;
  return (
    <>
      <Crumbs above={[{ href: paths.reportEdit(report.ref), label: report.title }]} here={t('sections.number', { number: section.position })} />
      <Head tight title={section.heading === '' ? t(`outline.${section.kind}`) : section.heading}>
        {out ? <Tag tone="none">{t('leaving.tag')}</Tag> : sectionTag(section, t)}
        {standing !== undefined && limitTag(standing, t)}
        <span className="tiny muted">{[
          section.owner ?? t('sections.secretariat'), ...(standing === undefined ? [] : [wordsSaid(standing, section.word_limit, t, language)]),
          ...(progress.open === 0 ? [] : [t('sections.open', { count: progress.open, shown: formatNumber(language, progress.open, 0) })]),
          ...(section.signed_off_on === null ? [] : [t('report.signed_off', { on: formatDate(language, section.signed_off_on) })]),
        ].map((part, at) => <Fragment key={part}>{at > 0 && ' · '}<bdi>{part}</bdi></Fragment>)}</span>
      </Head>
      <ErrorSummary errors={summaryOf(reply?.result?.error ?? {})} />
      {section.return_words !== null && <Notice tone="warn" title={section.returned_by === null ? t('sections.returned') : t('steps.returned', { name: section.returned_by })}><span dir="auto">{section.return_words}</span></Notice>}
      {out ? <LeftOutNote /> : <Section id="text" title={t('writing.title', { language: languageName(language, writing) })} note={t('writing.note', { language: languageName(language, report.authoritative) })} wide><Others /><Writing reply={reply} beside={beside} /></Section>}
      <Section id="preview" title={t(preview === undefined ? 'writing.kept' : 'writing.preview')} note={out ? undefined : t(preview === undefined ? 'writing.kept_note' : 'writing.preview_note')} wide>
        {out && <Others />}
        <div className="prose"><Pieces pieces={preview ?? pieces} under={2} language={writing === language ? undefined : writing} /></div>
        <Links entries={[{ href: paths.reportSectionVersions(report.ref, section.position, { language: writing }), label: t('versions.all') }, { href: paths.reportFigures(report.ref), label: t('gallery.to') }]} />
      </Section>
      <Section id="comments" title={t('comments.title')} note={t('comments.note')} wide><Comments reply={reply?.act.startsWith('comments') === true ? reply : undefined} /></Section>
      {!out && <Section id="approval" title={t('approval.title')} note={t('approval.note')}><Steps reply={reply} /></Section>}
    </>
  );
}

/** The same section in the other languages. */
function Others() {
  const { report, section, writing, progress } = useOutletContext<SectionFacts>();
  const others = progress.languages.filter((one) => one.language !== writing);
  return <OtherLanguages languages={others.map((one) => ({ href: `${paths.reportSection(report.ref, section.position)}?language=${one.language}`, name: nativeNames[one.language], freshness: one.freshness }))} />;
}

function Writing({ reply, beside }: Pick<SectionPageProps, 'reply' | 'beside'>) {
  const { section } = useOutletContext<SectionFacts>();
  return (
    <>
      {section.subject !== null && <FirstText beside={beside} />}
      <TextForm reply={reply?.act === 'text' || reply?.act === 'check' ? reply : undefined} />
    </>
  );
}

/** SE-11: it is no part of the report, and nothing is asked of anybody until it is taken back. */
function LeftOutNote() {
  const t = useText('reporting');
  const { report, section, why } = useOutletContext<SectionFacts>();
  return (
    <div className="flow pb-16" id="left-out">
      <Notice tone="warn" title={<Since section={section} zone={report.zone} />}>{t('leaving.stays')}</Notice>
      {why.takeBack === undefined && <TakeBack report={report.ref} section={section} />}
    </div>
  );
}
