import { useLocale } from '#app/languages/text';
import { barOf } from './drawing';
import { type Fill, laidEndToEnd } from './geometry';

interface StripProps {
  readonly parts: readonly { readonly value: number; readonly fill: Fill }[];
}

/** Proportions under the big numbers. It says nothing that they do not say, so screen readers pass it by. */
export function Strip({ parts }: StripProps) {
  const rtl = useLocale().dir === 'rtl';
  const whole = parts.reduce((sum, part) => sum + part.value, 0);
  return (
    <svg className="chart" width="100%" height="22" aria-hidden="true" focusable="false">
      {whole > 0 && barOf(rtl, laidEndToEnd(parts, 100 / whole), 0, 22, 'seg')}
    </svg>
  );
}
