import { type ReactNode, useId } from 'react';

type Weight = keyof typeof weights;

// One `main` for each form.
const weights = { main: 'btn', second: 'btn btn--2', text: 'btn btn--text' } as const;

interface ButtonProps {
  readonly weight?: Weight;
  readonly type?: 'submit' | 'button';
  readonly name?: string;
  readonly value?: string;
  /** The form it belongs to, if it stands outside of it. */
  readonly form?: string;
  /** Posts the form elsewhere. */
  readonly formAction?: string;
  /** Lets an unfinished form through: "Save and come back later". */
  readonly formNoValidate?: boolean;
  /** Why it cannot be pressed now; the button is disabled and says so. */
  readonly why?: string | undefined;
  readonly children: ReactNode;
}

/** A verb that names the thing: "Submit update". */
export function Button({ weight = 'main', type = 'submit', why, children, ...rest }: ButtonProps) {
  const id = useId();
  const button = (
    <button className={weights[weight]} type={type} disabled={why !== undefined} aria-describedby={why === undefined ? undefined : id} {...rest}>
      {children}
    </button>
  );
  if (why === undefined) return button;
  return (
    <span className="row">
      {button}
      <span className="small muted" id={id}>
        {why}
      </span>
    </span>
  );
}

interface ButtonLinkProps {
  readonly weight?: Weight;
  readonly href: string;
  readonly children: ReactNode;
}

/** A link that looks like a button, for the next step of a task. */
export function ButtonLink({ weight = 'main', href, children }: ButtonLinkProps) {
  return (
    <a className={weights[weight]} href={href}>
      {children}
    </a>
  );
}
