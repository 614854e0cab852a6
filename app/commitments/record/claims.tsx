import { formatDate, formatList, formatNumber, languageName } from '#app/languages/format';
import type { Text } from '#app/languages/catalogue';
import type { Language } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { type EvidenceRow, fileKinds } from '#app/records/evidence/model';
import { rungs } from '#app/records/verification/model';
import type { Column } from '#app/table/column';
import { ListTable } from '#app/table/table';
import { Item, List } from '#app/ui/list';
import { Notice } from '#app/ui/notice';
import { Rungs } from '#app/ui/rungs';
import { Section } from '#app/ui/section';
import { amountOf } from '../marks';
import type { CommitmentRecord, Update } from './model';

/** Who says so: the rungs of the latest accepted update, and the evidence. */
export function WhoSaysSo({ record, working = false }: { readonly record: CommitmentRecord; readonly working?: boolean }) {
  const t = useText('commitments');
  const { language } = useLocale();
  const latest = record.updates[0];
  return (
    <Section id="rungs" title={t('claims.title')} note={t('claims.note')}>
      {latest === undefined ? <p>{t('claims.none')}</p> : <Ladder update={latest} />}
      {latest !== undefined && <Values update={latest} record={record} />}
      <h3 id="evidence">{t('claims.evidence')}</h3>
      {record.evidence.length === 0 ? (
        <p className="muted">{t('claims.no_evidence')}</p>
      ) : (
        <List>
          {record.evidence.map((one) => one.taken_back_on === null ? (
            <Item key={one.id} title={one.title} href={one.url ?? paths.evidenceFile(one.id)} note={kindOf(one, t, language)}>
              {working && one.own && <p className="small"><a href={paths.evidenceWithdrawal(record.ref, one.id)}>{t('act.evidence_withdrawal')}<span className="vh"> {one.title}</span></a></p>}
            </Item>
          ) : <Item key={one.id} title={<del>{one.title}</del>} note={t('claims.taken_back', { on: formatDate(language, one.taken_back_on, 'short'), why: one.taken_back_why ?? '' })} />)}
        </List>
      )}
    </Section>
  );
}

function Ladder({ update }: { readonly update: Update }) {
  const t = useText('commitments');
  const { language } = useLocale();
  const reached = rungs.findIndex((rung) => rung === update.verification);
  const on = (day: string | null | undefined) => (day == null ? undefined : formatDate(language, day));
  const looks = (rung: string) => update.looks.filter((look) => look.rung === rung);
  const independent = looks('independently_verified').at(-1);
  const notes = [on(update.submitted_on), t('claims.documents', { count: update.documents }), on(looks('secretariat_checked').at(-1)?.on), independent === undefined ? undefined : t('verification.looked', { on: on(independent.on) ?? '', how: t(`verification.method.${independent.method}`) })];
  if (update.verification === 'contested') return <Notice tone="warn" title={t('rung.contested')}>{t('claims.contested')} <a href="#contests">{t('verification.both_sides')}</a></Notice>;
  const found = update.looks.filter((look) => look.note !== null);
  return (
    <>
      <Rungs rungs={rungs.map((rung, at) => ({ key: rung, label: t(`rung.${rung}`), on: at <= reached, note: at <= reached ? notes[at] ?? t('verification.passed_over') : t('claims.not_yet') }))} />
      {found.map((look) => <p key={`${look.on} ${look.note ?? ''}`} className="small" dir="auto"><strong>{t(`rung.${look.rung}`)}, {on(look.on)}:</strong> {look.note}</p>)}
    </>
  );
}

/** The rung of each value, where there are several that may differ. */
function Values({ update, record }: { readonly update: Update; readonly record: CommitmentRecord }) {
  const t = useText('commitments');
  const { language } = useLocale();
  const said = record.goals.flatMap((goal) => update.values.filter((one) => one.goal_id === goal.id && one.value !== null).map((one) => ({ goal, ...one })));
  if (said.length < 2) return null;
  return <ul className="small pt-16">{said.map((one) => <li key={one.goal_id}>{t('verification.of_value', { value: amountOf(one.value ?? '', one.goal.unit, t, language), rung: t(`rung.${one.verification}`) })}</li>)}</ul>;
}

function kindOf(one: EvidenceRow, t: Text, language: Language): string {
  const kind = one.media_type === null ? t('claims.address') : (fileKinds[one.media_type] ?? one.media_type);
  const size = one.size_bytes === null ? [] : [t('claims.size', { size: formatNumber(language, Math.max(1, Math.round(one.size_bytes / 1024)), 0) })];
  return [kind, ...size, ...(one.language === null ? [] : [languageName(language, one.language)]), formatDate(language, one.added_on, 'short')].join(' · ');
}

/** What was said in each cycle, in their words. */
export function Updates({ record }: { readonly record: CommitmentRecord }) {
  const t = useText('commitments');
  if (record.updates.length === 0) return null;
  const goal = record.goals[0]?.id;
  const rows = record.updates.map((update) => ({ ...update, value: update.values.find((one) => one.goal_id === goal)?.value ?? null }));
  return (
    <Section id="history" title={t('updates.title')}>
      <ListTable caption={t('updates.caption')} columns={updateColumns} rows={rows} keyOf={(update) => update.id} t={t} />
    </Section>
  );
}

/** `value` of the first goal. */
const updateColumns: readonly Column<Update & { readonly value: string | null }>[] = [
  { id: 'cycle', header: (t) => t('updates.cycle'), cell: (update) => String(update.year) },
  { id: 'value', header: (t) => t('updates.value'), numeric: true, cell: ({ value }, { t, language }) => (value === null ? t('not_known') : formatNumber(language, value)) },
  { id: 'completion', header: (t) => t('updates.completion'), cell: (update, { t }) => (update.completion === null ? t('not_said') : t(`completion.${update.completion}`)) },
  { id: 'rung', header: (t) => t('updates.who'), cell: (update, { t }) => t(`rung.${update.verification}`) },
  { id: 'words', header: (t) => t('updates.words'), worded: true, cell: (update, { t, language }) => <><span lang={update.language} dir="auto">{update.narrative}</span>{update.also_reported_to.length > 0 && <span className="block small muted">{t('updates.also', { places: formatList(language, update.also_reported_to) })}</span>}</> },
];
