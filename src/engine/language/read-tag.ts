/** Reads one tag: tells its kind, parses its expression, refuses by name what the language does not have. */
import type { Place } from '../../core/base/place';
import type { Problem } from '../../core/base/problem';
import { parseCall } from './handlebars-ast';
import { maxTagLength } from './limits';
import type { Call } from './plain-call';
import { tagProblem, type BlockWord, type Fault, type Tag } from './tag';
import { plainTag, typedName, type TagFault, type TagText } from './tag-text';

/** A tag and what is wrong with it; a tag that could not be read has the kind `broken`. */
export interface ReadTag {
  readonly tag: Tag;
  readonly problems: readonly Problem[];
}

const faults: Readonly<Record<TagFault, Fault>> = {
  unclosed: { code: 'tag-unclosed', reason: '没有写完，缺少“}}”', expected: '请在标签末尾补上“}}”' },
  stray: { code: 'tag-stray', reason: '前面没有对应的“{{”', expected: '请补上“{{”，或者删去多余的“}}”' },
  triple: { code: 'tag-stray', reason: '左边是三个大括号，右边不是三个', expected: '请两边都写两个大括号' },
  raw: { code: 'tag-refused', reason: '用了四个大括号（原文块），这里不支持', expected: '请只写两个大括号' },
  extra: { code: 'tag-stray', reason: '末尾多了大括号', expected: '请只留两个大括号' },
};

const refusedSigns: readonly (readonly [RegExp, string, string])[] = [
  [/^#?>/u, '引用了别的模板（{{> …}}），这里不支持', '请把要引用的内容直接写在模板里'],
  [/^#?\*/u, '用了修饰标签（{{* …}}），这里不支持', '请删去这个标签'],
];

/** Reads tags one by one; equal tags are parsed once. */
export function tagReader(): (found: TagText, place: Place) => ReadTag {
  const parsed = new Map<string, Call | null>();
  const parseOnce = (inside: string, word: string | null): Call | null => {
    const key = `${word ?? ''} ${inside}`;
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const call = parseCall(inside, word);
    parsed.set(key, call);
    return call;
  };
  return (found, place) => readTag(found, place, parseOnce);
}

type Parse = (inside: string, word: string | null) => Call | null;

function readTag(found: TagText, place: Place, parse: Parse): ReadTag {
  const base = { ...nothing, text: found.text, place };
  const broken = (fault: Fault): ReadTag => ({
    tag: { ...base, kind: 'broken' },
    problems: [tagProblem(base, fault.code, `标签“${shortened(found.text)}”${fault.reason}`, fault.expected)],
  });
  if (found.fault !== null) return broken(faults[found.fault]);
  if (found.escaped) return { tag: { ...base, kind: 'escaped' }, problems: [] };
  if (found.text.length > maxTagLength) return broken(tooLong);
  const plain = plainTag(found.text);
  const inside = unescapedInside(plain.replace(/^~/u, '').replace(/~$/u, '').trim());
  const strip = { ...base, stripBefore: plain.startsWith('~'), stripAfter: plain.endsWith('~') };
  if (inside.startsWith('!')) return { tag: { ...strip, kind: 'comment' }, problems: [] };
  const refused = refusedSigns.find(([sign]) => sign.test(inside));
  if (refused) return broken({ code: 'tag-refused', reason: refused[1], expected: refused[2] });
  const read = readInside(inside, parse);
  if ('code' in read) return broken(read);
  const isPlain = read.fault === undefined && (read.call === null || plainInside.test(inside));
  return { tag: { ...strip, ...read, name: isPlain ? '' : typedName(found.text) }, problems: [] };
}

const nothing = {
  word: null,
  call: null,
  section: '',
  inverse: false,
  name: '',
  fault: null,
  stripBefore: false,
  stripAfter: false,
} as const;

/** What no header of a sheet is but a field's name is: nothing else needs to be looked for. */
const plainInside = /^(?:#(?:if|each|unless|with) +)?[\w\u4e00-\u9fff.]+$/u;

/** `{{&名称}}` and `{{~{名称}~}}` print what `{{名称}}` does: nothing is escaped in a document. */
function unescapedInside(inside: string): string {
  if (inside.startsWith('&')) return inside.slice(1).trim();
  return inside.startsWith('{') && inside.endsWith('}') ? inside.slice(1, -1).trim() : inside;
}

const tooLong: Fault = {
  code: 'tag-too-long',
  reason: '太长',
  expected: `请把标签写在 ${String(maxTagLength)} 字以内`,
};

type TagContent = Pick<Tag, 'kind' | 'word' | 'call'> & Partial<Pick<Tag, 'section' | 'inverse' | 'fault'>>;

function readInside(inside: string, parse: Parse): TagContent | Fault {
  if (inside === '') return { code: 'tag-empty', reason: '里面是空的', expected: '请写上字段名，或者删去这个标签' };
  if (inside.startsWith('/')) return readClose(inside.slice(1).trim());
  if (inside.startsWith('#')) return readHead('open', inside.slice(1).trim(), parse);
  if (inside.startsWith('^')) return readInverse(inside.slice(1).trim(), parse);
  if (inside === 'else') return { kind: 'else', word: null, call: null };
  if (/^else[\s(]/u.test(inside)) return readHead('else', inside.slice(4).trim(), parse);
  const call = parse(inside, null);
  return call ? { kind: 'value', word: null, call } : { kind: 'value', word: null, call, fault: syntaxFault(inside) };
}

/** `{{^名称}} … {{/名称}}`, `{{^if 名称}} … {{/if}}`. */
function readInverse(inside: string, parse: Parse): TagContent | Fault {
  const word = blockWord(/^[^\s(~]+/u.exec(inside)?.[0] ?? '');
  if (word !== null) return withInverse(readHead('open', inside, parse));
  const call = parse(`unless ${inside}`, 'unless');
  const content = { kind: 'open', word: null, section: inside, inverse: true } as const;
  return call ? { ...content, call } : { ...content, call, fault: syntaxFault(inside) };
}

function withInverse(content: TagContent | Fault): TagContent | Fault {
  return 'code' in content ? content : { ...content, inverse: true };
}

function readClose(name: string): TagContent | Fault {
  const word = blockWord(name);
  return word === null ? { kind: 'close', word, call: null, section: name } : { kind: 'close', word, call: null };
}

function readHead(kind: 'open' | 'else', head: string, parse: Parse): TagContent | Fault {
  const name = /^[^\s(~]+/u.exec(head)?.[0] ?? '';
  const word = blockWord(name);
  if (word === null) {
    const expected =
      kind === 'else' ? '请写成 {{else if …}} 或 {{else}}' : `请写成 {{#if ${name}}} 或 {{#each ${name}}}`;
    return { code: 'block-unknown', reason: `里的“${name}”不是块的名称`, expected };
  }
  const call = parse(head, word);
  return call ? { kind, word, call } : { kind, word, call, fault: syntaxFault(head) };
}

function blockWord(name: string): BlockWord | null {
  switch (name) {
    case 'if':
    case 'unless':
    case 'each':
    case 'with':
      return name;
    default:
      return null;
  }
}

/** In a longer tag nobody finds the sign that is meant. */
const longestGuess = 300;

/** Guesses from the signs in it why the grammar refused a tag. */
function syntaxFault(inside: string): Fault {
  const make = (reason: string, expected: string): Fault => ({ code: 'tag-syntax', reason, expected });
  if (inside.length > longestGuess) return make('写法不对', '请照字段清单里的例子写');
  // bounded: a text up to `longestGuess`, as those below
  const bare = inside.replace(/"(?:\\"|[^"])*"|'(?:\\'|[^'])*'|\[[^\]]*\]/gu, '');
  if (/["'“”‘’]/u.test(bare)) return make('里的引号没有成对', '请补上另一半引号');
  if (/[[\]]/u.test(bare)) return make('里的方括号没有成对', '请补上另一半方括号');
  if (count(bare, '(') !== count(bare, ')')) return make('里的括号没有成对', '请补上另一半括号');
  if (/[,，;；]/u.test(bare)) return make('里不能用逗号或分号', '请用空格隔开');
  // bounded: as above
  const index = /([^\s()|=.]+)\.(\d+)(?=[\s)|]|$)/u.exec(bare);
  if (index) return make(`里的“${index[0]}”要加方括号`, `请写成 ${index[1] ?? ''}.[${index[2] ?? ''}]`);
  // bounded: as above
  const odd = /[^\s()|=]*[%+*!<>&^`;,{}][^\s()|=]*|[^\s()|=]+\([^\s()]*\)[^\s()|=]*/u.exec(bare)?.[0];
  if (odd !== undefined)
    return { ...make(`里的“${odd}”含有名称里不能直接写的符号`, `请用方括号括起来：{{[${odd}]}}`), odd };
  return make('写法不对', '请照字段清单里的例子写');
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** A tag for a message: not more than 60 characters. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
