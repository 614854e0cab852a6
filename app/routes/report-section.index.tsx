import { SectionPage } from '#app/reporting/sections/page';

export const handle = { access: { loader: 'report:desk' } };

export default function ReportSection() {
  return <SectionPage />;
}
