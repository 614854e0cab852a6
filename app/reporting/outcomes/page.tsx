import { formatDate, languageName } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths, type OutcomeAct } from '#app/paths';
import { Pieces } from '#app/reporting/publication/chapter';
import { inGroups } from '#app/working-groups/minutes/canonical';
import { ButtonLink } from '#app/ui/button';
import { Contents } from '#app/ui/contents';
import { Crumbs } from '#app/ui/crumbs';
import { Links } from '#app/ui/links';
import { Notice } from '#app/ui/notice';
import { together, type OutcomeChapter } from './chapters';
import { CommentsSection } from './comments/section';
import type { OutcomeComment } from './comments/queries.server';
import { outcomeTag } from './marks';
import { refOf, textIn } from './model';
import { OutputList } from './outputs/list';
import type { OutputRow } from './outputs/queries.server';
import type { OutcomeRecord } from './queries.server';

export interface OutcomeFacts {
  readonly report: Omit<OutcomeRecord, 'rows' | 'authors' | 'seated'>;
  readonly chapters: readonly OutcomeChapter[];
  readonly citation: string;
  readonly comments: readonly OutcomeComment[];
  readonly outputs: readonly OutputRow[];
  /** What the viewer may do with it now. */
  readonly acts: readonly OutcomeAct[];
  readonly writes: boolean;
  readonly answers: boolean;
  readonly comment: boolean;
  readonly detaches: boolean;
}

/** An outcome report: what the group was asked, how it worked, what it decided and recommends, and what comes next. */
export function OutcomePage(facts: OutcomeFacts) {
  const { report, chapters, outputs } = facts;
  const t = useText('reporting');
  const { language } = useLocale();
  const to = paths.in(language);
  const [title, summary] = (['title', 'summary'] as const).map((part) => textIn(report.texts, part, language, report.language));
  const other = (written: string | undefined) => (written === language ? undefined : written);
  const here = to.outcome(report.group_ref, report.number);
  return (
    <>
      <Crumbs above={[{ href: to.workingGroups(), label: t('working-groups:groups.title') }, { href: to.workingGroup(report.group_ref), label: report.group_name }]} here={<bdi>{refOf(report.group_ref, report.number)}</bdi>} />
      <div className="pt-16 with-toc">
        <article className="prose">
          <a className="to-toc noprint" href="#contents">{t('report.all_chapters')}</a>
          <p className="kick">{t(`outcomes.kind.${report.kind}`)} · {report.group_name} · <bdi>{refOf(report.group_ref, report.number)}</bdi></p>
          <h1 lang={other(title?.language)}><bdi>{title?.text}</bdi></h1>
          {summary !== undefined && <p className="lede" lang={other(summary.language)} dir="auto">{summary.text}</p>}
          <Standing {...facts} />
          {chapters.map((chapter) => <ChapterOf key={chapter.id} chapter={chapter} {...facts} />)}
          <h2 id="outputs">{t('outcomes.outputs')}</h2>
          {outputs.length === 0 ? <p className="muted">{t('outcomes.no_outputs')}</p> : <OutputList outputs={outputs} remove={facts.detaches ? { group: report.group_ref, number: report.number } : undefined} />}
          {report.sha256 !== null && <Quoting report={report} citation={facts.citation} />}
          <CommentsSection {...facts} />
        </article>
        <Contents
          id="contents" label={t('report.chapters')} head={<p className="pb-8 tiny muted">{report.group_name}</p>} chapters={chapters.map((one) => ({ href: `#${one.id}`, label: one.heading }))}
          also={[{ href: fileOf(here, 'pdf'), label: t('report.pdf') }, { href: '#comments', label: t('outcomes.comments.title') }]}
        />
      </div>
    </>
  );
}

/** How far it has come, and what the viewer can do with it. */
function Standing({ report, acts, comment, writes }: OutcomeFacts) {
  const t = useText('reporting');
  const { language } = useLocale();
  const to = paths.in(language);
  const day = (on: string | null) => formatDate(language, on ?? '');
  return (
    <>
      <p className="row">{outcomeTag(report.status, t)}{report.out_on !== null && <span className="small muted">{t(report.status === 'published' ? 'outcomes.published_on' : 'outcomes.launched_on', { day: day(report.out_on) })}</span>}</p>
      {report.launched_in !== null && <p className="small">{t('outcomes.launched_at')} <a href={to.session(report.launched_in)}><bdi>{report.launch_title}</bdi></a></p>}
      <p className="meta">{t('outcomes.rows_note', { day: day(report.composed_on) })}</p>
      {report.sha256 === null && <Notice small tone="warn">{t('outcomes.draft_notice', { status: t(`outcomes.status.${report.status}`) })}{report.consulted_until !== null && report.status === 'consultation' && ` ${t(report.audience === 'public' ? 'outcomes.open_to.public' : 'outcomes.open_to.group', { until: day(report.consulted_until) })}`}</Notice>}
      {(acts.length > 0 || comment || writes) && (
        <div className="row pb-16 noprint">
          {writes && (['title', 'summary'] as const).map((part) => <ButtonLink key={part} weight="second" href={paths.outcomeText(report.group_ref, report.number, part)}>{t('outcomes.write', { part: t(`outcomes.part.${part}`) })}</ButtonLink>)}
          {acts.map((act) => <ButtonLink key={act} weight="second" href={paths.outcomeAct(report.group_ref, report.number, act)}>{t(`outcomes.act.${act}`)}</ButtonLink>)}
          {comment && <ButtonLink href={to.outcomeComment(report.group_ref, report.number)}>{t('outcomes.act.comment')}</ButtonLink>}
        </div>
      )}
    </>
  );
}

function ChapterOf({ chapter, report, writes }: OutcomeFacts & { readonly chapter: OutcomeChapter }) {
  const t = useText('reporting');
  const { language } = useLocale();
  const other = chapter.language === language ? undefined : chapter.language;
  return (
    <>
      <h2 id={chapter.id}>{chapter.number} {chapter.heading}</h2>
      {other !== undefined && <Notice small>{t('report.not_translated', { language: languageName(language, other) })}</Notice>}
      {chapter.pieces.length === 0 && <p className="muted">{t('outcomes.not_written')}</p>}
      {other === undefined ? <Pieces pieces={together(chapter)} under={2} /> : <><Pieces pieces={chapter.pieces} under={2} language={other} /><Pieces pieces={[{ kind: 'prose', blocks: chapter.rows }]} under={2} /></>}
      {writes && <p className="small noprint"><a href={paths.outcomeText(report.group_ref, report.number, chapter.part)}>{t('outcomes.write', { part: chapter.heading })}</a></p>}
    </>
  );
}

function Quoting({ report, citation }: Pick<OutcomeFacts, 'report' | 'citation'>) {
  const t = useText('reporting');
  const { language } = useLocale();
  return (
    <>
      <h2 id="citation">{t('edition.cite')}</h2>
      <p>{citation}</p>
      <p className="small muted">{t('outcomes.seal_note', { day: formatDate(language, report.approved_on ?? '') })}</p>
      <p className="hash">{inGroups(report.sha256 ?? '')}</p>
      <Links entries={[{ href: fileOf(paths.in(language).outcome(report.group_ref, report.number), 'pdf'), label: t('report.pdf') }]} />
    </>
  );
}
