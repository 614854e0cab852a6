import { createContext, type ReactNode, useContext } from 'react';
import { useText } from '#app/languages/text';
import { Icon } from '#app/ui/icon';
import type { FieldProps } from './field-frame';

/** What is asked at a field of a record that came back, and whether another answer stands there since. */
export interface Ask {
  readonly note: string;
  readonly mended: boolean;
}
type Asks = Readonly<Record<string, Ask>>;

const AsksContext = createContext<Asks>({});

/** The fields within say what is asked of them, by the names under which they post. */
export const AskedFields = ({ asks, children }: { readonly asks: Asks; readonly children: ReactNode }) => <AsksContext.Provider value={asks}>{children}</AsksContext.Provider>;

/** Whether something is asked at one of these fields: what is folded away opens then. */
export function useAnyAsked(names: readonly string[]): boolean {
  const asks = useContext(AsksContext);
  return names.some((name) => asks[name] !== undefined);
}

/** The field with what is asked of it before its hint, so that whatever reads the hint reads it first. */
export function useAskedField<Props extends FieldProps>(field: Props): Props {
  const ask = useContext(AsksContext)[field.name];
  return ask === undefined ? field : { ...field, hint: <><AskWords ask={ask} />{field.hint}</> };
}

/** What is asked at a field that is none of the usual ones. */
export function AskNote({ name }: { readonly name: string }) {
  const ask = useContext(AsksContext)[name];
  return ask === undefined ? null : <span className="hint"><AskWords ask={ask} /></span>;
}

function AskWords({ ask: { note, mended } }: { readonly ask: Ask }) {
  const t = useText('ui');
  return <span className="asked"><Icon name={mended ? 'ok' : 'err'} /><span><b>{t(mended ? 'field.mended' : 'field.asked')}</b> <span dir="auto">{note}</span></span></span>;
}
