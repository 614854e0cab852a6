/**
 * The process that sets one report: reads `{ template, report, fonts }` as JSON from standard input, writes the PDF
 * to standard output, or says on standard error what is wrong and ends with 1. Plain JavaScript, because it runs as it lies
 * here, beside the built server and in tests alike. Started by `pdf.server.ts`.
 */
import { stdin, stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const { template, report, fonts } = JSON.parse(await text(stdin));
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: fonts }], inputs: { report } });

const result = compiler.compile({ mainFileContent: template });
const document = result.result;
if (document === null) {
  const faults = result.takeDiagnostics();
  throw new Error(faults === null ? 'Typst gave no reason' : JSON.stringify(compiler.fetchDiagnostics(faults)));
}
const pdf = compiler.pdf(document, { pdfStandard: 'ua-1' });
stdout.end(pdf);
