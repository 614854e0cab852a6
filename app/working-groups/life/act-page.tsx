import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { SelectField, TextArea } from '#app/form/field';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths, type GroupAct } from '#app/paths';
import { Notice } from '#app/ui/notice';
import { lackWords, type Lack, type Standing } from './model';
import type { LifePageFacts } from './request.server';

interface LifeActPageProps {
  readonly act: GroupAct;
  readonly facts: LifePageFacts;
  readonly last: SubmissionResult<string[]> | undefined;
}

/** One step in the life of a group: what follows from it, what is not over yet, whom it tells. */
export function LifeActPage({ act, facts: { ref, name, version, readers, lacks, ending }, last }: LifeActPageProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const group = { href: paths.in(language).workingGroup(ref), label: name };
  const field = fieldIn(last);
  const stands = ending !== undefined && ending.kinds.length > 0;
  const why = stands ? t('life.stands') : lacks.length > 0 ? t('life.lacks') : undefined;
  return (
    <ActPage above={[{ href: paths.in(language).workingGroups(), label: t('groups.title') }, group]} act={t(`life.act.${act}`)} lede={name} follows={t(`life.follows.${act}`)} back={{ ...group, label: t('life.not') }} last={last} version={version}
      why={why} before={why === undefined ? undefined : <div className="pt-16 pb-24"><Notice title={why} below={stands ? <InTheWay kinds={ending.kinds} standing={ending.standing} /> : <Lacks group={ref} lacks={lacks} />} /></div>}>
      {ending !== undefined && <TextArea {...field('reason')} label={t('life.reason')} hint={t('life.reason_hint')} rows={4} maxLength={4000} required />}
      {ending !== undefined && ending.actions > 0 && (
        <SelectField {...field('heir_id')} label={t('life.heir')} hint={t('life.heir_hint', { count: ending.actions, shown: formatNumber(language, ending.actions) })} empty={t('life.heir_none')} options={ending.heirs} width={30} />
      )}
      <p><strong>{t('desk.will_mail', { count: readers, shown: formatNumber(language, readers) })}</strong></p>
    </ActPage>
  );
}

/** What the group needs first, and where it is given. */
function Lacks({ group, lacks }: { readonly group: string; readonly lacks: readonly Lack[] }) {
  const t = useText('working-groups');
  return (
    <>
      <ul className="flow">{lacks.map((lack) => <li key={lack}>{t(lackWords[lack])}</li>)}</ul>
      <p><a href={paths.groupSeats(group)}>{t('seats.standing')}</a></p>
    </>
  );
}

/** What has to be over first, each by its reference. */
function InTheWay({ kinds, standing }: { readonly kinds: readonly (keyof Standing)[]; readonly standing: Standing }) {
  const t = useText('working-groups');
  const to = paths.in(useLocale().language);
  const page: Readonly<Record<keyof Standing, (ref: string) => string>> = { sessions: paths.sessionDesk, minutes: paths.minutesWork, procedures: to.procedure, meetings: to.meeting, recommendations: to.recommendation };
  return (
    <ul className="flow">
      {kinds.map((kind) => (
        <li key={kind}>{t(`life.standing.${kind}`)} {standing[kind].map((ref) => <span key={ref}><a href={page[kind](ref)}><bdi className="nw">{ref}</bdi></a> </span>)}</li>
      ))}
    </ul>
  );
}
