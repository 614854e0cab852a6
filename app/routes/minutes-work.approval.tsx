import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { minutesPolicy } from '#app/working-groups/minutes/policy';
import { actOnMinutes } from '#app/working-groups/minutes/request.server';
import { MinutesWork } from '#app/working-groups/minutes/work';
import { approveMinutes } from '#app/working-groups/operations.server';
import { pressed } from '#app/working-groups/sessions/input.server';

export const handle = { access: { loader: 'minutes:work', action: 'minutes:approve' } };

export const action = (args: ActionFunctionArgs) => actOnMinutes(args, { rule: minutesPolicy.approve, input: pressed, sure: 'confirmed', run: (granted, occasion) => approveMinutes(granted, occasion) });

export default function Approval() {
  return <MinutesWork reply={{ act: 'approval', result: useActionData<typeof action>() }} />;
}
