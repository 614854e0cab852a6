import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Head } from '#app/ui/head';

interface ErrorPageProps {
  readonly status: number;
  /** The reason of a refusal, a catalogue key such as `access:reasons.not_your_own`. */
  readonly said: string | undefined;
  readonly requestId: string | undefined;
}

/** What went wrong and how to go on, in words. Nothing of the inside is shown; a fault carries the number that the log knows. */
export function ErrorPage({ status, said, requestId }: ErrorPageProps) {
  const t = useText('site');
  const { language } = useLocale();
  const known = [400, 403, 404, 405, 413, 422, 429, 503].includes(status) ? String(status) : status < 500 ? '400' : '500';
  const reason = status === 403 && said !== undefined && /^[a-z-]+:[\w.]+$/.test(said) ? t(said) : t(`errors.${known}.lede`);
  return (
    <>
      <Head title={t(`errors.${known}.title`)} lede={reason} />
      {status >= 500 && requestId !== undefined && <p className="muted small">{t('errors.request', { id: requestId })}</p>}
      <p><a href={paths.in(language).home()}>{t('errors.home')}</a> · <a href={paths.in(language).search()}>{t('nav.search')}</a></p>
    </>
  );
}
