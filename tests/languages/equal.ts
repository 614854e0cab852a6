/** Words that are rightly the same as in English: names, codes, formats, and words that the languages share. */
const shared = new Set([
  'Concord', 'Mbit/s', 'CSV', 'XLSX', 'JSON', 'PDF', 'XML', 'IATI', 'UTC', 'SDG', 'LDC', 'LLDC', 'SIDS', 'Type', 'Types', 'Date', 'Dates', 'Description', 'Contact', 'Total', 'Totals', 'Sector', 'Sites', 'Menu', 'Session', 'Sessions', 'Source', 'Sources', 'Code', 'Codes',
  'Question', 'Questions', 'Action', 'Actions', 'Notes', 'Note', 'Page', 'Pages', 'Figure', 'Figures', 'Region', 'Constituency', 'Public', 'Version', 'Versions', 'Section', 'Sections', 'Observation', 'Conditions', 'Minutes', 'Absent', 'Mandate', 'Mandat', 'Abstentions', 'Correction', 'Corrections', 'Plan', 'Documents', 'Document', 'Points', 'Commission', 'Mission', 'Organisation', 'Organisations', 'Participants', 'Participation', 'Programme', 'Infrastructure', 'Transactions', 'Transaction', 'Important', 'Article', 'Articles', 'Volume', 'Image', 'Images', 'Certificates', 'Suggestions', 'Total A', 'Base',
  'National', 'Global', 'Regional', 'Final', 'Formal', 'No', 'Error', 'Plural', 'General', 'Normal', 'Local', 'Social', 'Universal', 'Audit', 'Index', 'Portal', 'Consent', 'Objection', 'Capitals', 'Donor', 'Capacity', 'Confirmation', 'Message', 'Messages', 'Identifiers', 'Classification', 'Email', 'Format', 'Site', 'Expert', 'Mode', 'Qualification', 'Provision', 'Simple', 'Visible', 'Pause', 'Stable', 'Importation', 'Importations', 'Module', 'Budget', 'Budgets', 'Administration', 'Constitution', 'Publication', 'Publications', 'Solution', 'Solutions', 'Signature', 'Consultation', 'Consultations', 'Secretariat', 'Coalition', 'Coalitions', 'Auditor', 'Consensus', 'Vote', 'Quorum', 'Information', 'Discussion', 'Provisional', 'expert', 'sessions', 'error', 'min', 'Active', 'Clause', 'Clauses', 'Cycle', 'Cycles', 'document', 'documents', 'organisation', 'organisations', 'parties', 'session', 'version', 'versions', 'transactions', 'transaction', 'clauses', 'clause', 'figures', 'figure', 'decisions', 'action', 'actions', 'votes', 'total', 'points', 'page', 'pages', 'questions', 'minutes', 'sections', 'section', 'cycle',
]);

/** A text without letters of its own (only places, figures and signs), or one of the shared words. */
export function equalsEnglish(text: string): boolean {
  const bare = text.replace(/\{\{\s*\w+\s*\}\}/g, '').trim();
  if (/^Figure \{\w+\}\.?$/.test(text)) return true;
  const words = bare.split(/[^\p{L}]+/u).filter((word) => word !== '');
  return shared.has(text.trim()) || (words.length > 0 && words.length <= 2 && words.every((word) => shared.has(word))) || shared.has(bare.replace(/[.,:;()\d\s–-]+$/u, '').replace(/^[.,:;()\d\s–-]+/u, '')) || !/[A-Za-z]{3,}/.test(bare) || /^[A-Z0-9/,. -]+$/.test(bare) || /^https?:|@/.test(bare);
}
