/** Fills a template that is plain text: mail texts, sentences. The same language and checks as in documents. */
import type { AST } from '@handlebars/parser';
import { oncePer } from '../../core/base/once-per';
import type { Place } from '../../core/base/place';
import type { Problem } from '../../core/base/problem';
import { applyAction, Assembler, owners } from './assemble';
import { compileTags, type CompiledTags, type CompileOptions } from './compile-tags';
import type { Block } from './match-blocks';
import { isBlock, isContent, parseText } from './handlebars-ast';
import { maxTextLength } from './limits';
import type { Dictionary, ModelRecord } from './model';
import { tagReader } from './read-tag';
import { stoppedProblem } from './stopped-problem';
import { rootFrame, startRun, type Mark, type Output, type Run, type Step } from './run';
import { inReadingOrder, type Tag } from './tag';
import { findTags, plainTag, type TagText } from './tag-text';
import type { TraceEntry } from './trace';

/** The text, or null when the template was refused; every printed value; everything that is wrong or missing. */
export interface FilledText {
  readonly text: string | null;
  readonly trace: readonly TraceEntry[];
  readonly problems: readonly Problem[];
}

/** Fills the text. `name` stands in the problems' places. */
export function fillText(source: string, model: ModelRecord, dictionary: Dictionary, name = '文字模板'): FilledText {
  return printed(compiledOf(source, dictionary, name), model, name);
}

/** Texts of one template have few kinds of fields. */
const mostKinds = 20;

/** Fills one text many times, as `fillText` does; it is compiled once for all models with the same fields. */
export function textFiller(source: string, name: string): (model: ModelRecord, dictionary: Dictionary) => FilledText {
  const ready = new Map<string, CompiledText>();
  const compiled = oncePer((dictionary: Dictionary) => {
    const kind = JSON.stringify(dictionary);
    const made = ready.get(kind) ?? compiledOf(source, dictionary, name);
    if (ready.size < mostKinds) ready.set(kind, made);
    return made;
  });
  return (model, dictionary) => printed(compiled(dictionary), model, name);
}

function compiledOf(source: string, dictionary: Dictionary, name: string): CompiledText {
  const spotOf = spots(source);
  return compileText(source, dictionary, (start) => ({ file: name, spot: spotOf(start) }));
}

function printed({ step, problems }: CompiledText, model: ModelRecord, name: string): FilledText {
  if (step === null) return { text: null, trace: [], problems };
  const output = new TextOutput();
  const run = startRun(output, []);
  step(rootFrame(run, model));
  return finish(run, output, name);
}

/** A text ready to be printed; `step` null when it has mistakes. `helpers` are the first names of those whose answers are printed. */
export interface CompiledText {
  readonly step: Step | null;
  readonly problems: readonly Problem[];
  readonly helpers: ReadonlySet<string>;
}

/** Compiles a text; `placeOf` tells where what begins at a character stands. */
export function compileText(
  source: string,
  dictionary: Dictionary,
  placeOf: (start: number) => Place,
  options: CompileOptions = {},
): CompiledText {
  const found = findTags(source);
  const read = tagReader();
  const readings = found.map((tag) => read(tag, placeOf(tag.start)));
  const tags = readings.map(({ tag }) => tag);
  const compiled = compileTags(tags, dictionary, options);
  const helpers = new Set(compiled.actions.flatMap((action) => (action.kind === 'print' ? action.helper : [])));
  const mistakes = [...readings.flatMap(({ problems }) => problems), ...compiled.problems];
  if (mistakes.length > 0) return { step: null, problems: inReadingOrder(mistakes, tags), helpers };
  const statements = parseText(plainSource(source, found, { tags, blocks: compiled.blocks }));
  if (statements === null) return { step: null, problems: [wholeProblem(placeOf(0).file)], helpers };
  return { step: assembleText(statements, compiled), problems: [], helpers };
}

/** Every tag is right by itself, yet the whole is not Handlebars. */
function wholeProblem(file: string): Problem {
  const expected = '请检查标签前后的大括号和斜杠';
  return { code: 'template-syntax', level: 'error', place: { file }, actual: '', reason: '模板的写法不对', expected };
}

/** Of a character of the text `第 2 行第 5 字`; quick where it is asked of one after the other, from the first to the last. */
function spots(source: string): (start: number) => string {
  let [line, lineStart] = [1, 0];
  return (start) => {
    if (start < lineStart) [line, lineStart] = [1, 0];
    for (let end = source.indexOf('\n', lineStart); end !== -1 && end < start; end = source.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = end + 1;
    }
    return `第 ${String(line)} 行第 ${String(start - lineStart + 1)} 字`;
  };
}

interface Read {
  readonly tags: readonly Tag[];
  readonly blocks: readonly Block[];
}

/** The source with every tag in plain Handlebars: only what kind of tag it is matters, and its white space. */
function plainSource(source: string, found: readonly TagText[], { tags, blocks }: Read): string {
  const opening = new Map(blocks.map(({ open, close }) => [close, open]));
  let plain = '';
  let at = 0;
  found.forEach((text, index) => {
    const before = source.slice(at, text.start);
    const tag = tags[index];
    // A backslash that is text would make text of the tag behind it.
    plain += `${before}${before.endsWith('\\') ? '\\' : ''}{{${tag ? insideOf(tag, text, tags[opening.get(index) ?? index] ?? tag) : ''}}}`;
    at = text.end;
  });
  return plain + source.slice(at);
}

/** `block` is the opening tag of the block that the tag closes. */
function insideOf(tag: Tag, { text }: TagText, block: Tag): string {
  if (tag.kind === 'comment') return commentInside(text);
  if (tag.kind === 'broken') return plainTag(text);
  return `${tag.stripBefore ? '~' : ''}${shapeOf(tag, block)}${tag.stripAfter ? '~' : ''}`;
}

function shapeOf({ kind, word, inverse }: Tag, block: Tag): string {
  if (kind === 'open') return `#${inverse ? 'unless' : (word ?? '')} x`;
  if (kind === 'close') return `/${block.inverse ? 'unless' : (word ?? '')}`;
  if (kind === 'else') return word === null ? 'else' : `else ${word} x`;
  return 'x';
}

/** Only the strip signs of a comment matter. */
function commentInside(text: string): string {
  const plain = plainTag(text);
  return `${plain.startsWith('~') ? '~' : ''}!--x--${plain.endsWith('~') ? '~' : ''}`;
}

class TextOutput implements Output {
  text = '';
  private line = 1;
  private lineStart = 0;

  print(text: string): void {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      this.line++;
      this.lineStart = this.text.length + at + 1;
    }
    this.text += text;
  }

  locate(mark: Mark): void {
    mark.place = `第 ${String(this.line)} 行第 ${String(this.text.length - this.lineStart + 1)} 字`;
  }

  full(): boolean {
    return this.text.length > maxTextLength;
  }
}

type Item = { readonly kind: 'content'; readonly text: string } | { readonly kind: 'tag' };

/** Content comes from Handlebars' own tree, after its rules for white space; the tags follow in the same order. */
function assembleText(statements: readonly AST.Statement[], { actions, blocks }: CompiledTags): Step {
  const assembler = new Assembler();
  const owner = owners(blocks);
  let tag = 0;
  for (const item of itemsOf(statements)) {
    if (item.kind === 'content') {
      assembler.step(({ run }) => {
        run.output.print(item.text);
      });
    } else {
      const action = actions[tag];
      if (action) applyAction(assembler, action, owner.get(tag) ?? -1);
      tag++;
    }
  }
  return assembler.finish();
}

function itemsOf(statements: readonly AST.Statement[]): readonly Item[] {
  return statements.flatMap((statement): readonly Item[] => {
    if (isContent(statement)) return statement.value === '' ? [] : [{ kind: 'content', text: statement.value }];
    return isBlock(statement) ? [...blockItems(statement), { kind: 'tag' }] : [{ kind: 'tag' }];
  });
}

/** The opening tag, the body, and the else branches; an `else if` is a block of its own inside the else branch. */
function blockItems(block: AST.BlockStatement): readonly Item[] {
  const own: readonly Item[] = [{ kind: 'tag' }, ...itemsOf(block.program.body)];
  const inverse = inverseOf(block);
  if (inverse === undefined) return own;
  const [first] = inverse.body;
  if (inverse.chained === true && first && isBlock(first)) return [...own, ...blockItems(first)];
  return [...own, { kind: 'tag' }, ...itemsOf(inverse.body)];
}

/** The else branch. The parser's types do not say that it may be missing, nor that an `else if` is marked. */
function inverseOf(block: { readonly inverse: Inverse | undefined }): Inverse | undefined {
  return block.inverse;
}

type Inverse = AST.Program & { readonly chained?: boolean };

function finish(run: Run, output: TextOutput, name: string): FilledText {
  if (run.stopped) return { text: null, trace: [], problems: [...run.problems, stoppedProblem(name)] };
  return { text: output.text, trace: run.marks ?? [], problems: run.problems };
}
