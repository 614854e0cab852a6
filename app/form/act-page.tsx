import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import type { Entry } from '#app/ui/entry';
import { Head } from '#app/ui/head';
import { ErrorSummary } from './error-summary';
import { FormKey, Version } from './hidden';
import { summaryOf } from './summary';

type Last = SubmissionResult<string[]> | undefined;

interface ActPageProps {
  readonly above: readonly Entry[];
  /** The act, as a verb: also what its button says, unless told. */
  readonly act: string;
  readonly button?: string;
  /** What it is done to. */
  readonly lede?: ReactNode;
  /** What follows from it. */
  readonly follows?: ReactNode;
  /** Where one goes who does not act after all, and in which words. */
  readonly back: { readonly href: string; readonly label: string };
  readonly last: Last;
  /** Of the record that the form was filled in from. */
  readonly version?: number;
  /** Files are sent along. */
  readonly files?: boolean;
  /** Why it cannot be done now; the button says so. */
  readonly why?: string | undefined;
  /** What stands before the form. */
  readonly before?: ReactNode;
  /** What the act asks for, if anything. */
  readonly children?: ReactNode;
}

/** One act on one record, a page of its own: what follows from it, what it asks for, and one button. */
export function ActPage({ above, act, button = act, lede, follows, back, last, version, files = false, why, before, children }: ActPageProps) {
  return (
    <>
      <Crumbs above={above} here={act} />
      <ErrorSummary errors={summaryOf(last?.error ?? {})} />
      <Head tight title={act} lede={lede} />
      {follows !== undefined && <p className="measure">{follows}</p>}
      {before}
      <form method="post" className="flow measure" encType={files ? 'multipart/form-data' : undefined} noValidate>
        <FormKey />
        {version !== undefined && <Version value={version} />}
        {children}
        <div className="row pt-8">
          <Button why={why}>{button}</Button>
          <a className="btn btn--text" href={back.href}>{back.label}</a>
        </div>
      </form>
    </>
  );
}

/** A field as it was posted: its name, what was typed (else what stands there now), and what is wrong with it. */
export const fieldIn = (last: Last) => (name: string, now = '') => {
  const typed = last?.initialValue?.[name];
  const errors = last?.error?.[name];
  return { name, defaultValue: typeof typed === 'string' ? typed : now, ...(errors == null ? {} : { errors }) };
};
