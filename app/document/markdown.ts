import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Block, Run } from './document';

const parser = unified().use(remarkParse);
type Tree = ReturnType<typeof parser.parse>;
type Node = Tree['children'][number];
type Style = Omit<Run, 'text'>;

/** Beyond this a list continues on the same level: deeper ones do not fit the measure, and hostile input has thousands. */
const deepestList = 4;

/**
 * The narrative of a section, written in Markdown, as blocks to print: paragraphs, headings, lists, emphasis and links to
 * the web. Raw HTML and pictures' files are left out, an unsafe link keeps its words. Any text is valid Markdown, so this never fails.
 */
export function blocksOfMarkdown(markdown: string): Block[] {
  const tree = parser.parse(markdown);
  const addresses = addressesOf(tree);
  return tree.children.flatMap((node) => blocksOf(node, addresses, 0));
}

type Addresses = ReadonlyMap<string, string>;

function addressesOf(tree: Tree): Addresses {
  const found = tree.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : []));
  return new Map(found.toReversed()); // the first definition of a name wins, as in every other reader of Markdown
}

function blocksOf(node: Node, addresses: Addresses, depth: number): Block[] {
  switch (node.type) {
    case 'paragraph':
      return paragraph(runsOf(node.children, {}, addresses));
    case 'heading': {
      const runs = runsOf(node.children, {}, addresses);
      // Inside a list a heading would tear the outline of the document: there it is a strong paragraph.
      if (depth > 0) return paragraph(runs.map((run) => ({ ...run, strong: true as const })));
      return [{ kind: 'heading', depth: node.depth, text: textOf(runs) }].filter((heading) => heading.text !== '') as Block[];
    }
    case 'list': {
      const items = node.children.map((item) => item.children.flatMap((child) => blocksOf(child, addresses, depth + 1)));
      if (depth >= deepestList) return items.flat();
      return [{ kind: 'list', ordered: node.ordered === true, start: node.start ?? 1, items }];
    }
    case 'blockquote':
      return node.children.flatMap((child) => blocksOf(child, addresses, depth));
    case 'code':
      return paragraph([{ text: node.value }]);
    default:
      return [];
  }
}

function paragraph(runs: readonly Run[]): Block[] {
  return textOf(runs) === '' ? [] : [{ kind: 'paragraph', runs }];
}

const textOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('').trim();

function runsOf(nodes: readonly Node[], style: Style, addresses: Addresses): Run[] {
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return [{ ...style, text: node.type === 'text' ? node.value.replaceAll(/\s*\n\s*/g, ' ') : node.value }];
      case 'break':
        return [{ ...style, text: '\n' }];
      case 'strong':
        return runsOf(node.children, { ...style, strong: true }, addresses);
      case 'emphasis':
        return runsOf(node.children, { ...style, emphasis: true }, addresses);
      case 'link':
        return runsOf(node.children, { ...style, ...linkTo(node.url) }, addresses);
      case 'linkReference':
        return runsOf(node.children, { ...style, ...linkTo(addresses.get(node.identifier)) }, addresses);
      case 'image':
      case 'imageReference':
        return [{ ...style, text: node.alt ?? '' }];
      default:
        return [];
    }
  });
}

/** Only the web: a script, a file or an address of the reader's own machine has no place in a published report. */
function linkTo(address: string | undefined): Style {
  if (address === undefined || !URL.canParse(address)) return {};
  const url = new URL(address);
  return url.protocol === 'http:' || url.protocol === 'https:' ? { href: url.href } : {};
}
