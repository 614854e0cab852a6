import { formatDate, formatMoneyExact } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { PledgeRow } from '#app/financing/pledges/queries.server';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Facts } from '#app/ui/facts';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';
import type { LinkAct } from './acts.server';
import { LinkComparison } from './compare';
import { netPart } from './model';
import { Objections } from './objections';
import type { LinkRow } from './queries.server';
import { linkTag, linkWords, reasonWords } from './words';

interface LinkPageProps {
  readonly link: LinkRow;
  readonly sides: readonly [PledgeRow, PledgeRow];
  readonly acts: readonly LinkAct[];
  readonly exponent: number;
}

/** One link: what it says and why, both pledges, what became of it, and what can be done. */
export function LinkPage({ link, sides: [pledge, countedIn], acts, exponent }: LinkPageProps) {
  const t = useText('financing');
  const { language } = useLocale();
  const { kind, amount, state } = link;
  const money = (value: string) => formatMoneyExact(language, value, pledge.currency);
  const standing = pledge.ladder.pledged;
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).financing(), label: t('title') }, { href: paths.fundingLinks(), label: t('links.title') }]} here={<bdi>{link.pledge.ref}, {link.counted_in.ref}</bdi>} />
      <Head tight title={t('links.question')} lede={linkWords(link, t, language)}>{linkTag(state, t)}</Head>
      <Section id="why" title={t('links.why')}>
        <p>{reasonWords(link.reasons, link.origin, t, language)}</p>
        <Facts facts={[
          { label: t('links.kind_head'), value: <>{t(`links.kind.${kind}`)}<br /><span className="small muted">{t(`links.hint.${kind}`)}</span></> },
          { label: t('links.amount'), value: money(amount) },
          ...(kind === 'co_funds' || kind === 'matches' ? [] : [{ label: t('links.left'), value: t('links.left_of', { left: money(netPart(standing, amount, standing, exponent)), whole: money(standing) }) }]),
          { label: t('links.proposed_on'), value: formatDate(language, link.proposed_on) },
          ...(link.note === null ? [] : [{ label: t('links.note'), value: <span dir="auto">{link.note}</span> }]),
          ...(link.decided_on === null ? [] : [{ label: t(state === 'declined' ? 'links.declined_on' : 'links.decided_on'), value: <>{formatDate(language, link.decided_on)}: <span dir="auto">{link.decided_reason}</span></> }]),
          ...(link.ended_on === null ? [] : [{ label: t('links.ended_on'), value: <>{formatDate(language, link.ended_on)}: <span dir="auto">{link.ended_reason}</span></> }]),
        ]} />
        <Objections link={link} />
        {acts.length > 0 && <div className="row pt-16">{acts.map((act, at) => <ButtonLink key={act} weight={at === 0 ? 'main' : 'second'} href={paths.fundingLinkAct(link.id, act)}>{t(`links.act.${act}`)}</ButtonLink>)}</div>}
      </Section>
      <Section id="both" title={t('links.side_by_side')} wide><LinkComparison pledge={pledge} countedIn={countedIn} /></Section>
    </>
  );
}
