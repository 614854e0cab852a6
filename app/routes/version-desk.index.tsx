import { VersionDeskPage } from '#app/frameworks/versions/desk';

export const handle = { access: { loader: 'framework:draft' } };

export default function VersionDesk() {
  return <VersionDeskPage />;
}
