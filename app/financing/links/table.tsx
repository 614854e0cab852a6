import { formatDate, formatMoneyExact } from '#app/languages/format';
import { paths } from '#app/paths';
import type { Column, Words } from '#app/table/column';
import type { LinkRow, LinkSide } from './queries.server';
import { linkTag, reasonWords } from './words';

const side = (one: LinkSide, { language }: Words) => (
  <div>
    <a href={paths.in(language).pledge(one.ref)} dir="auto">{one.title}</a>
    <span className="ref">{one.ref}</span> <span className="muted tiny">{one.provider} · {formatMoneyExact(language, one.announced, one.currency)} · {formatDate(language, one.announced_on, 'short')}</span>
  </div>
);

/** The desk of links: both pledges side by side, why, and what is suggested or decided. */
export const linkTable: readonly Column<LinkRow>[] = [
  { id: 'pledge', header: (t) => t('links.pledge'), cell: (row, words) => side(row.pledge, words) },
  { id: 'counted_in', header: (t) => t('links.counted_in'), cell: (row, words) => side(row.counted_in, words) },
  { id: 'because', header: (t) => t('links.why'), cell: (row, { t, language }) => reasonWords(row.reasons, row.origin, t, language) },
  { id: 'amount', header: (t) => t('links.suggested'), cell: (row, { t, language }) => <>{t(`links.kind.${row.kind}`)}<br /><span className="num">{formatMoneyExact(language, row.amount, row.pledge.currency)}</span></> },
  { id: 'state', header: (t) => t('links.state_head'), unnamed: true, cell: (row, { t }) => linkTag(row.state, t) },
  { id: 'open', header: (t) => t('links.open'), unnamed: true, cell: (row, { t }) => <a className="btn btn--2" href={paths.fundingLink(row.id)}>{t('links.compare')}<span className="vh"> {row.pledge.ref}, {row.counted_in.ref}</span></a> },
];
