import { formatNumber } from '#app/languages/format';
import { useLocale, useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { fileKinds } from '#app/records/evidence/model';
import { Tag } from '#app/ui/tag';
import type { PaperRow } from './queries.server';

interface PapersProps {
  readonly papers: readonly PaperRow[];
  /** Where the papers are looked after: what can be done with each. */
  readonly keeps?: boolean;
  /** Whether they can still be taken off. */
  readonly removable?: boolean;
  /** Whether it is said which of them stay inside. */
  readonly inside?: boolean;
}

/** Papers, each with what it is and how large. */
export function Papers({ papers, keeps = false, removable = false, inside = false }: PapersProps) {
  const t = useText('working-groups');
  const { language } = useLocale();
  return (
    <ul className="list">
      {papers.map((paper) => (
        <li key={paper.id}>
          <div className="row">
            <PaperLink paper={paper} />
            <span className="small muted">{paper.size_bytes === null ? t('papers.address') : t('papers.size', { kind: fileKinds[paper.media_type ?? ''] ?? '', size: formatNumber(language, Math.max(1, Math.round(paper.size_bytes / 1024))) })}</span>
            {inside && <Tag tone={paper.is_open ? 'prog' : 'draft'} icon={paper.is_open ? 'prog' : 'lock'}>{t(paper.is_open ? 'papers.open' : 'papers.inside')}</Tag>}
          </div>
          {keeps && (
            <p className="row small">
              <a href={paths.paper(paper.id, 'openness')}>{t(paper.is_open ? 'papers.act_close' : 'papers.act_open')}<span className="vh"> {paper.title}</span></a>
              {removable && <a href={paths.paper(paper.id, 'removal')}>{t('papers.remove')}<span className="vh"> {paper.title}</span></a>}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The title of a paper, leading to its file or its address. */
export const PaperLink = ({ paper }: { readonly paper: PaperRow }) => <a href={paper.url ?? paths.paper(paper.id)} rel={paper.url === null ? undefined : 'noreferrer'}><bdi>{paper.title}</bdi></a>;
