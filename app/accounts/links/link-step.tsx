import { FormKey } from '#app/form/hidden';
import { Button } from '#app/ui/button';
import { Head } from '#app/ui/head';

interface LinkStepProps {
  readonly title: string;
  readonly lede: string;
  /** The verb on the button; none once it is done. */
  readonly act: string | undefined;
}

/** What a link in a mail leads to when one press of a button is all it takes: looking does nothing. */
export function LinkStep({ title, lede, act }: LinkStepProps) {
  return (
    <>
      <Head title={title} lede={lede} />
      {act !== undefined && (
        <form method="post">
          <FormKey />
          <Button>{act}</Button>
        </form>
      )}
    </>
  );
}
