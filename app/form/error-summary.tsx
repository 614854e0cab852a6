import { useEffect, useRef } from 'react';
import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';

export interface FieldError {
  /** The id of the field; absent for what concerns the form as a whole. */
  readonly id?: string | undefined;
  readonly message: string;
}

/** All that is to mend, at once, each leading to its field. It takes the focus, with a script and without. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  const t = useText('ui');
  const { language } = useLocale();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  const count = errors.length;
  return (
    <div className="errsum" role="alert" aria-labelledby="error-summary" tabIndex={-1} ref={box} autoFocus>
      <h2 id="error-summary">{t('errors.title', { count, shown: formatNumber(language, count) })}</h2>
      <ul>
        {errors.map(({ id, message }) => (
          <li key={`${id ?? ''} ${message}`}>{id === undefined ? message : <a href={`#${id}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
