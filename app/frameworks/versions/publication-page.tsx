import type { SubmissionResult } from '@conform-to/react';
import { ErrorSummary } from '#app/form/error-summary';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { formatDate, formatNumber, languageName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button, ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { FigureTable } from '#app/ui/figure-table';
import { Head } from '#app/ui/head';
import { Notice } from '#app/ui/notice';
import { Section } from '#app/ui/section';
import type { Unanswered } from '../consultations/unanswered.server';
import type { DraftVersion } from './queries.server';

export interface PublicationFacts {
  readonly draft: DraftVersion;
  readonly clauses: number;
  /** What is open in each language but the authoritative one. */
  readonly open: readonly { readonly language: string; readonly missing: number; readonly outdated: number; readonly machine: number }[];
  readonly invited: number;
  /** Authors of comments on the draft, who are told what came of them. */
  readonly authors: number;
  /** Consultations that stand in the way. */
  readonly unanswered: readonly Unanswered[];
  readonly why: string | undefined;
}

/** What publishing does, before it is done: what is replaced, what is open, how many people get a letter. */
export function PublicationPage({ draft, clauses, open, invited, authors, unanswered, why, result }: PublicationFacts & { readonly result: SubmissionResult<string[]> | undefined }) {
  const t = useText('frameworks');
  const r = useText('records');
  const { language } = useLocale();
  const shown = (count: number) => formatNumber(language, count);
  const desk = paths.draft(draft.framework, draft.number);
  return (
    <>
      <Crumbs above={[{ href: paths.textVersions(draft.framework), label: draft.name }, { href: desk, label: t('versions.named', { number: draft.number }) }]} here={t('draft.publication')} />
      <ErrorSummary errors={summaryOf(result?.error ?? {})} />
      <Head tight title={t('publish.title', { number: draft.number })} lede={draft.name} />
      <Section id="follows" title={t('publish.follows')}>
        <ul className="flow">
          <li>{t('publish.stays', { number: draft.number, count: clauses, shown: shown(clauses) })}</li>
          {draft.in_force !== null && <li>{t('publish.supersedes', { number: draft.in_force })} <a href={paths.in(language).compare(draft.framework, { from: draft.in_force, to: draft.number })}>{t('publish.differences')}</a></li>}
          <li>{t('publish.endorsements')}</li>
          <li><strong>{t('publish.will_mail', { count: invited, shown: shown(invited) })}</strong></li>
          {authors > 0 && <li><strong>{t('publish.will_answer', { count: authors, shown: shown(authors) })}</strong></li>}
        </ul>
      </Section>
      <Section id="translations" title={t('publish.translations')} note={t('publish.translations_note')}>
        {open.every(({ missing, outdated, machine }) => missing + outdated + machine === 0) ? <p>{t('publish.all_translated')}</p> : (
          <FigureTable caption={t('publish.translations')} columns={[{ label: t('publish.language') }, { label: r('translations.missing') }, { label: r('translations.outdated') }, { label: r('translations.machine') }]}
            rows={open.map((one) => [languageName(language, one.language), shown(one.missing), shown(one.outdated), shown(one.machine)])} />
        )}
      </Section>
      <div className="sec-b flow">
        {unanswered.map(({ ref, closes_on, comments }) => (
          <Notice key={ref} small tone="warn" title={t('publish.held')}>
            {closes_on !== null && <>{t('problems.consultation_open', { ref })} <a href={paths.in(language).consultation(ref)}>{t('consultations.open_until')} {formatDate(language, closes_on)}</a>. </>}
            {comments > 0 && <>{t('problems.comments_unanswered', { ref, count: comments, shown: shown(comments) })} <a href={paths.in(language).comments({ consultation: ref, disposition: 'none' })}>{t('publish.see_comments')}</a></>}
          </Notice>
        ))}
        {draft.standing === 'working_paraphrase' && <Notice small tone="warn" title={t('standing.working_paraphrase')}>{t('standing.not_official')}</Notice>}
        <form method="post" className="row">
          <FormKey />
          <Button why={why !== undefined ? t(why) : unanswered.length > 0 ? t('publish.held') : undefined}>{t('publish.now')}</Button>
          <ButtonLink weight="text" href={desk}>{t('publish.not_yet')}</ButtonLink>
        </form>
      </div>
    </>
  );
}
