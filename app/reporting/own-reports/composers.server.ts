import type { LoaderFunctionArgs } from '@remix-run/node';
import { anyone } from '#app/access/actor';
import { textFor } from '#app/languages/catalogues.server';
import type { Composer } from '../extracts/composers.server';
import { extractCsv, extractPdf, readExtract } from '../extracts/request.server';
import type { Subject } from './model';
import { ownExtract } from './own';
import { listed, ownReportOf } from './queries.server';

/** An own report of an edition that is out: anybody reads the same. Undefined of whom the snapshot does not know. */
const composeOwn = (kind: Subject['kind'], most: number | null): Composer => async (edition, reader, params) => {
  const own = await ownReportOf(anyone, edition, { kind, code: params[kind === 'country' ? 'iso2' : 'member'] ?? '' }, most);
  return own === undefined ? undefined : ownExtract({ ...reader, edition, own, commitments: textFor(reader.language, 'commitments') });
};

/** The page and paper list the first of each kind of record, the file has all. */
export const ownPage = (asked: LoaderFunctionArgs, kind: Subject['kind']) => readExtract(asked, composeOwn(kind, listed));
export const ownPdf = (asked: LoaderFunctionArgs, kind: Subject['kind']) => extractPdf(asked, composeOwn(kind, listed));
export const ownCsv = (asked: LoaderFunctionArgs, kind: Subject['kind']) => extractCsv(asked, composeOwn(kind, null));
