import { useOutletContext } from '@remix-run/react';
import { fieldIn } from '#app/form/act-page';
import { TextArea, TextField } from '#app/form/field';
import { FormKey, Version } from '#app/form/hidden';
import { piecesOf } from '#app/frameworks/compare/model';
import { Pieces } from '#app/frameworks/compare/page';
import { apart } from '#app/languages/apart';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { AuthoritativeWords, OriginField, TranslationStanding } from '#app/records/translations/beside';
import { bindingOf, figureKeys } from '#app/reporting/figures/model';
import { narrowable, nameOf } from '#app/reporting/figures/subjects';
import { figureTitle } from '#app/reporting/figures/title';
import { Button, ButtonLink } from '#app/ui/button';
import { Notice } from '#app/ui/notice';
import type { SectionFacts } from '../facts.server';
import { mostWords } from '../limits';
import { momentIn } from '../marks';
import type { SectionReply } from '../page';

/** The text in one language: beside the authoritative one where it is a translation, and beside theirs where somebody saved another meanwhile. */
export function TextForm({ reply }: { readonly reply: SectionReply | undefined }) {
  const t = useText('reporting');
  const { report, section, writing, text, authoritative, why } = useOutletContext<SectionFacts>();
  const field = fieldIn(reply?.act === 'text' ? reply.result : undefined);
  const body = field('body', text?.body);
  const { subject } = section;
  const names = [...(subject === null ? [] : narrowable[subject.kind].map((key) => nameOf(key, subject))), ...figureKeys];
  return (
    <>
      {authoritative !== undefined && <Translated />}
      {authoritative !== undefined && <AuthoritativeWords language={report.authoritative} title={authoritative.heading}><p className="said">{authoritative.body}</p></AuthoritativeWords>}
      <Saved />
      {reply?.meanwhile === true && text !== undefined && <Theirs typed={body.defaultValue} />}
      <form method="post" action={`${paths.reportSectionAct(report.ref, section.position, 'text')}?language=${writing}`} className="flow">
        <FormKey />
        <Version value={text?.number ?? 0} />
        <input type="hidden" name="language" value={writing} />
        <TextField {...field('heading', text?.heading)} lang={writing} label={t('writing.heading')} maxLength={200} required />
        <TextArea {...body} lang={writing} label={t('writing.body')} hint={t('writing.body_hint')} rows={16} maxLength={60_000} />
        {authoritative !== undefined && <OriginField {...field('origin', text?.origin ?? 'human')} />}
        <details>
          <summary>{t('writing.figures')}</summary>
          <p className="small"><a href={paths.reportFigures(report.ref)}>{t('gallery.to')}</a></p>
          <ul className="small">{names.map((name) => <li key={name}><code dir="ltr">{bindingOf(name)}</code> {figureTitle(name, t)}</li>)}</ul>
        </details>
        <div className="row">
          <Button why={why.write === undefined ? undefined : t(why.write)}>{t('writing.save')}</Button>
          {why.write === undefined && <Button weight="second" name="preview" value="1">{t('writing.show')}</Button>}
          <ButtonLink weight="text" href={paths.reportEdit(report.ref)}>{t('writing.back')}</ButtonLink>
        </div>
      </form>
    </>
  );
}

/** How the translation stands, and the button for whoever has read it beside the authoritative text. */
function Translated() {
  const r = useText('records');
  const { report, section, writing, text, freshness, check } = useOutletContext<SectionFacts>();
  return (
    <TranslationStanding freshness={freshness} checker={text?.checker ?? null}>
      {text !== undefined && text.body.trim() !== '' && check !== undefined && (
        <form method="post" action={`${paths.reportSectionAct(report.ref, section.position, 'check')}?language=${writing}`}>
          <FormKey />
          <Version value={text.number} />
          <Button weight="second" why={check === true ? undefined : r(check)}>{r('translations.check')}</Button>
        </form>
      )}
    </TranslationStanding>
  );
}

/** Which version stands, and what its length means. */
function Saved() {
  const t = useText('reporting');
  const { language } = useLocale();
  const { report, section, writing, text, progress } = useOutletContext<SectionFacts>();
  const standing = progress.languages.find((one) => one.language === writing);
  const limit = section.word_limit;
  const shown = (value: number) => formatNumber(language, value, 0);
  return (
    <>
      {text !== undefined && <p className="tiny muted">{t(text.writer === null ? 'versions.saved' : 'versions.saved_by', { number: shown(text.number), name: apart(text.writer ?? ''), at: momentIn(language, text.written_at, report.zone) })}</p>}
      {limit !== null && (standing?.standing === 'over' || standing?.standing === 'stops') && (
        <Notice small tone="warn">{t('steps.over', { words: shown(standing.words), limit: shown(limit), most: shown(mostWords(limit, writing !== report.authoritative)) })}</Notice>
      )}
    </>
  );
}

/** What somebody else saved meanwhile, beside what was typed: nothing of either is lost. */
function Theirs({ typed }: { readonly typed: string }) {
  const t = useText('reporting');
  const { language } = useLocale();
  const { text, writing } = useOutletContext<SectionFacts>();
  if (text === undefined) return null;
  return (
    <div className="flow pb-16" id="meanwhile">
      <Notice tone="warn" title={t('versions.meanwhile', { number: formatNumber(language, text.number, 0) })}>{t('versions.meanwhile_note')}</Notice>
      <div className="ask" lang={writing} dir="auto"><p><strong>{t('versions.theirs')}</strong></p><p><strong>{text.heading}</strong></p><p className="said">{text.body}</p></div>
      <p><strong>{t('versions.theirs_to_yours')}</strong></p>
      <p className="said diff" lang={writing} dir="auto"><Pieces pieces={piecesOf(text.body, typed)} /></p>
    </div>
  );
}
