import type { SubmissionResult } from '@conform-to/react';
import { useOutletContext } from '@remix-run/react';
import { ErrorSummary } from '#app/form/error-summary';
import { SelectField, TextArea, TextField } from '#app/form/field';
import { FormKey, Version } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { formatDate, languageName } from '#app/languages/format';
import { languages, nativeNames, type Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { figureKeys } from '#app/reporting/figures/model';
import { Pieces } from '#app/reporting/publication/chapter';
import type { ChapterPiece } from '#app/reporting/publication/chapters.server';
import { Button, ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Links } from '#app/ui/links';
import { Section } from '#app/ui/section';
import type { ReportSection } from './queries.server';
import { sectionTag } from './table';

export interface SectionFacts {
  readonly report: { readonly ref: string; readonly title: string; readonly authoritative: Language };
  readonly section: Omit<ReportSection, 'body'>;
  /** The language that is being written, and what is kept in it. */
  readonly writing: Language;
  readonly heading: string;
  readonly body: string;
  readonly pieces: readonly ChapterPiece[];
  readonly writers: readonly { readonly id: string; readonly name: string }[];
  readonly why: { readonly write: string | undefined; readonly signOff: string | undefined; readonly assign: string | undefined };
}

interface SectionPageProps {
  readonly act?: 'text' | 'approval' | 'owner';
  readonly result?: SubmissionResult<string[]> | undefined;
  /** What was typed, as it would look; it is not kept yet. */
  readonly preview?: readonly ChapterPiece[] | undefined;
}

/** One section: its text in each language, what it looks like, who writes it, and whether somebody else has signed it off. */
export function SectionPage({ act = 'text', result, preview }: SectionPageProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const { report, section, writing, pieces } = useOutletContext<SectionFacts>();
  const here = paths.reportSection(report.ref, section.position);
  return (
    <>
      <Crumbs above={[{ href: paths.reportEdit(report.ref), label: report.title }]} here={t('sections.number', { number: section.position })} />
      <Head tight title={section.heading === '' ? t(`outline.${section.kind}`) : section.heading}>
        {sectionTag(section.status, t)}
        {section.signed_off_on !== null && <span className="tiny muted">{t('report.signed_off', { on: formatDate(language, section.signed_off_on) })}</span>}
      </Head>
      <ErrorSummary errors={summaryOf(result?.error ?? {})} />
      <Section id="text" title={t('writing.title', { language: languageName(language, writing) })} note={t('writing.note', { language: languageName(language, report.authoritative) })} wide>
        <Links entries={languages.filter((one) => one !== writing).map((one) => ({ href: `${here}?language=${one}`, label: section.languages.includes(one) ? `${nativeNames[one]} ✓` : nativeNames[one]}))} />
        <TextForm result={act === 'text' ? result : undefined} />
      </Section>
      <Section id="preview" title={t(preview === undefined ? 'writing.kept' : 'writing.preview')} note={preview === undefined ? t('writing.kept_note') : t('writing.preview_note')} wide>
        <div className="prose" lang={writing} dir="auto"><Pieces pieces={preview ?? pieces} under={2} /></div>
      </Section>
      <Section id="approval" title={t('approval.title')} note={t('approval.note')}><Approval /></Section>
    </>
  );
}

function TextForm({ result }: { readonly result: SubmissionResult<string[]> | undefined }) {
  const t = useText('reporting');
  const facts = useOutletContext<SectionFacts>();
  const { report, section, writing, why } = facts;
  const field = (name: 'heading' | 'body') => {
    const typed = result?.initialValue?.[name];
    return { errors: result?.error?.[name] ?? undefined, defaultValue: result === undefined ? facts[name] : typeof typed === 'string' ? typed : '' };
  };
  return (
    <form method="post" action={`${paths.reportSectionAct(report.ref, section.position, 'text')}?language=${writing}`} className="flow">
      <FormKey />
      <Version value={section.version} />
      <input type="hidden" name="language" value={writing} />
      <TextField name="heading" label={t('writing.heading')} maxLength={200} required {...field('heading')} />
      <TextArea name="body" label={t('writing.body')} hint={t('writing.body_hint')} rows={16} maxLength={60_000} {...field('body')} />
      <details>
        <summary>{t('writing.figures')}</summary>
        <p className="small"><a href={paths.reportFigures(report.ref)}>{t('gallery.to')}</a></p>
        <ul className="small">{figureKeys.map((key) => <li key={key}><code dir="ltr">{`{{figure:${key}}}`}</code> {t(`figures.${key}.name`)}</li>)}</ul>
      </details>
      <div className="row">
        <Button why={why.write === undefined ? undefined : t(why.write)}>{t('writing.save')}</Button>
        {why.write === undefined && <Button weight="second" name="preview" value="1">{t('writing.show')}</Button>}
        <ButtonLink weight="text" href={paths.reportEdit(report.ref)}>{t('writing.back')}</ButtonLink>
      </div>
    </form>
  );
}

function Approval() {
  const t = useText('reporting');
  const { report, section, writers, why } = useOutletContext<SectionFacts>();
  return (
    <div className="flow">
      <form method="post" action={paths.reportSectionAct(report.ref, section.position, 'owner')} className="flow measure">
        <FormKey />
        <SelectField name="owner_id" label={t('sections.owner')} hint={t('approval.owner_hint')} empty={t('sections.secretariat')} defaultValue={section.owner_id ?? ''} options={writers.map(({ id, name }) => ({ value: id, label: name }))} />
        <Button weight="second" why={why.assign === undefined ? undefined : t(why.assign)}>{t('approval.assign')}</Button>
      </form>
      <form method="post" action={paths.reportSectionAct(report.ref, section.position, 'approval')} className="flow">
        <FormKey />
        <Version value={section.version} />
        {section.status === 'signed_off' ? <p>{t('approval.done')}</p> : <Button weight="second" why={why.signOff === undefined ? undefined : t(why.signOff)}>{t('approval.act')}</Button>}
      </form>
    </div>
  );
}
