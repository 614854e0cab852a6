import { paths } from '#app/paths';
import type { Extract, ExtractPart } from '../extracts/model';
import { rowsOf } from './rows';
import { endorsementsPart, missingPart, repliesPart, sincePart, standingPart, type Telling } from './told';
import { changesPart, commitmentsPart, updatesPart } from './told-commitments';
import { moneyPart } from './told-money';

/** What an edition says of one country or one member: its page, its PDF and its file are made of this. */
export function ownExtract(telling: Telling): Extract {
  const { t, language, named, edition, own: { subject, name } } = telling;
  const own = subject.kind === 'member' ? [changesPart, updatesPart] : [];
  const parts = [standingPart, commitmentsPart, ...own, moneyPart, missingPart, sincePart, endorsementsPart, repliesPart].map((tell) => tell(telling));
  return {
    name: `${subject.kind}-${subject.code}`, form: 'report', title: t(`own.title.${subject.kind}`, { name }), lede: t('own.lede', { name, title: edition.title, edition: edition.number }),
    href: paths.in(language).ownReport(edition.ref, subject.kind, subject.code, named), parts: parts.filter((one): one is ExtractPart => one !== undefined), rows: rowsOf(telling.own),
  };
}
