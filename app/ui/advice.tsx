import type { ReactNode } from 'react';
import { Tag, type Tone } from './tag';

export interface Remark {
  readonly label: string;
  readonly tone: Tone;
  readonly state: string;
  readonly text: ReactNode;
}

interface AdviceProps {
  readonly id: string;
  readonly title: string;
  readonly note?: ReactNode;
  readonly remarks?: readonly Remark[];
  readonly children?: ReactNode;
}

/** What helps, beside the work. */
export function Advice({ id, title, note, remarks, children }: AdviceProps) {
  return (
    <aside className="advice" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {note !== undefined && <p className="tiny muted">{note}</p>}
      {remarks !== undefined && (
        <dl>
          {remarks.map(({ label, tone, state, text }) => (
            <div key={label}>
              <dt>
                {label} <Tag tone={tone}>{state}</Tag>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {children}
    </aside>
  );
}
