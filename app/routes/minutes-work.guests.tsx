import type { ActionFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { guestsInput } from '#app/working-groups/minutes/input.server';
import { minutesPolicy } from '#app/working-groups/minutes/policy';
import { actOnMinutes } from '#app/working-groups/minutes/request.server';
import { MinutesWork } from '#app/working-groups/minutes/work';
import { addGuests, removeGuest } from '#app/working-groups/operations.server';

export const handle = { access: { loader: 'minutes:work', action: 'minutes:note' } };

export const action = (args: ActionFunctionArgs) => actOnMinutes(args, { rule: minutesPolicy.note, input: guestsInput, to: '#guests', run: (granted, occasion, value) => value.off === null ? addGuests(granted, occasion, value) : removeGuest(granted, occasion, value.off) });

export default function Guests() {
  return <MinutesWork reply={{ act: 'guests', result: useActionData<typeof action>() }} />;
}
