import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { withdrawalInput } from '#app/working-groups/minutes/input.server';
import { minutesPolicy } from '#app/working-groups/minutes/policy';
import { actOnMinutes } from '#app/working-groups/minutes/request.server';
import { MinutesWork } from '#app/working-groups/minutes/work';
import { withdrawAmendment } from '#app/working-groups/operations.server';

export const handle = { access: { loader: 'minutes:work', action: 'minutes:amend' } };

export const action = (args: ActionFunctionArgs) =>
  actOnMinutes(args, { rule: minutesPolicy.amend, input: withdrawalInput, to: '#amendments', run: (granted, occasion, { number }) => withdrawAmendment(granted, occasion, number) });

export default function Withdrawals() {
  return <MinutesWork reply={{ act: 'withdrawals', result: useActionData<typeof action>() }} />;
}
