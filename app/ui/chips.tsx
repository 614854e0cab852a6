import type { Entry } from './entry';

interface ChipsProps {
  /** What the chips belong to, for example "P1.2 maps to". */
  readonly label: string;
  readonly chips: readonly Entry[];
}

/** Links to the crosswalk: code and framework, without a status colour. */
export function Chips({ label, chips }: ChipsProps) {
  return (
    <ul className="chips" aria-label={label}>
      {chips.map((chip) => (
        <li key={`${chip.href} ${chip.label}`}>
          <a href={chip.href}>
            <span>{chip.label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
