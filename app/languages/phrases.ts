import type { i18n } from 'i18next';
import type { Text } from './catalogue';

/**
 * The words of a folder as pages ask for them, hundreds of times each: i18next finds a phrase once, for each plural form, and what is
 * left to do is to put the values in. A phrase that is more than text and plain values is left to i18next every time.
 */
export function phrasesOf(instance: i18n, namespace: string): Text {
  let texts = known.get(instance);
  if (texts === undefined) known.set(instance, (texts = new Map()));
  let text = texts.get(namespace);
  if (text === undefined) texts.set(namespace, (text = lookUp(instance, namespace)));
  return text;
}

const known = new WeakMap<i18n, Map<string, Text>>();

/** Text and names of values in turns, beginning and ending with text; `null` for what i18next has to put together. */
type Phrase = readonly string[] | null;

function lookUp(instance: i18n, namespace: string): Text {
  const fixed = instance.getFixedT(instance.language, namespace);
  const plural = new Intl.PluralRules(instance.language);
  const phrases = new Map<string, Map<string, Phrase>>();
  return (key, values = {}) => {
    const { count } = values;
    // Zero may have words of its own in any language.
    const form = typeof count === 'number' ? (count === 0 ? '0' : plural.select(count)) : '';
    let forms = phrases.get(key);
    let phrase = forms?.get(form);
    if (phrase === undefined) {
      const found = fixed(key, { ...values, skipInterpolation: true });
      // What is missing is not kept: such keys may be without end.
      if (found === key) return fixed(key, values);
      phrase = phraseOf(found);
      if (forms === undefined) phrases.set(key, (forms = new Map()));
      forms.set(form, phrase);
    }
    return (phrase === null ? undefined : filled(phrase, values)) ?? fixed(key, values);
  };
}

const place = /\{\{(\w+)\}\}/;

function phraseOf(found: string): Phrase {
  const parts = found.split(place);
  return parts.some((part, at) => at % 2 === 0 && /\{\{|\$t\(/.test(part)) ? null : parts;
}

/** Undefined where a value is missing, for i18next to say so. */
function filled(phrase: readonly string[], values: Readonly<Record<string, string | number>>): string | undefined {
  let text = phrase[0] ?? '';
  for (let at = 1; at < phrase.length; at += 2) {
    const value = values[phrase[at] ?? ''];
    if (value === undefined) return undefined;
    text += String(value) + (phrase[at + 1] ?? '');
  }
  return text;
}
