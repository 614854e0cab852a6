import type { SubmissionResult } from '@conform-to/react';
import { CheckList } from '#app/form/choice-field';
import { ErrorSummary } from '#app/form/error-summary';
import { SelectField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { subjectKinds } from '#app/reporting/figures/subjects';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Button, ButtonLink } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';
import { Section } from '#app/ui/section';
import type { Candidate, Chosen } from './candidates.server';
import type { ProfileChoices } from './queries.server';

interface ProfilesPageProps extends ProfileChoices {
  readonly report: { readonly ref: string; readonly title: string };
  readonly chosen: Chosen;
  readonly last: SubmissionResult<string[]> | undefined;
}

/** Whom to write a profile of: chosen first, then shown with who would write it, then added. */
export function ProfilesPage({ report, chosen, options, candidates, last }: ProfilesPageProps) {
  const t = useText('reporting');
  const asked = chosen.sets.length > 0 || chosen.subjects.length > 0;
  return (
    <>
      <Crumbs above={[{ href: paths.reportEdit(report.ref), label: report.title }]} here={t('profiles.add')} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head tight title={t('profiles.add')} lede={t('profiles.lede')} />
      <form method="get" action={`${paths.reportProfiles(report.ref)}`} className="flow measure">
        <CheckList name="all" label={t('profiles.sets')} defaultValue={chosen.sets} choices={subjectKinds.map((kind) => ({ value: kind, label: t(`profiles.set.${kind}`) }))} />
        {subjectKinds.map((kind) => (
          <SelectField key={kind} name={kind} label={t(`profiles.one.${kind}`)} optional options={options[kind]} defaultValue={chosen.subjects.find((one) => one.kind === kind)?.ref ?? ''} />
        ))}
        <div className="row"><Button weight="second">{t('profiles.show')}</Button><ButtonLink weight="text" href={`${paths.reportEdit(report.ref)}#profiles`}>{t('profiles.not_now')}</ButtonLink></div>
      </form>
      {asked && <Adding report={report} candidates={candidates} />}
    </>
  );
}

const columns: readonly Column<Candidate>[] = [
  { id: 'subject', header: (t) => t('profiles.subject'), cell: ({ name, ref }) => <><span dir="auto">{name}</span> <bdi className="ref">{ref}</bdi></> },
  { id: 'kind', header: (t) => t('sections.section'), cell: ({ kind }, { t }) => t(`profiles.${kind}`) },
  { id: 'owner', header: (t) => t('sections.owner'), cell: ({ owner }, { t }) => owner ?? t('sections.secretariat') },
];

function Adding({ report, candidates }: Pick<ProfilesPageProps, 'report' | 'candidates'>) {
  const t = useText('reporting');
  const { language } = useLocale();
  const count = candidates.length;
  const shown = formatNumber(language, count, 0);
  if (count === 0) return <Section id="chosen" title={t('profiles.title')}><p>{t('profiles.nobody')}</p></Section>;
  return (
    <Section id="chosen" title={t('profiles.chosen', { count, shown })} note={t('profiles.note')} wide>
      <ListTable caption={t('profiles.caption')} columns={columns} rows={candidates} keyOf={({ kind, ref }) => `${kind}-${ref}`} t={t} />
      <form method="post" action={paths.reportProfiles(report.ref)} className="flow pt-16">
        <FormKey />
        {candidates.map(({ kind, ref }) => <input key={`${kind}-${ref}`} type="hidden" name="subjects" value={`${kind}-${ref}`} />)}
        <Button>{t('profiles.act', { count, shown })}</Button>
      </form>
    </Section>
  );
}
