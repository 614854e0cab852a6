import { TextField } from '#app/form/field';
import { FormKey } from '#app/form/hidden';
import { useText } from '#app/languages/text';
import { paths } from '#app/paths';
import { Button } from '#app/ui/button';
import type { ViewsHere } from './model';

/** Beside any list, for who is signed in: the views they keep of it, and one more. */
export function ViewsBar({ here: { list, query, views } }: { readonly here: ViewsHere }) {
  const t = useText('records');
  return (
    <details className="noprint">
      <summary>{views.length === 0 ? t('views.none') : t('views.title', { count: views.length })}</summary>
      {views.length > 0 && (
        <ul className="links">
          {views.map(({ id, name, href }) => <li key={id}><a href={href} dir="auto">{name}</a></li>)}
          <li><a href={paths.views}>{t('views.manage')}</a></li>
        </ul>
      )}
      <form method="post" action={paths.views} className="row items-end pt-8">
        <FormKey />
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="query" value={query} />
        <TextField name="name" id="view-name" label={t('views.name')} required maxLength={100} width={20} />
        <Button weight="second">{t('views.save')}</Button>
      </form>
    </details>
  );
}
