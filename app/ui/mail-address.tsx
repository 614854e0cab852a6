/** An address of mail, from left to right in every script. Where it does not fit it breaks before its domain. */
export function MailAddress({ address }: { readonly address: string }) {
  const at = address.lastIndexOf('@');
  return at < 1 ? <bdi className="ltr">{address}</bdi> : <bdi className="ltr">{address.slice(0, at)}<wbr />{address.slice(at)}</bdi>;
}
