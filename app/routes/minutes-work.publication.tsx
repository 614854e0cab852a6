import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { minutesPolicy } from '#app/working-groups/minutes/policy';
import { actOnMinutes } from '#app/working-groups/minutes/request.server';
import { MinutesWork } from '#app/working-groups/minutes/work';
import { publishMinutes } from '#app/working-groups/operations.server';
import { pressed } from '#app/working-groups/sessions/input.server';

export const handle = { access: { loader: 'minutes:work', action: 'minutes:publish' } };

export const action = (args: ActionFunctionArgs) => actOnMinutes(args, { rule: minutesPolicy.publish, input: pressed, sure: 'confirmed', run: (granted, occasion) => publishMinutes(granted, occasion) });

export default function Publication() {
  return <MinutesWork reply={{ act: 'publication', result: useActionData<typeof action>() }} />;
}
