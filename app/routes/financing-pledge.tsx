import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findCommitment } from '#app/commitments/record/queries.server';
import { reportingOf } from '#app/financing/money/reporting.server';
import { ShowIn, useMoneyPaths } from '#app/financing/money/show-in';
import { linksOnPage } from '#app/financing/links/on-page.server';
import { LinksSection } from '#app/financing/links/section';
import { About } from '#app/financing/pledges/about';
import { PledgeActions } from '#app/financing/pledges/actions';
import { PledgeChain } from '#app/financing/pledges/chain';
import { PledgeLife } from '#app/financing/pledges/life/life';
import { lifeOfPledge } from '#app/financing/pledges/life/queries.server';
import { LadderFigure } from '#app/financing/pledges/ladder-figure';
import { statusTag } from '#app/financing/pledges/marks';
import { findPledge } from '#app/financing/pledges/queries.server';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { Recipients } from '#app/financing/pledges/recipients';
import { refOf, rightsOf } from '#app/financing/pledges/rights.server';
import { Terms } from '#app/financing/pledges/terms/about';
import { pledgeTrail } from '#app/financing/pledges/trail';
import { exponentOf } from '#app/financing/pledges/place.server';
import { receiptsOfPledge } from '#app/financing/reconciliation/rights.server';
import { ReceivedSection } from '#app/financing/reconciliation/section';
import { planOf } from '#app/financing/tranches/plan.server';
import { Tranches } from '#app/financing/tranches/section';
import { verifiedOf } from '#app/financing/verification/page.server';
import { VerifiedMoney } from '#app/financing/verification/section';
import { listTransactions } from '#app/financing/transactions/queries.server';
import { transactionList } from '#app/financing/transactions/list';
import { ownTransactionTable } from '#app/financing/transactions/table';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate, formatList, formatMoneyExact } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { dayOf } from '#app/platform/clock';
import { notFound } from '#app/platform/http/answers.server';
import { historyFor } from '#app/records/history/queries.server';
import { Trail } from '#app/records/history/trail';
import { readState } from '#app/table/state';
import { ListTable } from '#app/table/table';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'public' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const reporting = await reportingOf(request);
  const view = { language, now: context.now, currency: reporting.currency };
  const pledge = await findPledge(viewer, params['ref'] ?? '', view);
  if (pledge === undefined) throw notFound();
  const own = readState(transactionList, new URLSearchParams({ pledge: pledge.ref }));
  const [transactions, receipts, commitment, exponent, trail, life, plan, verified, counted] = await Promise.all([
    listTransactions(viewer, own, view, 200), receiptsOfPledge(viewer, pledge.ref, view), pledge.commitment === null ? undefined : findCommitment(viewer, pledge.commitment.ref, view), exponentOf(pledge.currency),
    historyFor(pledgePolicy.history, viewer, refOf(pledge), 'pledges', pledgeTrail), lifeOfPledge(viewer, pledge, view), planOf(viewer, pledge, view), verifiedOf(viewer, pledge), linksOnPage(viewer, pledge, view),
  ]);
  const chain = commitment && { ref: commitment.ref, text: commitment.text, nodes: commitment.nodes, endorsements: commitment.endorsements, origin: commitment.origin, updates: commitment.updates, figures: commitment.figures };
  const t = textFor(language, 'financing');
  return {
    pledge, reporting, trail, life, plan, verified, counted, transactions: transactions.rows, receipts, chain, exponent, rights: rightsOf(viewer, pledge), inside: viewer.kind === 'person', today: dayOf(context.now),
    description: t('pledge.description', { provider: pledge.provider.name }),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pledge.title ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Pledge() {
  const { pledge, reporting, trail, life, plan, verified, counted, transactions, receipts, chain, exponent, rights, inside, today } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const { language } = useLocale();
  const to = useMoneyPaths();
  const recipients = formatList(language, pledge.recipients.map(({ name }) => name));
  const said = { provider: pledge.provider.name, amount: formatMoneyExact(language, pledge.ladder.announced, pledge.currency), date: formatDate(language, pledge.announced_on), recipients };
  return (
    <>
      <Crumbs above={[{ href: to.financing(), label: t('title') }, { href: to.pledges(), label: t('pledges.title') }]} here={<bdi>{pledge.ref}</bdi>} />
      <Head tight title={<span dir="auto">{pledge.title}</span>} lede={t(pledge.recipients.length === 0 ? 'pledge.lede' : 'pledge.lede_for', said)}>
        {statusTag(pledge.status, t)} <span className="muted small">{t(`kind.${pledge.kind}`)}</span>
      </Head>
      <PledgeChain pledge={pledge} commitment={chain} />
      <PledgeActions pledgeRef={pledge.ref} rights={rights} />
      <Section id="ladder-head" title={t('pledge.ladder')} note={t('pledge.ladder_note')}><LadderFigure pledge={pledge} asOf={today} /><ShowIn anchor="#ladder-head" /></Section>
      <VerifiedMoney pledge={pledge} verified={verified} />
      <LinksSection pledge={pledge} {...counted} />
      <Section id="recipients" title={t('pledge.recipients')}><Recipients pledge={pledge} exponent={exponent} /></Section>
      <Section id="life" title={t('terms.life.title')}><PledgeLife moments={life} currency={pledge.currency} /></Section>
      <Tranches pledge={pledge} plan={plan} today={today} />
      <Section id="transactions" title={t('pledge.transactions')} note={t('pledge.transactions_note')} wide>
        {transactions.length === 0 ? (
          <p>{t('pledge.transactions_none')}</p>
        ) : (
          <ListTable caption={t('transactions.caption')} columns={ownTransactionTable(reporting.currency, rights.reverse.allowed)} rows={transactions} keyOf={(row) => row.id} t={t} />
        )}
        <p className="small"><a href={to.transactions({ pledge: pledge.ref })}>{t('pledge.transactions_file')}</a></p>
      </Section>
      <ReceivedSection pledgeRef={pledge.ref} {...receipts} />
      <Section id="terms" title={t('terms.title')} note={t('terms.note')}><Terms pledge={pledge} exponent={exponent} /></Section>
      <Section id="about" title={t('pledge.about')}><About pledge={pledge} inside={inside} /></Section>
      <Trail acts={trail} words={pledgeTrail} />
    </>
  );
}
