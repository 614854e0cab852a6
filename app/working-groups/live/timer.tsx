import { formatTime } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import type { Language } from '#app/languages/language';
import { clockParts, type Timing } from './model';

interface TimerProps {
  readonly timing: Timing;
  readonly zone: string;
  /** The server's clock, when the page was made: a script counts on from there, by the server's clock and not by the reader's. */
  readonly now: Date;
}

/** How long the current item still has: as it was when the page was made, and running where there is a script. */
export function Timer({ timing: { began, ends }, zone, now }: TimerProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  if (ends === null) return <div className="clock"><p className="timer">{t('live.began', { time: formatTime(language, began, zone) })}</p><p className="tiny muted">{t('live.no_plan')}</p></div>;
  const left = Math.round((ends.getTime() - now.getTime()) / 1000);
  const all = Math.max(1, Math.round((ends.getTime() - began.getTime()) / 1000));
  return (
    <div className="clock">
      <p className={left < 0 ? 'timer late' : 'timer'} role="timer" aria-label={t('live.left')} data-ends={ends.getTime()}>{clockText(left, language)}</p>
      <p className="tiny muted">{t('live.until', { time: formatTime(language, ends, zone), all: clockText(all, language) })}</p>
      <progress max={all} value={Math.min(all, Math.max(0, all - left))} aria-label={t('live.used')} data-began={began.getTime()} data-all={all}>{clockText(all - left, language)}</progress>
    </div>
  );
}

/** `08:40`, and `−01:10` where the time is over, in the digits of the language; a mark keeps the sign before them from right to left, too. */
function clockText(seconds: number, language: Language): string {
  const two = new Intl.NumberFormat(language, { minimumIntegerDigits: 2, useGrouping: false });
  return `${seconds < 0 ? '\u200E−' : ''}${clockParts(seconds).map((part) => two.format(part)).join(':')}`;
}
