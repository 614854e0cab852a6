import { useText } from '#app/languages/text';
import { Head } from '#app/ui/head';

/** A link that was used, has ended, or never was: all the same to whoever opens it. */
export function LinkEnded({ again }: { readonly again?: { readonly href: string; readonly label: string } | undefined }) {
  const t = useText('accounts');
  return (
    <>
      <Head title={t('link.title')} lede={t(again === undefined ? 'link.ask_inviter' : 'link.ask_again')} />
      {again !== undefined && <p><a href={again.href}>{again.label}</a></p>}
    </>
  );
}
