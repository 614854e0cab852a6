import type { Entry } from './entry';

/** Where else to go, in a row. */
export function Links({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <ul className="links">
      {entries.map(({ href, label }) => (
        <li key={`${href} ${label}`}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
