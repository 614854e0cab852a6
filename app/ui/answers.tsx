import type { ReactNode } from 'react';
import { useText } from '#app/languages/text';

export interface Answer {
  readonly label: string;
  readonly value: ReactNode;
  /** The field itself, on the page where it was asked; absent for what cannot be changed. */
  readonly change?: string | undefined;
}

/** Everything that was answered, before it is sent. */
export function Answers({ answers }: { readonly answers: readonly Answer[] }) {
  const t = useText('ui');
  return (
    <dl className="answers">
      {answers.map(({ label, value, change }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {change !== undefined && (
            <dd>
              <a href={change}>
                {t('change')}
                <span className="vh"> {label}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
