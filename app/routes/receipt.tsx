import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { privateMeta } from '#app/accounts/page-meta';
import { BothAccounts, EvidenceField } from '#app/financing/reconciliation/act-page';
import { ReceiptHistory } from '#app/financing/reconciliation/history';
import { seenKey } from '#app/financing/reconciliation/model';
import { pairsFor } from '#app/financing/reconciliation/pairs.server';
import { actsOf } from '#app/financing/reconciliation/queries.server';
import { requireReceipt } from '#app/financing/reconciliation/request.server';
import { receiptActsOn } from '#app/financing/reconciliation/rights.server';
import { FormKey } from '#app/form/hidden';
import { formatMoneyExact } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button, ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';

export const handle = { access: { loader: 'signed_in' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, payment, onBehalf } = await requireReceipt(args);
  const { confirm, acts } = receiptActsOn(viewer, payment);
  const [history, candidates] = await Promise.all([actsOf(payment), acts.includes('pairing') ? pairsFor(payment, view.language) : []]);
  return { payment, onBehalf, history, confirm, proposed: candidates.length, acts: acts.filter((act) => act !== 'pairing' || candidates.length > 0) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.payment.pledge_title);

/** One payment as both sides tell it, what each said of it, and what the viewer may say. */
export default function Receipt() {
  const { payment, onBehalf, history, confirm, proposed, acts } = useLoaderData<typeof loader>();
  const t = useText('financing');
  const { language } = useLocale();
  const amount = formatMoneyExact(language, payment.value, payment.currency);
  return (
    <>
      <Crumbs above={[{ href: paths.receipts(), label: t('reconciliation.title') }]} here={t('reconciliation.payment')} />
      <Head tight title={amount} lede={t('reconciliation.from_to', { provider: payment.provider, receiver: payment.receiver ?? t('reconciliation.no_receiver') })} />
      <Section id="accounts" title={t('reconciliation.accounts')}><BothAccounts payment={payment} /></Section>
      {(confirm || acts.length > 0) && (
        <Section id="acts" title={t('reconciliation.say')} note={onBehalf && confirm ? t('reconciliation.on_behalf_note') : undefined}>
          {proposed > 0 && <p>{t('reconciliation.proposed_hint', { count: proposed })}</p>}
          {confirm && (
            <form method="post" action={paths.receiptConfirmations} className="flow measure" noValidate>
              <FormKey />
              <input type="hidden" name="payments" value={seenKey(payment)} />
              {onBehalf && <EvidenceField last={undefined} />}
              <Button>{t('reconciliation.confirm_amount', { amount })}</Button>
            </form>
          )}
          <div className="row pt-16">{acts.map((act) => <ButtonLink key={act} weight="second" href={paths.receiptAct(payment.transaction_id, act)}>{t(`reconciliation.acts.${act}.title`)}</ButtonLink>)}</div>
        </Section>
      )}
      <ReceiptHistory acts={history} currency={payment.currency} />
    </>
  );
}
