import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may, permit } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { PackSections } from '#app/handovers/pack';
import { handoverPolicy } from '#app/handovers/policy';
import { packOf } from '#app/handovers/queries.server';
import { requireHandover } from '#app/handovers/request.server';
import { formatDate, formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Tag } from '#app/ui/tag';

export const handle = { access: { loader: 'handover:read' } };

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, view, handover } = await requireHandover(args);
  permit(handoverPolicy.read, viewer, handover);
  const ask = (act: 'accept' | 'decline' | 'withdraw') => may(handoverPolicy[act], viewer, handover).allowed;
  const pack = handover.status === 'offered' ? await packOf(handover.giver_id, handover.organisation_id, view) : undefined;
  return { handover, pack, may: { acceptance: ask('accept'), refusal: ask('decline'), withdrawal: ask('withdraw') } };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.handover.organisation);

const acts = ['acceptance', 'refusal', 'withdrawal'] as const;
const tones = { offered: 'late', accepted: 'ok', declined: 'none', withdrawn: 'none' } as const;

export default function Handover() {
  const { handover, pack, may: allowed } = useLoaderData<typeof loader>();
  const t = useText('handovers');
  const { language } = useLocale();
  const { id, organisation, organisation_ref, giver, receiver, note, status, offered_on, answered_on, answer, moved } = handover;
  const counted = (count: number) => formatNumber(language, count);
  return (
    <>
      <Crumbs above={[{ href: paths.in(language).member(organisation_ref), label: organisation }]} here={t('title')} />
      <Head tight kick={formatDate(language, answered_on ?? offered_on)} title={t('from_to', { giver, receiver })} lede={organisation}>
        <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>
        {acts.filter((act) => allowed[act]).map((act) => <ButtonLink key={act} weight={act === 'acceptance' ? 'main' : 'second'} href={paths.handoverAct(id, act)}>{t(`act.${act}`)}</ButtonLink>)}
      </Head>
      <Notice title={t('note', { giver })}><span dir="auto">{note}</span></Notice>
      {answer !== null && <Notice tone="warn" title={t('answer', { receiver })}><span dir="auto">{answer}</span></Notice>}
      {moved !== null && <Notice role="status">{t('moved', { roles: counted(moved.roles), seats: counted(moved.seats), actions: counted(moved.actions) })}</Notice>}
      {pack !== undefined && <PackSections pack={pack} />}
    </>
  );
}
