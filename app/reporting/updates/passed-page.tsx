import type { SubmissionResult } from '@conform-to/react';
import { ActPage } from '#app/form/act-page';
import { CheckList } from '#app/form/choice-field';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import type { CycleRecord } from '#app/reporting/cycles/queries.server';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import { Written } from '#app/ui/written';
import type { Passed } from './passed.server';

interface PassedPageProps {
  readonly cycle: CycleRecord;
  readonly passed: readonly Passed[];
  readonly last: SubmissionResult<string[]> | undefined;
}

/** Updates that passed every check, accepted together: ticked at first, each can be left out. */
export function PassedPage({ cycle, passed, last }: PassedPageProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const own = passed.filter(({ why }) => why === null);
  const left = passed.filter(({ why }) => why !== null);
  return (
    <ActPage
      above={[{ href: paths.cycle(cycle.ref), label: t('board.crumb', { year: cycle.year }) }]} act={t('acceptances.act')} lede={t('acceptances.lede', { count: own.length, shown: formatNumber(language, own.length, 0) })} follows={t('acceptances.follows')}
      why={own.length === 0 ? t('acceptances.none') : undefined} last={last} back={{ href: `${paths.cycle(cycle.ref)}#review`, label: t('nudge.not_now') }}
      before={left.length === 0 ? undefined : (
        <Section id="left" title={t('acceptances.left')} note={t('nudge.left_note')}>
          <List>{left.map(({ ref, title, title_language, why }) => <Item key={ref} href={paths.updateReview(cycle.ref, ref)} title={<Written in={title_language}>{title}</Written>} note={<><bdi>{ref}</bdi> · {t(why ?? '')}</>} />)}</List>
        </Section>
      )}
    >
      {own.length > 0 && (
        <CheckList
          name="update" label={t('acceptances.which')} defaultValue={own.map(({ seen }) => seen)}
          choices={own.map(({ ref, title, title_language, lead, answer, seen }) => ({ value: seen, label: <Written in={title_language}>{title}</Written>, hint: <><bdi>{ref}</bdi> · <bdi>{lead}</bdi> · {t(`answers.${answer}`)} · <a href={paths.updateReview(cycle.ref, ref)}>{t('acceptances.read')}<span className="vh"> {ref}</span></a></> }))}
        />
      )}
    </ActPage>
  );
}
