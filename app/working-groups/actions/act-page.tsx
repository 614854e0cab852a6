import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { ActPage, fieldIn } from '#app/form/act-page';
import { TextArea } from '#app/form/field';
import { useLocale, useText } from '#app/languages/text';
import { paths, type ActionAct } from '#app/paths';
import type { ActionRecord } from './queries.server';

interface ActionActPageProps {
  readonly act: ActionAct;
  readonly found: Pick<ActionRecord, 'ref' | 'text' | 'version'>;
  readonly last: SubmissionResult<string[]> | undefined;
  readonly files?: boolean;
  readonly children?: ReactNode;
}

/** One act on an action. */
export function ActionActPage({ act, found, last, files = false, children }: ActionActPageProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  const href = paths.in(language).action(found.ref);
  return (
    <ActPage
      above={[{ href: paths.in(language).actions(), label: t('actions.title') }, { href, label: found.ref }]} act={t(`actions.act.${act}`)} lede={<bdi>{found.text}</bdi>}
      follows={t(`actions.follows.${act}`)} back={{ href, label: t('actions.not') }} last={last} version={found.version} files={files}
    >
      {children}
    </ActPage>
  );
}

/** Why: everybody who may see the history reads it, and who is told. */
export function ReasonField({ last }: { readonly last: SubmissionResult<string[]> | undefined }) {
  const t = useText('working-groups');
  return <TextArea {...fieldIn(last)('reason')} label={t('actions.why_field')} maxLength={4000} required />;
}
