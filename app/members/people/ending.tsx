import { useForm, type SubmissionResult } from '@conform-to/react';
import { ErrorSummary } from '#app/form/error-summary';
import { TextField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { summaryOf } from '#app/form/summary';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import { Crumbs } from '#app/ui/crumbs';
import { Head } from '#app/ui/head';

interface EndingProps {
  readonly person: { readonly id: string; readonly name: string };
  readonly title: string;
  /** What ends. */
  readonly what: string;
  readonly consequence: string;
  readonly lastResult: SubmissionResult<string[]> | undefined;
}

/** Ends a role or a place: says what follows, and asks why. */
export function Ending({ person, title, what, consequence, lastResult }: EndingProps) {
  const t = useText('accounts');
  const [form, fields] = useForm<{ reason: string }>({ lastResult });
  return (
    <>
      <Crumbs above={[{ href: paths.people, label: t('people.title'), current: false }, { href: paths.person(person.id), label: person.name, current: false }]} here={title} />
      <ErrorSummary errors={summaryOf(form.allErrors)} />
      <Head tight title={title} lede={what} />
      <p>{consequence}</p>
      <form method="post" className="flow">
        <FormKey />
        <TextField name="reason" width={30} label={t('person.reason')} hint={t('person.reason_hint')} required minLength={3} maxLength={500} errors={fields.reason.errors} defaultValue={fields.reason.initialValue} />
        <Button>{title}</Button>
      </form>
    </>
  );
}
