import type { ReactNode } from 'react';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { wholeExtracts } from '#app/reporting/extracts/model';
import { subjectKinds } from '#app/reporting/figures/subjects';
import { Contents } from '#app/ui/contents';
import { Crumbs } from '#app/ui/crumbs';
import type { Chapter } from './chapters.server';
import type { EditionModel } from './edition';
import { fileKinds } from './forms';

interface EditionPageProps {
  readonly edition: EditionModel;
  /** The number that the address names; without one it is the edition that stands. */
  readonly named: number | undefined;
  /** The chapter that is read; without one it is the cover. */
  readonly chapter?: Chapter;
  /** What is read that is neither the cover nor a chapter. */
  readonly here?: string;
  readonly children: ReactNode;
}

/** What every page of an edition has around it: where one is, what stands now, the contents, and the other forms of the same report. */
export function EditionPage({ edition, named, chapter, here, children }: EditionPageProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const to = paths.in(language);
  const { ref, title, titleLanguage } = edition;
  const said = t('report.edition', { edition: edition.number, published: formatDate(language, edition.publishedOn) });
  const other = titleLanguage === language ? undefined : titleLanguage;
  const entry = (one: Chapter) => ({ href: to.chapter(ref, one.number, named), label: one.heading, number: one.number, current: one.number === chapter?.number });
  const above = [{ href: to.reports(), label: t('list.title') }, ...(chapter === undefined && here === undefined ? [] : [{ href: to.report(ref, named), label: title }])];
  return (
    <>
      <Crumbs above={above} here={here ?? chapter?.heading ?? title} />
      <div className="pt-16 with-toc">
        <article className="prose">
          <a className="to-toc noprint" href="#contents">{t('report.all_chapters')}</a>
          {children}
        </article>
        <Contents
          id="contents" label={t('report.chapters')} head={<><p className="small" lang={other}><strong>{title}</strong></p><p className="pb-8 tiny muted">{said}</p></>}
          chapters={edition.chapters.filter(({ about }) => about === null).map(entry)}
          groups={subjectKinds.map((kind) => ({ label: t(`profiles.${kind}`), chapters: edition.chapters.filter(({ about }) => about === kind).map(entry) })).filter(({ chapters }) => chapters.length > 0)}
          also={[
            ...wholeExtracts.map(({ name }) => ({ href: to.extract(ref, name, named), label: t(`extracts.${name}.title`) })),
            ...fileKinds.map((kind) => ({ href: fileOf(to.report(ref, named), kind), label: t(`report.${kind}`) })),
          ]}
        />
      </div>
    </>
  );
}
