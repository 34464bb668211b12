/**
 * An esbuild plugin that makes two packages quicker to start, for Apps Script evaluates the whole bundle at every call. Where
 * a file no longer looks as expected it goes in as it is.
 */
import { readFile } from 'node:fs/promises';

/** Assignments to its prototype keep the Handlebars parser's printer in the bundle although nobody calls it. */
const printer = /^PrintVisitor\.prototype(?: = new Visitor\(\);|[^]*?^\};)$/gmu;

/** Names of the grammar's signs, for the words of its errors: nobody reads these, a refused tag has words of its own. */
const signNames = /^\t\t(symbols_|terminals_): \{[^{}]*\}/gmu;

/** What its lexer offers and nobody calls, and where an error stands, for the same words. */
const unusedSteps =
  /^\t\t\t(?:input|more|reject|less|pastInput|upcomingInput|topState|pushState|stateStackSize): function[^]*?^\t\t\t\},$/gmu;
const position = /^\t\t\tshowPosition: function[^]*?^\t\t\t\},$/mu;

/** The words themselves. */
const errorWords = /^\t+(?:for \(p in table\[state\]\) if|if \(lexer\.showPosition\) errStr =|else errStr =) .*$/gmu;

/** The tables of the grammar are made when a text is first parsed: few tags need it, and no menu. */
const [grammar, firstUse] = [/^var parser = \(function\(\) \{$([^]*?)^\}\)\(\);$/mu, /^(?=\tparser\.yy = )/mu];

/**
 * fflate finds out about TextDecoder by an error it throws and catches. Where there is none, as on Apps Script, that error
 * costs more than all the rest: its stack makes V8 parse the whole bundle once more.
 */
const probe = /^try \{(?=\s*td\.decode\()/mu;

export const lighterPackages = {
  name: 'lighter-packages',
  setup(build) {
    rewrite(build, /@handlebars[\\/]parser[\\/]dist[\\/]esm[\\/]index\.js$/, (text) =>
      text
        .replace(printer, '')
        .replace(signNames, '\t\t$1: {}')
        .replace(unusedSteps, '')
        .replace(errorWords, '')
        .replace(position, "showPosition: () => '',")
        .replace(grammar, 'var parser, makeParser = function() {$1};')
        .replace(firstUse, '\tparser ??= makeParser();\n'),
    );
    rewrite(build, /fflate[\\/]esm[\\/]browser\.js$/, (text) => text.replace(probe, 'if (td) try {'));
  },
};

function rewrite(build, filter, change) {
  build.onLoad({ filter }, async ({ path }) => ({ contents: change(await readFile(path, 'utf8')), loader: 'js' }));
}
