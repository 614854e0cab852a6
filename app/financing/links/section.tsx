import { formatDate, formatMoneyExact } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { useMoneyPaths } from '#app/financing/money/show-in';
import type { PledgeRow } from '#app/financing/pledges/queries.server';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { ButtonLink } from '#app/ui/button';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import { Objections } from './objections';
import type { LinkRow } from './queries.server';
import { whyOf, type InTotal } from './why';

interface LinksSectionProps {
  readonly pledge: PledgeRow;
  readonly links: readonly LinkRow[];
  /** May say that it has to do with another pledge. */
  readonly proposes: boolean;
}

/** "Why is this not in the total?", for A, B and C; then the links from and to the pledge, in words. */
export function LinksSection({ pledge, links, proposes }: LinksSectionProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const { currency } = pledge;
  const money = (value: string) => formatMoneyExact(language, value, currency);
  const columns: readonly Column<InTotal>[] = [
    { id: 'total', header: () => t('links.total'), cell: ({ total }) => <strong>{t(`links.totals.${total}`)}</strong> },
    { id: 'counted', header: () => t('links.counted'), numeric: true, cell: ({ counted }) => money(counted) },
    { id: 'why', header: () => t('links.why_not'), cell: ({ how, less }) => (how === 'full' ? t('links.in_full') : less.map(({ why, amount }) => t(`links.less_why.${why}`, { amount: money(amount) })).join(' ')) },
  ];
  return (
    <Section id="totals" title={t('links.section')} note={<>{t('links.section_note')} <a href={`${paths.in(language).methods()}#totals`}>{t('definitions')}</a></>} wide>
      <ListTable caption={t('links.section_caption', { ref: pledge.ref })} columns={columns} rows={whyOf({ ...pledge, converted: pledge.usd !== null })} keyOf={({ total }) => total} t={t} />
      {pledge.visibility !== 'public' && <p className="small">{t('links.not_public')}</p>}
      {pledge.kind !== 'cash' && pledge.kind !== 'guarantee' && <p className="small">{t('links.in_kind', { kind: t(`kind.${pledge.kind}`) })}</p>}
      {links.length > 0 && <div className="pt-16"><List>{links.map((link) => <Line key={link.id} link={link} own={pledge.id} />)}</List></div>}
      {proposes && <p className="pt-16 noprint"><ButtonLink weight="second" href={paths.pledgeLink(pledge.ref)}>{t('links.propose')}</ButtonLink></p>}
    </Section>
  );
}

/** One link as its pledge's page tells it: what is counted where, how much, who decided it, when and why. */
function Line({ link, own }: { readonly link: LinkRow; readonly own: string }) {
  const t = useText('financing');
  const { language } = useLocale();
  const to = useMoneyPaths();
  const { kind, pledge, counted_in, taken_off, amount, origin } = link;
  const out = pledge.id === own;
  const other = out ? counted_in : pledge;
  const money = (value: string) => formatMoneyExact(language, value, pledge.currency);
  const decided = { date: formatDate(language, link.decided_on ?? ''), reason: link.decided_reason ?? '' };
  return (
    <Item
      title={<span dir="auto">{other.title}</span>} href={to.pledge(other.ref)} marks={<span className="ref">{other.ref}</span>}
      note={<span dir="auto">{origin === 'source' ? t('links.decided_source', decided) : t('links.decided_by', decided)}</span>}
    >
      <p className="small">{t(`links.${out ? 'out' : 'in'}.${kind}`, { amount: money(amount), taken: money(taken_off ?? '0'), provider: other.provider })}</p>
      <Objections link={link} />
    </Item>
  );
}
