import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from '@react-email/components';

/** A letter of the portal. All words come in, already in the reader's language. */
export interface LetterProps {
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** After how many of them the records stand; after all, and the facts, unless told. */
  readonly recordsAfter?: number;
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
  /** Records that the letter lists. */
  readonly entries?: readonly { readonly title: string; readonly language: string; readonly url: string; readonly lines: readonly string[] }[];
  readonly action?: { readonly label: string; readonly url: string };
  /** How to get no more of these. */
  readonly stop?: { readonly label: string; readonly url: string };
  readonly closing: string;
  readonly footer: string;
}

const font = '"Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "PingFang SC", "Microsoft YaHei", sans-serif';
const ink = '#14212b';
const text = { fontFamily: font, fontSize: '16px', lineHeight: '26px', color: ink, margin: '0 0 16px' } as const;
const small = { ...text, fontSize: '14px', lineHeight: '20px', color: '#4a5a66' } as const;

/** One column, one accent, one button: read on a phone, in a plain-text client, and from right to left. */
export function Letter({ language, dir, subject, greeting, paragraphs, recordsAfter, facts, entries, action, stop, closing, footer }: LetterProps) {
  const start = dir === 'rtl' ? 'right' : 'left';
  return (
    <Html lang={language} dir={dir}>
      <Head />
      <Preview>{paragraphs[0] ?? subject}</Preview>
      <Body style={{ backgroundColor: '#ffffff', margin: 0, fontFamily: font }}>
        <Container style={{ borderTop: '6px solid #0b4f71', maxWidth: '600px', padding: '24px 16px', textAlign: start }} dir={dir}>
          <Heading as="h1" style={{ fontFamily: font, fontSize: '22px', lineHeight: '28px', color: ink, margin: '0 0 24px' }}>{subject}</Heading>
          <Text style={text}>{greeting}</Text>
          {paragraphs.slice(0, recordsAfter).map(Paragraph)}
          {recordsAfter !== undefined && <Records entries={entries} />}
          {recordsAfter !== undefined && paragraphs.slice(recordsAfter).map(Paragraph)}
          {facts?.map((fact) => <Text key={fact.label} style={{ ...text, margin: '0 0 8px' }}><strong>{fact.label}:</strong> {fact.value}</Text>)}
          {recordsAfter === undefined && <Records entries={entries} />}
          {action !== undefined && (
            <Section style={{ margin: '24px 0' }}>
              <Button href={action.url} style={{ backgroundColor: '#0b4f71', borderRadius: '4px', color: '#ffffff', display: 'inline-block', fontFamily: font, fontSize: '16px', fontWeight: 600, padding: '12px 20px', textDecoration: 'none' }}>{action.label}</Button>
            </Section>
          )}
          <Text style={text}>{closing}</Text>
          <Hr style={{ borderColor: '#cdd6dc', margin: '24px 0 16px' }} />
          <Text style={{ ...small, margin: 0 }}>{footer}</Text>
          {stop !== undefined && <Text style={{ ...small, margin: '8px 0 0' }}><Link href={stop.url} style={{ color: '#0b4f71' }}>{stop.label}</Link></Text>}
        </Container>
      </Body>
    </Html>
  );
}

const Paragraph = (words: string) => <Text key={words} style={text}>{words}</Text>;

const Records = ({ entries }: { readonly entries: LetterProps['entries'] | undefined }) =>
  entries?.map((entry) => (
    <Section key={entry.url} style={{ borderTop: '1px solid #cdd6dc', padding: '12px 0 4px' }}>
      <Text style={{ ...text, margin: '0 0 4px' }}><Link href={entry.url} lang={entry.language} dir="auto" style={{ color: '#0b4f71', fontWeight: 600 }}>{entry.title}</Link></Text>
      {entry.lines.map((line, position) => <Text key={position} style={{ ...small, margin: '0 0 4px' }}>{line}</Text>)}
    </Section>
  ));
