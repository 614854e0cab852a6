import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { pledgePolicy } from '#app/financing/pledges/policy';
import { typeName } from '#app/financing/transactions/model';
import { Proof, TransactionFacts } from '#app/financing/transactions/page';
import { findTransaction, pledgeOfTransaction } from '#app/financing/transactions/queries.server';
import { moneyRefOf } from '#app/financing/verification/money.server';
import { moneyPolicy } from '#app/financing/verification/policy';
import { evidenceOfTransaction, looksAt } from '#app/financing/verification/queries.server';
import { textFor } from '#app/languages/catalogues.server';
import { formatDate, formatMoneyExact } from '#app/languages/format';
import { requireLanguage } from '#app/languages/request.server';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { database } from '#app/platform/database.server';
import { notFound } from '#app/platform/http/answers.server';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'public' } };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params);
  const viewer = await context.viewer();
  const row = await findTransaction(viewer, params['id'] ?? '', { language, now: context.now });
  if (row === undefined) throw notFound();
  const [evidence, looks, pledge_id] = await Promise.all([evidenceOfTransaction(row.id), looksAt(row.id), pledgeOfTransaction(row.id)]);
  const money = viewer.kind === 'person' && pledge_id !== null ? await moneyRefOf(database(), pledge_id, row.id) : undefined;
  const own = money && { ...money, transaction_id: row.id };
  const acts = own === undefined ? undefined : {
    evidence: may(moneyPolicy.addEvidence, viewer, own).allowed, verification: may(moneyPolicy.verify, viewer, own).allowed,
    reversal: row.reversal_of === null && row.reversed_by === null && may(pledgePolicy.reverseTransaction, viewer, own).allowed,
  };
  const t = textFor(language, 'financing');
  return { row, evidence, looks, acts, description: t('transactions.page_description') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.row.pledge_ref ?? data?.row.activity_identifier ?? ''} | Concord` }, { name: 'description', content: data?.description ?? '' }];

export default function Transaction() {
  const { row, evidence, looks, acts } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const { language } = useLocale();
  const to = paths.in(language);
  const type = row.type_code === null ? t('unknown') : typeName(row.type_code, language);
  const marks = [row.reversal_of === null ? undefined : t('transactions.reversal'), row.reversed_by === null ? undefined : t('transactions.reversed')].filter((word) => word !== undefined);
  return (
    <>
      <Crumbs above={[{ href: to.financing(), label: t('title') }, { href: to.transactions(), label: t('transactions.title') }]} here={<>{type}, {formatDate(language, row.transaction_on, 'short')}</>} />
      <Head tight title={<>{type}: <bdi>{formatMoneyExact(language, row.value, row.currency)}</bdi></>} lede={[formatDate(language, row.transaction_on), ...marks].join(' · ')}>
        {acts?.evidence === true && <ButtonLink weight="second" href={paths.transactionAct(row.id, 'evidence')}>{t('verified.act.evidence')}</ButtonLink>}
        {acts?.verification === true && <ButtonLink weight="second" href={paths.transactionAct(row.id, 'verification')}>{t('verified.act.transaction')}</ButtonLink>}
        {acts?.reversal === true && <ButtonLink weight="text" href={paths.transactionReversal(row.id)}>{t('transactions.reverse')}</ButtonLink>}
      </Head>
      <Section id="facts" title={t('transactions.facts')}><TransactionFacts row={row} /></Section>
      <Proof row={row} evidence={evidence} looks={looks} />
    </>
  );
}
