/**
 * An esbuild plugin that leaves the printer out of the Handlebars parser: assignments to its prototype keep it in the bundle
 * although nobody calls it, and every byte is read at each start. Where the file looks different nothing is left out.
 */
import { readFile } from 'node:fs/promises';

const printer = /^PrintVisitor\.prototype(?: = new Visitor\(\);|[^]*?^\};)$/gmu;

export const parserWithoutPrinter = {
  name: 'parser-without-printer',
  setup(build) {
    build.onLoad({ filter: /@handlebars[\\/]parser[\\/]dist[\\/]esm[\\/]index\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(printer, ''),
      loader: 'js',
    }));
  },
};
