import { licences } from '#app/coalitions/licences';
import { formatDate } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { OfferedExtracts } from '#app/reporting/extracts/offered';
import { shortHash } from '#app/reporting/figures/view';
import { CorrectionNotes } from '#app/reporting/reports/errata/notes';
import { ChangedSince } from '#app/reporting/snapshots/changed-since';
import type { Changes } from '#app/reporting/snapshots/changes.server';
import { Item, List } from '#app/ui/list';
import { Links } from '#app/ui/links';
import type { EditionModel } from './edition';
import { EditionPage } from './edition-page';
import { Forms } from './forms';

interface CoverProps {
  readonly edition: EditionModel;
  readonly named: number | undefined;
  /** How many of its records say something else by now. */
  readonly changes?: Changes | null;
}

/** The first page of a report: who says what as of when, what was found, how to quote it, and that nothing was changed since. */
export function Cover({ edition, named, changes = null }: CoverProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const day = (on: string) => formatDate(language, on);
  const other = edition.titleLanguage === language ? undefined : edition.titleLanguage;
  return (
    <EditionPage edition={edition} named={named}>
      <p className="kick" lang={edition.publisherLanguage === language ? undefined : edition.publisherLanguage}>{edition.publisher}</p>
      <h1 lang={other}>{edition.title}</h1>
      {edition.summary !== null && <p className="lede" lang={other}>{edition.summary}</p>}
      <p className="meta">
        {t('report.edition', { edition: edition.number, published: day(edition.publishedOn) })} {t('report.figures_as_of', { asOf: day(edition.asOf) })}{' '}
        {t('report.snapshot')} <bdi className="num">{shortHash(edition.snapshot.sha256)}</bdi>
      </p>
      {changes !== null && <ChangedSince {...changes} />}
      <CorrectionNotes report={{ ref: edition.ref, edition: edition.number, ...edition.corrections }} />
      <Findings edition={edition} named={named} />
      <OfferedExtracts edition={edition} named={named} />
      <Forms edition={edition} named={named} />
      <Citing edition={edition} />
      {edition.issues.length > 1 && <Issues edition={edition} />}
    </EditionPage>
  );
}

/** What each figure says, with its n of N, and the way to the chapter that tells it. */
function Findings({ edition, named }: CoverProps) {
  const t = useText('reporting');
  const to = paths.in(useLocale().language);
  const told = edition.figures.filter((figure) => figure.chapter !== null && figure.view.subject === null);
  if (told.length === 0) return null;
  return (
    <>
      <h2 id="found">{t('edition.found')}</h2>
      <p className="small muted">{t('edition.found_note')}</p>
      <List>
        {told.map(({ view, chapter }) => (
          <Item
            key={view.key} href={`${to.chapter(edition.ref, chapter ?? 1, named)}#figure-${view.key}`} title={view.finding}
            note={<>{t('figures.label', { number: view.number })} {view.coverage}</>}
          />
        ))}
      </List>
    </>
  );
}

function Citing({ edition }: Pick<CoverProps, 'edition'>) {
  const t = useText('reporting');
  return (
    <>
      <h2 id="citation">{t('edition.cite')}</h2>
      <p>{edition.citation}</p>
      <p className="small muted">{t('edition.cite_note')}</p>
      <h2 id="licence">{t('files.licence')}</h2>
      <LicenceLine licence={edition.licence} />
      <h2 id="seal">{t('edition.seal')}</h2>
      <p>{t('edition.seal_note')}</p>
      <p className="hash">{edition.snapshot.sha256}</p>
    </>
  );
}

function LicenceLine({ licence }: Pick<EditionModel, 'licence'>) {
  const t = useText('reporting');
  if (licence === null) return <p>{t('files.licence_none')}</p>;
  const { title, short, path } = licences[licence];
  return <p><a href={path} rel="license"><bdi lang="en">{title} ({short})</bdi></a></p>;
}

/** RP-3: every edition stays in public. */
function Issues({ edition }: Pick<CoverProps, 'edition'>) {
  const t = useText('reporting');
  const { language } = useLocale();
  const entries = edition.issues.map(({ number, on }) => ({ href: paths.in(language).report(edition.ref, number), label: t('report.edition', { edition: number, published: formatDate(language, on) }) }));
  return (
    <>
      <h2 id="versions">{t('edition.versions')}</h2>
      <Links entries={entries} />
    </>
  );
}
