import { notFound } from '#app/platform/http/answers.server';

export const handle = { access: { loader: 'public', action: 'public' } };

/** Every address that is nobody's. */
export function loader(): never {
  throw notFound();
}

export function action(): never {
  throw notFound();
}

export default function NotFound() {
  return null;
}
