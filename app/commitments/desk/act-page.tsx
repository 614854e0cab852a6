import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { ActPage } from '#app/form/act-page';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Item, List } from '#app/ui/list';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import type { DeskAct } from './model';
import type { Preview, Said } from './request.server';

interface DeskActPageProps {
  readonly act: DeskAct;
  readonly preview: Preview;
  readonly last: Said | SubmissionResult<string[]> | undefined;
  readonly children: ReactNode;
}

const isSaid = (last: DeskActPageProps['last']): last is Said => last !== undefined && 'outcome' in last;

/** What would happen to the commitments that were chosen, to whom it is written, and what is left and why; afterwards what has happened. */
export function DeskActPage({ act, preview, last, children }: DeskActPageProps) {
  const t = useText('commitments');
  const { language } = useLocale();
  const shown = (count: number) => formatNumber(language, count);
  const above = [{ href: paths.commitmentDesk(), label: t('desk_list.title') }];
  const title = t(`desk_list.act.${act}`);
  if (isSaid(last)) {
    const { outcome: { done, told, left } } = last;
    return (
      <>
        <Crumbs above={above} here={title} />
        <Head tight title={t('desk_list.done', { count: done, shown: shown(done) })} lede={told > 0 ? t('desk_list.told', { count: told, shown: shown(told) }) : undefined} />
        <Left rows={left} />
        <p className="pt-16"><ButtonLink href={preview.back}>{t('desk_list.back')}</ButtonLink></p>
      </>
    );
  }
  const { count, mails, left, none, limit, seen } = preview;
  const why = limit === undefined ? none : t('desk_list.too_many', { limit: shown(limit) });
  return (
    <ActPage
      above={above} act={title} lede={t('desk_list.chosen', { count, shown: shown(count) })} last={last} why={why} back={{ href: preview.back, label: t('desk_list.not_now') }}
      follows={<>{t(`desk_list.follows.${act}`)}{mails !== undefined && <> <strong>{t('desk_list.mails', { count: mails, shown: shown(mails) })}</strong></>}</>}
      before={why === undefined ? <Left rows={left} /> : <><Notice tone="warn">{why}</Notice><Left rows={left} /></>}
    >
      <input type="hidden" name="seen" value={seen} />
      {children}
    </ActPage>
  );
}

/** What nothing is done with, each with the reason. */
function Left({ rows }: { readonly rows: Preview['left'] }) {
  const t = useText('commitments');
  const { language } = useLocale();
  if (rows.length === 0) return null;
  return (
    <Section id="left" title={t('desk_list.left', { count: rows.length, shown: formatNumber(language, rows.length) })} note={t('desk_list.left_note')}>
      <List>{rows.map(({ ref, title, why }) => <Item key={ref} href={paths.in(language).commitment(ref)} title={<span dir="auto">{title}</span>} note={<><bdi>{ref}</bdi> · {why}</>} />)}</List>
    </Section>
  );
}
