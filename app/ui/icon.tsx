import type { ReactElement } from 'react';

/** The names of the icons. Colour comes from the text around them; a word always stands beside them. */
export type IconName = keyof typeof paths;

const paths = {
  ok: <path d="M2 8.5l4 4 8-9" />,
  prog: <path d="M3 13L13 3M6 3h7v7" />,
  late: (
    <>
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 4v4.3l3 1.7" />
    </>
  ),
  off: <path d="M8 1.5l7 12.5H1zM8 6v3.5M8 11.8v.1" />,
  none: (
    <>
      <circle cx="8" cy="8" r="6.5" strokeDasharray="2.6 2.5" />
      <path d="M6 6.3a2 2 0 113 1.7c-.7.4-1 .8-1 1.5M8 11.9v.1" />
    </>
  ),
  clock: <path d="M13.5 5A6.5 6.5 0 1014.5 8M14 1.5V5h-3.5" />,
  draft: <path d="M2.5 13.5l1-4 7.5-7.5 3 3-7.5 7.5z" />,
  err: (
    <>
      <circle cx="8" cy="8" r="6.7" />
      <path d="M8 4.3v4.2M8 11.5v.1" />
    </>
  ),
  lock: <path d="M3 7h10v7H3zM5 7V5a3 3 0 016 0v2" />,
  plus: <path d="M8 2.5v11M2.5 8h11" />,
  minus: <path d="M2.5 8h11" />,
  up: <path d="M8 13V3M3.5 7.5L8 3l4.5 4.5" />,
  down: <path d="M8 3v10M3.5 8.5L8 13l4.5-4.5" />,
};

const names = Object.keys(paths) as IconName[];

/** The icons as finished elements, for marks that stand in every row of a list: a component each would cost as much as the row. */
export const icons = Object.fromEntries(
  names.map((name) => [
    name,
    <svg key={name} className="ic" aria-hidden="true" focusable="false">
      <use href={`#i-${name}`} />
    </svg>,
  ]),
) as Readonly<Record<IconName, ReactElement>>;

/** One icon of the sprite, invisible to screen readers. */
export function Icon({ name }: { readonly name: IconName }) {
  return icons[name];
}

// It never changes, so it is made once and not for every answer.
const sprite = (
  <svg className="sprite" width="0" height="0" aria-hidden="true" focusable="false">
    {names.map((name) => (
      <symbol key={name} id={`i-${name}`} viewBox="0 0 16 16">
        {paths[name]}
      </symbol>
    ))}
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="#ece3f6" />
      <rect width="2" height="6" fill="#7a4fa3" />
    </pattern>
  </svg>
);

/** All icons and the hatching of charts, once per page, before anything that uses them. */
export function Sprite() {
  return sprite;
}
