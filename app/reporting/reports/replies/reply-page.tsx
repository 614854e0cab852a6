import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { SelectField, TextArea } from '#app/form/field';
import { formatDate } from '#app/languages/format';
import { languages, nativeNames } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Head } from '#app/ui/head';
import { Crumbs } from '#app/ui/crumbs';
import { Notice } from '#app/ui/notice';
import { zoneName } from '#app/working-groups/marks';
import { Pieces } from '#app/reporting/publication/chapter';
import type { ChapterPiece } from '#app/reporting/publication/chapters.server';
import type { Asked } from './queries.server';

interface ReplyPageProps {
  readonly asked: Omit<Asked, 'body'>;
  readonly pieces: readonly ChapterPiece[];
  readonly last: SubmissionResult<string[]> | undefined;
}

/** What a report says of a member, read before everybody else, and their reply. */
export function ReplyPage({ asked, pieces, last }: ReplyPageProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const above = [{ href: paths.my, label: t('replies.home') }];
  const before = <Said asked={asked} pieces={pieces} />;
  if (!asked.window_open) {
    return (
      <>
        <Crumbs above={above} here={t('replies.act')} />
        <Head tight title={asked.title} />
        <Notice tone="none">{t('replies.closed')}</Notice>
        {before}
        {asked.reply !== null && <blockquote className="measure" lang={asked.reply_language ?? undefined} dir="auto">{asked.reply}</blockquote>}
      </>
    );
  }
  const by = formatDate(language, asked.reply_until ?? '');
  return (
    <ActPage above={above} act={t('replies.act')} lede={asked.title} follows={t('replies.follows', { by, zone: zoneName(asked.zone) })} before={before} back={{ href: paths.my, label: t('replies.not_now') }} version={asked.version} last={last}>
      {asked.replied_on !== null && <Notice role="status">{t('replies.written', { on: formatDate(language, asked.replied_on), by })}</Notice>}
      <TextArea {...fieldIn(last)('reply', asked.reply ?? '')} label={t('replies.yours')} hint={t('replies.yours_hint')} rows={8} maxLength={2000} required />
      <SelectField {...fieldIn(last)('language', asked.reply_language ?? language)} label={t('replies.written_in')} options={languages.map((value) => ({ value, label: nativeNames[value] }))} empty={null} width={20} />
    </ActPage>
  );
}

function Said({ asked, pieces }: Omit<ReplyPageProps, 'last'>) {
  const t = useText('reporting');
  const { language } = useLocale();
  const other = asked.body_language === language ? undefined : asked.body_language;
  return (
    <div className="flow pt-24 pb-32">
      <Notice>{t('replies.early')}</Notice>
      <h2 className="h27">{t('replies.of', { party: asked.party })}</h2>
      <p className="measure" lang={asked.language} dir="auto">{asked.about}</p>
      <h2 className="h27" lang={other} dir="auto">{asked.heading}</h2>
      <div className="prose"><Pieces pieces={pieces} under={2} language={other} /></div>
    </div>
  );
}
