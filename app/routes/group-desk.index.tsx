import { GroupDesk } from '#app/working-groups/planning/desk';

export const handle = { access: { loader: 'group:plan' } };

export default function Desk() {
  return <GroupDesk />;
}
