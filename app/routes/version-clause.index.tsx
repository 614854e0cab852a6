import { DraftClausePage } from '#app/frameworks/versions/clause-page';

export const handle = { access: { loader: 'framework:draft' } };

export default function VersionClause() {
  return <DraftClausePage />;
}
