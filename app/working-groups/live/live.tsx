import type { ReactNode } from 'react';
import { formatTime } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { hasRoom, type LiveView } from './model';

interface LiveProps {
  readonly session: { readonly ref: string; readonly status: string; readonly time_zone: string };
  readonly view: LiveView;
  /** The server's clock, when the page was made. */
  readonly now: Date;
  /** Where the page stands, to look again without a script. */
  readonly here: string;
  readonly children: ReactNode;
}

/**
 * LV-4: a page that is told of every change. What it holds is made by the server; the script only puts what is new in its place, and never
 * where somebody is typing. Without a script, or when the line breaks, the page says of when it is and leads to itself.
 */
export function Live({ session, view, now, here, children }: LiveProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  if (!hasRoom(session.status)) return children;
  const time = `${formatTime(language, now, session.time_zone)}:${new Intl.NumberFormat(language, { minimumIntegerDigits: 2 }).format(now.getUTCSeconds())}`;
  return (
    <div data-live={paths.sessionStream(session.ref, view, language)} data-status={session.status} data-now={now.getTime()}>
      <p className="tiny muted pb-16">
        <span role="status" data-live-state data-on={t('live.on')} data-off={t('live.off')} data-new={t('live.waiting')}>{t('live.as_of', { time })}</span> <a href={here}>{t('live.look')}</a>
      </p>
      {children}
      <script type="module" src="/live.js" />
    </div>
  );
}

/** A part of the page that is put in place anew; `name` says which. */
export const Part = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => <div data-part={name} className="flow">{children}</div>;
