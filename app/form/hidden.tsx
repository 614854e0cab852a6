import { useState } from 'react';
import { newId } from '#app/platform/identity';

/** The name, as `readForm` reads it, under which a form posts the key that makes a second posting harmless. */
export const keyName = '_key';

/** The name, as `readForm` reads it, under which a form posts the version of the record it was filled in from. */
export const versionName = '_version';

/**
 * One key for each form that is shown: posting it twice acts once. Made while rendering, so that no loader has to think of it;
 * the server's key stays when the page comes alive.
 */
export function FormKey() {
  const [key] = useState(newId);
  return <input type="hidden" name={keyName} defaultValue={key} suppressHydrationWarning />;
}

/** What the record was when the form was shown, so that nobody overwrites what they have not seen. */
export function Version({ value }: { readonly value: number }) {
  return <input type="hidden" name={versionName} value={value} />;
}
