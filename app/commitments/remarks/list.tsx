import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Icon } from '#app/ui/icon';
import type { Asked } from './model';
import { fieldName } from './words';

/** All that is asked of a commitment that came back, each leading to its field; what has another answer by now is ticked off. */
export function AskedList({ commitment, asked }: { readonly commitment: { readonly ref: string; readonly returned_reason: string | null }; readonly asked: readonly Asked[] }) {
  const t = useText('commitments');
  const open = asked.filter((one) => !one.mended).length;
  return (
    <div className="notice notice--warn" id="asked">
      <p><strong>{t('desk.returned')}</strong> {commitment.returned_reason !== null && <span dir="auto">{commitment.returned_reason}</span>}</p>
      {asked.length > 0 && (
        <>
          <p className="small">{t('remarks.left', { count: open })}</p>
          <ul>
            {asked.map((one) => (
              <li key={one.name}>
                <a href={`${paths.commitmentStep(commitment.ref, one.step)}#${one.name}`}>{fieldName(one, t)}</a>: <span dir="auto">{one.note}</span>
                {one.mended && <span className="small muted"> <Icon name="ok" /> {t('remarks.mended')}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
