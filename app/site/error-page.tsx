import { ErrorSummary } from '#app/form/error-summary';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Head } from '#app/ui/head';

interface ErrorPageProps {
  readonly status: number;
  /** The reason of a refusal, a catalogue key such as `access:reasons.not_your_own`. */
  readonly said: string | undefined;
  /** What was wrong with what was sent, in sentences. */
  readonly wrong: readonly string[];
  readonly requestId: string | undefined;
}

const known = [400, 403, 404, 405, 413, 422, 429, 503];

/** The status whose words are said. */
const spoken = (status: number): number => (known.includes(status) ? status : status < 500 ? 400 : 500);

/** The title of a page that went wrong; no route is there to name it. */
export function ErrorTitle({ status }: { readonly status: number }) {
  const t = useText('site');
  return <title>{`${t(`errors.${spoken(status)}.title`)} | Concord`}</title>;
}

/** What went wrong and how to go on, in words. Nothing of the inside is shown; a fault carries the number that the log knows. */
export function ErrorPage({ status, said, wrong, requestId }: ErrorPageProps) {
  const t = useText('site');
  const { language } = useLocale();
  const reason = status === 403 && said !== undefined && /^[a-z-]+:[\w.]+$/.test(said) ? t(said) : t(`errors.${spoken(status)}.lede`);
  return (
    <>
      <Head title={t(`errors.${spoken(status)}.title`)} lede={reason} />
      <ErrorSummary errors={[...new Set(wrong)].map((message) => ({ message }))} />
      {spoken(status) === 500 && requestId !== undefined && <p className="muted small">{t('errors.request', { id: requestId })}</p>}
      <p><a href={paths.in(language).home()}>{t('errors.home')}</a> · <a href={paths.in(language).search()}>{t('nav.search')}</a></p>
    </>
  );
}
