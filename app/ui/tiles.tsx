import type { ReactNode } from 'react';
import { type Bounds, shadeOf } from './shade';

export interface Tile {
  /** The two letters of the country. */
  readonly code: string;
  readonly count: number;
  /** What stands there, where it is not the count itself. */
  readonly shown?: string | undefined;
  readonly href: string;
  /** Everything in words: "KE 8 of 11, Kenya". It begins with what is seen, for people who speak to their device. */
  readonly label: string;
}

export interface TileRegion {
  readonly key: string;
  readonly name: string;
  readonly note?: ReactNode;
  readonly tiles: readonly Tile[];
}

interface TilesProps {
  readonly regions: readonly TileRegion[];
  readonly bounds: Bounds;
}

/** One tile for each country, so that none is too small to be seen. The table with the same numbers stands before it. */
export function Tiles({ regions, bounds }: TilesProps) {
  return (
    <>
      {regions.map(({ key, name, note, tiles }) => (
        <div key={key} className="pt-16">
          <h3 className="reg">
            {name}
            {note !== undefined && (
              <>
                {' '}
                <span>{note}</span>
              </>
            )}
          </h3>
          <ul className="tiles">
            {tiles.map(({ code, count, shown = count, href, label }) => (
              <li key={code}>
                <a className={shadeOf(count, bounds)} href={href} aria-label={label}>
                  {code} <small>{shown}</small>
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
