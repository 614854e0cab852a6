import { Fragment } from 'react';
import { Prose } from '#app/document/prose';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { ReportFigure } from '#app/reporting/figures/figure';
import { shortHash } from '#app/reporting/figures/view';
import type { EditionModel } from '#app/reporting/publication/edition';
import { EditionPage } from '#app/reporting/publication/edition-page';
import { editionMeta } from '#app/reporting/publication/meta';
import { CorrectionNotes } from '#app/reporting/reports/errata/notes';
import { Links } from '#app/ui/links';
import type { Extract, ExtractBlock } from './model';
import { NumbersOf } from './numbers';

interface ExtractPageProps {
  readonly edition: EditionModel;
  readonly named: number | undefined;
  readonly extract: Extract;
}

/** An extract of an edition: whatever it tells, its page is this one. */
export function ExtractPage({ edition, named, extract }: ExtractPageProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const { title, lede, href, parts, rows } = extract;
  return (
    <EditionPage edition={edition} named={named} here={title}>
      <p className="kick"><a href={paths.in(language).report(edition.ref, named)} lang={edition.titleLanguage === language ? undefined : edition.titleLanguage}>{edition.title}</a></p>
      <h1>{title}</h1>
      <p className="lede">{lede}</p>
      <p className="meta">
        {t('report.edition', { edition: edition.number, published: formatDate(language, edition.publishedOn) })} {t('report.figures_as_of', { asOf: formatDate(language, edition.asOf) })}{' '}
        {t('report.snapshot')} <bdi className="num">{shortHash(edition.snapshot.sha256)}</bdi>
      </p>
      <CorrectionNotes report={{ ref: edition.ref, edition: edition.number, ...edition.corrections }} />
      <div className="noprint"><Links entries={[{ href: fileOf(href, 'pdf'), label: t('report.pdf') }, ...(rows === null ? [] : [{ href: fileOf(href, 'csv'), label: 'CSV' }])]} /></div>
      {parts.map(({ id, heading, blocks }) => (
        <Fragment key={id}>
          <h2 id={id}>{heading}</h2>
          {blocks.map((block, at) => <ExtractPiece key={at} block={block} edition={edition} named={named} />)}
        </Fragment>
      ))}
    </EditionPage>
  );
}

function ExtractPiece({ block, edition, named }: Pick<ExtractPageProps, 'edition' | 'named'> & { readonly block: ExtractBlock }) {
  const { language } = useLocale();
  if (block.kind === 'numbers') return <NumbersOf numbers={block} />;
  if (block.kind !== 'bound') return <div className="flow"><Prose blocks={[block]} under={2} /></div>;
  const figure = edition.figures.find(({ stored }) => stored.name === block.name);
  if (figure === undefined) return null;
  const at = paths.in(language).figure(edition.ref, block.name, named);
  return <ReportFigure figure={figure.view} records={figure.records} href={at} csv={fileOf(at, 'csv')} />;
}

/** What search engines read of it. */
export function extractMeta(page: { readonly edition: EditionModel; readonly extract: Extract } | undefined) {
  if (page === undefined) return editionMeta(undefined);
  const { edition, extract } = page;
  const own = [{ title: `${extract.title}, ${edition.title} | Concord` }, { name: 'description', content: extract.lede.slice(0, 300) }];
  return [...own, ...editionMeta(edition).filter((tag) => 'name' in tag && tag.name !== 'description')];
}
