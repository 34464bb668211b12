/** Texts whose UTF-8 somebody read as GBK and saved again, and what might be taken for them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lostLetters } from '../../../src/core/base/text';

const gbk = new TextDecoder('gbk');
/** As programs on Windows show it: `?` for a byte they cannot read, and `€` for 0x80. */
const misread = (text: string): string => gbk.decode(Buffer.from(text)).replace(/\uFFFD/gu, '?');
const lostIn = (...rows: readonly (readonly string[])[]): string | null =>
  lostLetters(rows, (cell) => cell)?.text ?? null;
const chinese = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : /\.(?:tsv|txt)$/u.test(path) ? [path] : [];
  });
}

/** Each cell of the tables of all editions and of the examples, each line of the templates, without braces, which nobody types into cells. */
const tables = ['src/editions', 'examples/source', 'templates']
  .flatMap(filesIn)
  .map((path) => readFileSync(path, 'utf8').split('\n'));
const texts = [...new Set(tables.flat().flatMap((line) => line.replace(/[{}]/gu, '').split('\t')))].filter(
  (text) => chinese(text) > 0,
);

it('a text of six characters or more is recognised by itself, but for few with many signs of other kinds', () => {
  const long = texts.filter((text) => chinese(text) >= 6 && !gbk.decode(Buffer.from(text)).includes('\uFFFD'));
  expect(long.length).toBeGreaterThan(900);
  const missed = long.filter((text) => lostIn([misread(text)]) === null);
  expect(missed.length / long.length).toBeLessThan(0.015);
  // What these are is no character of three bytes, and € two characters whose first bytes do not stand together.
  expect(missed.filter((text) => !/[÷×·]|€.*€/u.test(text + misread(text)))).toEqual([]);
});

it('every character that is in use begins with a sign that is known', () => {
  const long = misread('长'.repeat(5));
  const signs = [...new Set(texts.join(''))].filter((sign) => chinese(sign) > 0);
  expect(signs.length).toBeGreaterThan(1500);
  // Beside a text that is misread none of them counts as kept.
  expect(signs.filter((sign) => lostIn([misread(sign), misread(sign), long]) === null)).toEqual([]);
});

it('no text that is as it was typed is taken for one', () => {
  expect(texts.length).toBeGreaterThan(4000);
  expect(texts.filter((text) => lostIn([text]) !== null)).toEqual([]);
});

const names = [
  '濮阳市',
  '濮阳县',
  '宓璐璐',
  '璩璇',
  '濮阳璐璐',
  '澹台瑾瑜',
  '宸瀚娉婷',
  '涓水镇',
  '濂溪区',
  '瀛洲镇',
  '楠溪江',
];

it.each([...names, '璐鑫璇公司', '濮阳市濮阳县', '瑜', '銆'])('%s is a name', (name) => {
  expect(lostIn([name])).toBeNull();
  expect(lostIn(...names.map((one) => [name, one]))).toBeNull();
});

describe('a table', () => {
  const examples = filesIn('examples/source').map((path) => {
    const rows = readFileSync(path, 'utf8').split('\n');
    return { path, rows: rows.map((line) => line.split('\t')) };
  });

  it.each(examples)('of the examples is told of misread, and as it is not ($path)', ({ rows }) => {
    expect(lostIn(...rows.map((cells) => cells.map(misread)))).not.toBeNull();
    expect(lostIn(...rows)).toBeNull();
  });

  const header = ['任务编号', '任务', '状态', '完成率', '是否公示'];
  const row = ['A-01', '印发年度要点', '已完成', '100%', '是'];

  it('all of which was misread is told of, with its first text that says so', () => {
    expect(lostIn(header.map(misread), row.map(misread))).toBe('鍗板彂骞村害瑕佺偣');
  });

  it('in which one text was pasted so is kept', () => {
    expect(lostIn(header, [...row, misread('印发年度要点')])).toBeNull();
    // Made so that a sign stands at each third place.
    expect(lostIn(['籍贯', '姓名', '濮阳市濮阳县瀛洲镇濂溪村'])).toBeNull();
    expect(lostIn(['籍贯', '姓名', misread('印发年度要点')], ...names.map((name) => [name, '张三']))).toBeNull();
  });

  it('all texts of which are short is told of where some have four characters', () => {
    expect(lostIn(['编号', '指标名称', '完成情况', '责任单位'].map(misread))).toBe('鎸囨爣鍚嶇О');
    expect(lostIn(['编号', '指标名称', '完成情况'].map(misread))).toBeNull();
    const places = ['濮阳市濮阳县', '濮阳县濮阳镇', '濮阳璐璐', '濮阳瑾瑜'];
    expect(lostIn(['姓名'], ...places.map((place) => [place]))).toBeNull();
  });
});

it.each([
  ['第1季度开展行政检查', true],
  ['（一）开展检查', true],
  ['①开展行政检查', true],
  ['√已完成年度检查', true],
  ['开展1检查2', true],
  ['检查', false],
])('%s is recognised by itself: %p', (text, is) => {
  expect(lostIn([misread(text)]) !== null).toBe(is);
});
