import type { ReactNode } from 'react';
import { useText } from '#app/languages/text';
import type { Entry } from './entry';

interface CrumbsProps {
  readonly above: readonly Entry[];
  /** The page itself. A reference number belongs in `bdi`. */
  readonly here: ReactNode;
}

/** Where the page stands. */
export function Crumbs({ above, here }: CrumbsProps) {
  const t = useText('ui');
  return (
    <nav className="crumbs" aria-label={t('crumbs')}>
      <ol>
        {above.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
