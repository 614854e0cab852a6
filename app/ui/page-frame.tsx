import type { ReactNode } from 'react';
import { useText } from '#app/languages/text';
import { Foot, type FootProps } from './foot';
import { Sprite } from './icon';
import { Masthead, type MastheadProps } from './masthead';

interface PageFrameProps extends MastheadProps {
  readonly foot: FootProps;
  readonly children: ReactNode;
}

/** What every page stands in. `main` can take the focus, so that the skip link and a new page can lead there. */
export function PageFrame({ foot, children, ...masthead }: PageFrameProps) {
  const t = useText('ui');
  return (
    <>
      <Sprite />
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Masthead {...masthead} />
      <main id="main" tabIndex={-1}>
        <div className="wrap">{children}</div>
      </main>
      <Foot {...foot} />
    </>
  );
}
