import type { MetaDescriptor } from '@remix-run/node';

/** Title of a page that is nobody else's business: never indexed. */
export const privateMeta = (title: string | undefined): MetaDescriptor[] => [
  { title: title === undefined ? 'Concord' : `${title} | Concord` },
  { name: 'robots', content: 'noindex' },
];
