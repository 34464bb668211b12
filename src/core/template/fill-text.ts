/** Fills a template that is plain text: mail texts, sentences. The same language and checks as in documents. */
import type { AST } from '@handlebars/parser';
import type { Problem } from '../base/problem';
import { applyAction, Assembler, owners } from './assemble';
import { compileTags, type Action } from './compile-tags';
import { isBlock, isContent, parseText } from './handlebars-ast';
import { maxTextLength } from './limits';
import type { Block } from './match-blocks';
import type { Dictionary, ModelRecord } from './model';
import { tagReader } from './read-tag';
import { stoppedProblem } from './stopped-problem';
import { rootFrame, startRun, type Here, type Output, type Run, type Step } from './run';
import type { Tag } from './tag';
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
  const found = findTags(source);
  const read = tagReader();
  const readings = found.map((tag) => read(tag, { file: name, spot: spotOf(source, tag.start) }));
  const tags = readings.map(({ tag }) => tag);
  const compiled = compileTags(tags, dictionary);
  const mistakes = [...readings.flatMap(({ problems }) => problems), ...compiled.problems];
  if (mistakes.length > 0) return { text: null, trace: [], problems: mistakes };
  const output = new TextOutput();
  const run = startRun(output);
  assembleText(plainSource(source, found, tags), compiled.actions, compiled.blocks, output)(rootFrame(run, model));
  return finish(run, output, name);
}

/** `第 2 行第 5 字`. */
function spotOf(source: string, start: number): string {
  const before = source.slice(0, start).split('\n');
  return `第 ${String(before.length)} 行第 ${String((before[before.length - 1] ?? '').length + 1)} 字`;
}

/** The source with every tag in plain Handlebars. */
function plainSource(source: string, found: readonly TagText[], tags: readonly Tag[]): string {
  let plain = '';
  let at = 0;
  found.forEach((tag, index) => {
    const inside = tags[index]?.kind === 'comment' ? commentInside(tag.text) : plainTag(tag.text);
    plain += `${source.slice(at, tag.start)}{{${inside}}}`;
    at = tag.end;
  });
  return plain + source.slice(at);
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

  here(): Here {
    return { text: `第 ${String(this.line)} 行第 ${String(this.text.length - this.lineStart + 1)} 字` };
  }

  full(): boolean {
    return this.text.length > maxTextLength;
  }
}

type Item = { readonly kind: 'content'; readonly text: string } | { readonly kind: 'tag' };

/** Content comes from Handlebars' own tree, after its rules for white space; the tags follow in the same order. */
function assembleText(source: string, actions: readonly Action[], blocks: readonly Block[], output: TextOutput): Step {
  const assembler = new Assembler();
  const owner = owners(blocks);
  let tag = 0;
  for (const item of itemsOf(parseText(source))) {
    if (item.kind === 'content') {
      assembler.step(() => {
        output.print(item.text);
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
  const inverse: (AST.Program & { readonly chained?: boolean }) | undefined = block.inverse;
  if (inverse === undefined) return own;
  const [first] = inverse.body;
  if (inverse.chained === true && first && isBlock(first)) return [...own, ...blockItems(first)];
  return [...own, { kind: 'tag' }, ...itemsOf(inverse.body)];
}

function finish(run: Run, output: TextOutput, name: string): FilledText {
  if (run.stopped) return { text: null, trace: [], problems: [...run.problems, stoppedProblem(name)] };
  const trace = run.marks.map(({ field, text, here, sources }) => ({ field, text, place: here.text, sources }));
  return { text: output.text, trace, problems: run.problems };
}
