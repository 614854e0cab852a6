import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { amendmentInput } from '#app/working-groups/minutes/input.server';
import { minutesPolicy } from '#app/working-groups/minutes/policy';
import { actOnMinutes } from '#app/working-groups/minutes/request.server';
import { MinutesWork } from '#app/working-groups/minutes/work';
import { proposeAmendment } from '#app/working-groups/operations.server';

export const handle = { access: { loader: 'minutes:work', action: 'minutes:amend' } };

export const action = (args: ActionFunctionArgs) => actOnMinutes(args, { rule: minutesPolicy.amend, input: amendmentInput, to: '#amendments', run: (granted, occasion, value) => proposeAmendment(granted, occasion, value) });

export default function Amendments() {
  return <MinutesWork reply={{ act: 'amendments', result: useActionData<typeof action>() }} />;
}
