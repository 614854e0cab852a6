import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { figureTitle } from '#app/reporting/figures/title';
import { Notice } from '#app/ui/notice';
import type { ReportRecord } from '../queries.server';
import type { Erratum } from './queries.server';

/** Where it is wrong, and what is right. */
export function ErratumWords({ erratum: { position, figure_key, words, language: written } }: { readonly erratum: Erratum }) {
  const t = useText('reporting');
  const { language } = useLocale();
  const place = [...(position === null ? [] : [t('replies.chapter', { position })]), ...(figure_key === null ? [] : [figureTitle(figure_key, t)])].join(', ');
  return <>{place !== '' && <b>{place}: </b>}<span lang={written === language ? undefined : written} dir="auto">{words}</span></>;
}

/** Said on both editions: that this one is corrected, and what it corrects. */
export function CorrectionNotes({ report }: { readonly report: Pick<ReportRecord, 'ref' | 'edition' | 'corrected_by' | 'errata'> }) {
  const t = useText('reporting');
  const { language } = useLocale();
  const { ref, edition, corrected_by, errata } = report;
  const link = <a href={paths.in(language).reportErrata(ref)}>{t('errata.read')}</a>;
  return (
    <>
      {corrected_by !== null && <Notice tone="err" title={t('errata.corrected_by', { edition: corrected_by })}>{link}</Notice>}
      {errata.length > 0 && <Notice tone="err" title={t('errata.corrects', { edition: edition - 1 })}>{errata.map((one, at) => <span key={one.id}>{at > 0 && ' · '}<ErratumWords erratum={one} /></span>)} {link}</Notice>}
    </>
  );
}
