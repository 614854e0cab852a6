import { SessionDesk } from '#app/working-groups/sessions/desk/desk';

export const handle = { access: { loader: 'session:desk' } };

export default function Desk() {
  return <SessionDesk />;
}
