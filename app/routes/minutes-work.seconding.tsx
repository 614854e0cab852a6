import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { minutesPolicy } from '#app/working-groups/minutes/policy';
import { actOnMinutes } from '#app/working-groups/minutes/request.server';
import { MinutesWork } from '#app/working-groups/minutes/work';
import { secondMinutes } from '#app/working-groups/operations.server';
import { pressed } from '#app/working-groups/sessions/input.server';

export const handle = { access: { loader: 'minutes:work', action: 'minutes:second' } };

export const action = (args: ActionFunctionArgs) => actOnMinutes(args, { rule: minutesPolicy.second, input: pressed, run: (granted, occasion) => secondMinutes(granted, occasion) });

export default function Seconding() {
  return <MinutesWork reply={{ act: 'seconding', result: useActionData<typeof action>() }} />;
}
