/** Damages a .docx the way people, programs and attackers do; the same seed always does the same. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A mutated copy of the template. */
export function mutateDocx(template, seed) {
  const random = randomFrom(seed);
  const files = unzipSync(template);
  const count = 1 + random(3);
  for (let each = 0; each < count; each++) pick(random, fileMutations)(files, random);
  const bytes = zipSync(files, { level: 1, mtime: '1980-01-02' });
  return random(12) === 0 ? damageBytes(bytes, random) : bytes;
}

/** Whole numbers below a limit, from a seed (mulberry32). */
function randomFrom(seed) {
  let state = (seed * 0x9e3779b1) >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

function pick(random, list) {
  return list[random(list.length)];
}

function damageBytes(bytes, random) {
  if (random(3) === 0) return bytes.slice(0, random(bytes.length));
  const damaged = bytes.slice();
  for (let each = 0; each <= random(6); each++) damaged[random(damaged.length)] = random(256);
  return damaged;
}

/** Changes of a part that is filled, most of them in the body; sometimes of any other XML. */
const fileMutations = [
  ...Array.from({ length: 8 }, () => (files, random) => {
    const names = Object.keys(files).filter((name) =>
      /^word\/(?:document|header|footer|footnotes|comments)[^/]*$/u.test(name),
    );
    change(files, random(4) > 0 ? 'word/document.xml' : pick(random, names), (xml) =>
      pick(random, textMutations)(xml, random),
    );
  }),
  (files, random) => {
    const names = Object.keys(files).filter((name) => /\.(?:xml|rels)$/u.test(name));
    change(files, pick(random, names), (xml) => pick(random, [dropMarkup, insertOddity, dropElement])(xml, random));
  },
  (files, random) => {
    const names = Object.keys(files).filter((name) => name !== 'word/document.xml');
    if (random(4) === 0) delete files[pick(random, names)];
    else files[pick(random, oddNames)] = strToU8('<a>{{镇名}}</a>');
  },
];

const oddNames = [
  'word/vbaProject.bin',
  '../x.xml',
  'word/charts/chart9.xml',
  'docProps/core.xml',
  'customXml/item1.xml',
  'word\\x.xml',
];

function change(files, name, edit) {
  if (files[name] !== undefined) files[name] = strToU8(edit(strFromU8(files[name])));
}

const signs = [
  '{',
  '}',
  '{{',
  '}}',
  '｛',
  '｝',
  '#',
  '/',
  '(',
  ')',
  '（',
  '"',
  '“',
  '”',
  '[',
  ']',
  '~',
  '|',
  '.',
  '../',
  '@',
  '=',
  '：',
  '\\',
  '!',
  ' ',
  '\u200b',
  '\u00a0',
  '\ufffc',
  '\u0000',
  '&amp;',
  '&#123;',
];
const tags = [
  '{{镇名}}',
  '{{年度}}',
  '{{#each 部门}}',
  '{{/each}}',
  '{{#if 有逾期}}',
  '{{else}}',
  '{{/if}}',
  '{{#each 无}}',
  '{{#with 部门}}',
  '{{/with}}',
  '{{! 注 }}',
  '{{@index}}',
  '{{../年度}}',
  '{{没有}}',
  '{{> x}}',
  '{{{镇名}}}',
  '{{constructor}}',
  '{{分页}}',
  '{{合并相同}}',
  '{{空表删除}}',
  '{{#each (分行 部门 2)}}',
  '{{粗体 镇名}}',
  '{{#each (分组 部门 "名称")}}',
  '{{顿号 部门 "名称"}}',
  '{{~镇名~}}',
];

/** Where text may be changed: inside w:t. */
function textAt(xml, random) {
  const texts = [...xml.matchAll(/<(\w+:t)(?:\s[^>]*)?>([^<]*)</gu)];
  if (texts.length === 0) return null;
  const found = pick(random, texts);
  const start = found.index + found[0].length - 1 - found[2].length;
  return { start, at: start + random(found[2].length + 1), end: start + found[2].length };
}

function insertAt(xml, random, what) {
  const place = textAt(xml, random);
  return place ? xml.slice(0, place.at) + what + xml.slice(place.at) : xml;
}

function elementsIn(xml) {
  return [...xml.matchAll(/<(w:(?:p|r|tbl|tr|tc|sdt|hyperlink|t))(?=[\s>])[^>]*[^/]>/gu)];
}

/** An element with its end, found by counting. */
function elementAt(xml, random) {
  const found = elementsIn(xml);
  if (found.length === 0) return null;
  const start = pick(random, found);
  const mark = new RegExp(`<(/?)${start[1]}(?=[\\s>])[^>]*>`, 'gu');
  mark.lastIndex = start.index;
  let depth = 0;
  for (let match = mark.exec(xml); match; match = mark.exec(xml)) {
    if (match[0].endsWith('/>')) continue;
    depth += match[1] === '/' ? -1 : 1;
    if (depth === 0) return { start: start.index, end: mark.lastIndex, name: start[1] };
  }
  return null;
}

function dropElement(xml, random) {
  const found = elementAt(xml, random);
  return found ? xml.slice(0, found.start) + xml.slice(found.end) : xml;
}

function dropMarkup(xml, random) {
  const all = [...xml.matchAll(/<[^>]*>/gu)];
  if (all.length === 0) return xml;
  const found = pick(random, all);
  return xml.slice(0, found.index) + xml.slice(found.index + found[0].length);
}

function insertOddity(xml, random) {
  const what = pick(random, [
    '<!DOCTYPE x>',
    '<!-- {{镇名}} -->',
    '<![CDATA[{{镇名}}]]>',
    '&unknown;',
    '<?x y?>',
    '{{镇名}}',
    '<x descr="{{镇名}}"/>',
  ]);
  const at = xml.indexOf('>', random(xml.length)) + 1;
  return xml.slice(0, at) + what + xml.slice(at);
}

/** Puts something around or beside whole runs. */
function wrapRun(xml, random) {
  const runs = [...xml.matchAll(/<w:r>(?:(?!<w:r>|<\/w:p>)[\s\S])*?<\/w:r>/gu)];
  if (runs.length === 0) return xml;
  const found = pick(random, runs);
  const id = String(900 + random(90));
  const [before, after] = pick(random, [
    [`<w:ins w:id="${id}">`, '</w:ins>'],
    ['<w:smartTag>', '</w:smartTag>'],
    ['<w:hyperlink w:anchor="x">', '</w:hyperlink>'],
    ['<w:sdt><w:sdtPr/><w:sdtContent>', '</w:sdtContent></w:sdt>'],
    [`<w:bookmarkStart w:id="${id}" w:name="f${id}"/>`, `<w:bookmarkEnd w:id="${id}"/>`],
    [`<w:bookmarkStart w:id="777" w:name="f777"/>`, ''],
    ['<w:r><w:fldChar w:fldCharType="begin"/></w:r>', ''],
    ['<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'],
    ['<w:r><w:br w:type="page"/></w:r>', ''],
    ['<w:proofErr w:type="spellStart"/>', '<w:r><w:tab/></w:r>'],
  ]);
  return xml.slice(0, found.index) + before + found[0] + after + xml.slice(found.index + found[0].length);
}

const textMutations = [
  (xml, random) => insertAt(xml, random, pick(random, signs)),
  (xml, random) => insertAt(xml, random, pick(random, tags)),
  (xml, random) => insertAt(xml, random, `${pick(random, tags)}字${pick(random, tags)}`),
  (xml, random) => {
    const place = textAt(xml, random);
    return place && place.at < place.end ? xml.slice(0, place.at) + xml.slice(place.at + 1 + random(3)) : xml;
  },
  // A run cut in two, with another look.
  (xml, random) => insertAt(xml, random, '</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">'),
  (xml, random) => insertAt(xml, random, '</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">'),
  dropElement,
  (xml, random) => {
    const found = elementAt(xml, random);
    return found ? xml.slice(0, found.end) + xml.slice(found.start, found.end) + xml.slice(found.end) : xml;
  },
  (xml, random) => {
    const found = elementAt(xml, random);
    const rest = found ? xml.slice(0, found.start) + xml.slice(found.end) : '';
    const same = found ? [...rest.matchAll(new RegExp(`</${found.name}>`, 'gu'))] : [];
    if (!found || same.length === 0) return xml;
    const at = pick(random, same).index + found.name.length + 3;
    return rest.slice(0, at) + xml.slice(found.start, found.end) + rest.slice(at);
  },
  wrapRun,
  dropMarkup,
];
