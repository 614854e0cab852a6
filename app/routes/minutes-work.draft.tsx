import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { draftInput } from '#app/working-groups/minutes/input.server';
import { minutesPolicy } from '#app/working-groups/minutes/policy';
import { actOnMinutes } from '#app/working-groups/minutes/request.server';
import { MinutesWork } from '#app/working-groups/minutes/work';
import { composeMinutes } from '#app/working-groups/operations.server';

export const handle = { access: { loader: 'minutes:work', action: 'minutes:compose' } };

export const action = (args: ActionFunctionArgs) => actOnMinutes(args, { rule: minutesPolicy.compose, input: draftInput, run: (granted, occasion, value) => composeMinutes(granted, occasion, value.language) });

export default function Draft() {
  return <MinutesWork reply={{ act: 'draft', result: useActionData<typeof action>() }} />;
}
