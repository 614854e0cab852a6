import { Strip } from '#app/charts/strip';
import { RungSplit } from '#app/commitments/rung-split';
import { formatDate, formatNumber, formatPercent } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { fileOf, paths } from '#app/paths';
import { Head } from '#app/ui/head';
import { Stats } from '#app/ui/stats';
import { Tag, type Tone } from '#app/ui/tag';
import { answers, countOf, type Answer, type StandingCounts } from './model';

const tones: Readonly<Record<Answer, Tone>> = { reached: 'ok', on_track: 'prog', behind: 'late', stale: 'none' };
const fills = { reached: 'f3', on_track: 'f1', behind: 'f2', stale: 'hatch' } as const;

/** "Are the promises kept?": one sentence that answers, four numbers, and how many of all they rest on. */
export function Opening({ counts, today }: { readonly counts: StandingCounts; readonly today: string }) {
  const t = useText('site');
  const { language } = useLocale();
  const to = paths.in(language);
  const shown = (count: number) => formatNumber(language, count);
  const share = (count: number) => formatPercent(language, counts.total === 0 ? 0 : count / counts.total);
  const of = (standing: keyof StandingCounts['by']) => shown(counts.by[standing] ?? 0);
  const kept = countOf(counts, 'reached') + countOf(counts, 'on_track');
  const [behind, stale] = [countOf(counts, 'behind'), countOf(counts, 'stale')];
  const notes: Readonly<Record<Answer, string>> = {
    reached: t('home.reached_note', { on_time: of('reached_on_time'), late: of('reached_late') }), on_track: t('home.checked', { count: counts.checked, shown: shown(counts.checked) }),
    behind: t('home.behind_note', { at_risk: of('at_risk'), off_track: of('off_track'), not_reached: of('not_reached') }), stale: t('home.stale_note'),
  };
  const lede = counts.total === 0 ? t('home.nothing') : (
    <>
      {t('home.kept', { count: counts.total, total: shown(counts.total), kept: shown(kept), behind: shown(behind) })}
      {stale > 0 && <> {t('home.stale', { count: stale, shown: shown(stale), share: share(stale) })}</>}
    </>
  );
  return (
    <>
      <Head kick={t('home.kick', { date: formatDate(language, today) })} title={t('home.title')} lede={lede} />
      <Stats
        bar stats={answers.map((answer) => {
          const count = countOf(counts, answer);
          return { key: answer, label: <Tag tone={tones[answer]}>{t(`home.answers.${answer}`)}</Tag>, value: shown(count), of: t('home.of', { total: shown(counts.total) }), notes: [<><b className="num"><bdi>{share(count)}</bdi></b> · <bdi>{notes[answer]}</bdi></>] };
        })}
      />
      <Strip parts={answers.map((answer) => ({ value: countOf(counts, answer), fill: fills[answer] }))} />
      <div className="pt-8"><RungSplit split={counts.rungs} href={(verification) => to.commitments({ status: 'counted', verification })} /></div>
      <div className="row pt-8 pb-32">
        <p className="meta">
          {t('home.coverage', { count: counts.total, updated: shown(counts.updated), total: shown(counts.total), share: share(counts.updated), reporting: shown(counts.reporting), leads: shown(counts.leads) })}
        </p>
        <p className="meta"><a href={`${to.methods()}#status`}>{t('nav.methods')}</a></p>
        <p className="meta"><a href={fileOf(to.commitments(), 'csv')}>CSV</a></p>
      </div>
    </>
  );
}
