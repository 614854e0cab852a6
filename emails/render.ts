import { render as renderMarkup } from '@react-email/render';
import { createElement } from 'react';
import { Letter, type LetterProps } from './letter';

/** A mail as it leaves: the subject, the HTML and the same in plain text. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Renders a waiting mail by the name of its template. An unknown name is a bug and says so. */
export async function render(template: string, props: unknown): Promise<RenderedMail> {
  if (template !== 'letter') throw new Error(`there is no mail template "${template}"`);
  const letter = props as LetterProps;
  const page = createElement(Letter, letter);
  const [html, text] = await Promise.all([renderMarkup(page), renderMarkup(page, { plainText: true })]);
  return { subject: letter.subject, html, text };
}
