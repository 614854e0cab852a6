import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '#app/access/permit';
import { privateMeta } from '#app/accounts/page-meta';
import { requirePerson } from '#app/accounts/viewer.server';
import { formatDayInZone, formatTime, languageName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { mailPolicy } from '#app/mail/policy';
import { findMail } from '#app/mail/queries.server';
import { paths } from '#app/paths';
import { notFound } from '#app/platform/http/answers.server';
import { Crumbs } from '#app/ui/crumbs';
import { Facts } from '#app/ui/facts';
import { Head } from '#app/ui/head';

export const handle = { access: { loader: 'mail:read' } };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePerson(context, request);
  const mail = await findMail(viewer, params['id'] ?? '', context.demo);
  if (mail === undefined || !may(mailPolicy.read, viewer, mail).allowed) throw notFound();
  return { mail, log: may(mailPolicy.log, viewer, { log: true }).allowed };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => privateMeta(data?.mail.subject);

export default function Mail() {
  const { mail, log } = useLoaderData<typeof loader>();
  const t = useText('mail');
  const { language } = useLocale();
  return (
    <>
      <Crumbs above={[log ? { href: paths.mailLog, label: t('log.title') } : { href: paths.my, label: t('log.own') }]} here={mail.subject} />
      <Head tight title={mail.subject} />
      <Facts facts={[
        { label: t('log.recipient'), value: <bdi>{mail.recipient}</bdi> },
        { label: t('log.status'), value: t(`statuses.${mail.status}`) },
        { label: t('log.written'), value: `${formatDayInZone(language, mail.created_at, 'UTC')}, ${formatTime(language, mail.created_at, 'UTC')} UTC` },
        { label: t('log.language'), value: languageName(language, mail.language) },
        { label: t('log.attempts'), value: mail.attempts },
        ...(mail.last_error === null ? [] : [{ label: t('log.error'), value: mail.last_error }]),
      ]} />
      <pre className="letter" lang={mail.language} dir={mail.language === 'ar' ? 'rtl' : 'ltr'}>{mail.text}</pre>
    </>
  );
}
