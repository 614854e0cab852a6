import type { SubmissionResult } from '@conform-to/react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { TextArea } from '#app/form/field';
import { formatNumber } from '#app/languages/format';
import { direction } from '#app/languages/language';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Item, List } from '#app/ui/list';
import { Section } from '#app/ui/section';
import type { CycleRecord } from '../queries.server';
import { restDays } from './model';
import type { NudgePreview } from './request.server';

interface NudgePageProps {
  readonly cycle: CycleRecord;
  readonly preview: NudgePreview;
  readonly last: SubmissionResult<string[]> | undefined;
}

/** Before a reminder is sent: to how many people, what each of them will read in their language, and who is left out and why. */
export function NudgePage({ cycle, preview, last }: NudgePageProps) {
  const t = useText('reporting');
  const { language } = useLocale();
  const shown = (value: number) => formatNumber(language, value, 0);
  const { leads, people, letters, left, seen } = preview;
  return (
    <ActPage
      above={[{ href: paths.cycle(cycle.ref), label: t('board.crumb', { year: cycle.year }) }]} act={t('nudge.act')} lede={t('nudge.lede', { count: leads, shown: shown(leads) })} last={last}
      follows={people === 0 ? t('nudge.nobody') : <><strong>{t('nudge.mails', { count: people, shown: shown(people) })}</strong> {t('nudge.follows', { days: restDays })}</>}
      why={people === 0 ? t('nudge.nobody') : undefined} back={{ href: `${paths.cycle(cycle.ref)}#members`, label: t('nudge.not_now') }}
      before={
        <>
          {letters.map((letter) => (
            <Section key={letter.language} id={`letter-${letter.language}`} title={letter.name} note={t('nudge.in_language', { count: letter.people, shown: shown(letter.people) })}>
              <div lang={letter.language} dir={direction(letter.language)} className="flow measure">
                <p><strong>{letter.subject}</strong></p>
                {letter.body.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
              </div>
            </Section>
          ))}
          {left.length > 0 && (
            <Section id="left" title={t('nudge.left', { count: left.length, shown: shown(left.length) })} note={t('nudge.left_note')}>
              <List>{left.map(({ ref, name, why }) => <Item key={ref} title={<span dir="auto">{name}</span>} note={<><bdi>{ref}</bdi> · {t(`nudge.why.${why}`)}</>} />)}</List>
            </Section>
          )}
        </>
      }
    >
      <input type="hidden" name="seen" value={seen} />
      {people > 0 && <TextArea {...fieldIn(last)('words')} label={t('nudge.words')} hint={t('nudge.words_hint')} optional maxLength={1000} />}
    </ActPage>
  );
}
