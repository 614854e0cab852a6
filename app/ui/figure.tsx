import type { ReactNode } from 'react';
import type { Text } from '#app/languages/catalogue';
import { formatDate, formatNumber } from '#app/languages/format';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';

interface FigureProps {
  readonly id?: string;
  /** The finding, in a sentence. */
  readonly finding: ReactNode;
  /** What is counted, and in which unit. */
  readonly about?: ReactNode;
  readonly drawing: ReactNode;
  /** A `Key`, only where labels at the drawing do not suffice. */
  readonly legend?: ReactNode;
  readonly origin: Origin;
  /** The same numbers as a table, usually a `FigureTable`. */
  readonly table: ReactNode;
  readonly open?: boolean;
  /** What opens the table, where it is told in another form. */
  readonly summary?: string;
}

/** Where the numbers of a figure come from. */
export interface Origin {
  readonly source?: string;
  /** How many of how many are in it, for example 480 of 640 `commitments`. */
  readonly coverage?: { readonly known: number; readonly of: number; readonly what?: string };
  /** A plain date, `YYYY-MM-DD`. */
  readonly asOf?: string;
  readonly csv?: string;
  readonly embed?: string;
  /** Anything else a reader must know. */
  readonly note?: ReactNode;
}

/** A figure: first the sentence, then the drawing, where it comes from, and the table. */
export function Figure({ id, finding, about, drawing, legend, origin, table, open = false, summary }: FigureProps) {
  const t = useText('ui');
  return (
    <figure className="fig" id={id}>
      <figcaption>
        {finding}
        {about !== undefined && <span>{about}</span>}
      </figcaption>
      {drawing}
      {legend}
      <OriginLine {...origin} />
      <details open={open}>
        <summary>{summary ?? t('figure.table')}</summary>
        {table}
      </details>
    </figure>
  );
}

/** The line under every number: source, n of N, as of, files. */
export function OriginLine({ source, coverage, asOf, csv, embed, note }: Origin) {
  const t = useText('ui');
  const { language } = useLocale();
  const sentences = [
    source === undefined ? undefined : t('figure.source', { source }),
    coverage === undefined ? undefined : coverageSentence(t, language, coverage),
    asOf === undefined ? undefined : t('figure.asOf', { date: formatDate(language, asOf, 'long') }),
  ].filter((sentence) => sentence !== undefined);
  return (
    <p className="meta">
      {sentences.join(' ')}
      {note !== undefined && <> {note}</>}
      {csv !== undefined && (
        <>
          {' '}
          <a href={csv}>CSV</a>
        </>
      )}
      {embed !== undefined && (
        <>
          {' · '}
          <a href={embed}>{t('figure.embed')}</a>
        </>
      )}
    </p>
  );
}

function coverageSentence(t: Text, language: Language, { known, of, what }: NonNullable<Origin['coverage']>): string {
  const values = { known: formatNumber(language, known), total: formatNumber(language, of) };
  return what === undefined ? t('figure.coverage', values) : t('figure.coverageOf', { ...values, what });
}
