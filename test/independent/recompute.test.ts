/**
 * The example's figures once more, by a reader and an arithmetic that share nothing with the program: the cells are taken
 * from the .xlsx by pattern, the sums made with plain numbers, the formulas written down here.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { copyOfExample, removeFolders, run } from '../workspace/run-command';

type Cells = Readonly<Record<string, string>>;
type Sheets = Readonly<Record<string, Cells>>;

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';
}

function plainText(xml: string): string {
  const texts = [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/gu)].map(([, text = '']) => text);
  return texts.join('').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Sheet name → cell name → text or number as text. */
function readWorkbook(path: string): Sheets {
  const files = unzipSync(readFileSync(path));
  const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gsu)].map(([, xml = '']) => plainText(xml));
  const targets = new Map(
    [...part('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/gu)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(xl\/)?/u, 'xl/'),
    ]),
  );
  const sheets = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*>/gu)].map(([tag]) => {
    const xml = part(targets.get(attribute(tag, 'r:id')) ?? '');
    const cells = [...xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu)].map(([, head = '', body = '']) => {
      const value = /<v>([^<]*)<\/v>/u.exec(body)?.[1] ?? '';
      const kind = attribute(` ${head}`, 't');
      const text = kind === 's' ? (shared[Number(value)] ?? '') : kind === 'inlineStr' ? plainText(body) : value;
      return [attribute(` ${head}`, 'r'), text] as const;
    });
    return [attribute(tag, 'name'), Object.fromEntries(cells)] as const;
  });
  return Object.fromEntries(sheets);
}

/** The rows of the sheet as [column A, column `other`]. */
function pairs(cells: Cells = {}, other: string): [string, string][] {
  const rows = Object.keys(cells).filter((name) => /^A\d+$/u.test(name));
  return rows.map((name) => [cells[name] ?? '', cells[name.replace('A', other)] ?? '']);
}

const staffCodes: Readonly<Record<string, string>> = {
  ...{ 编制: 'D1.1', 在编: 'D1.2', 在岗执法人员: 'D1.3', 持证: 'D2.1', 无资格参与执法: 'D3' },
  ...{ 大专及以上: 'D6.1', 法学专业: 'D7.1', 法制审核: 'D4.1', 其中法考通过: 'D5' },
};

/** Rate → what is divided by what, and by how much it is scaled. */
const rates = `A4 A4.1/A4.2 B2 B2.1/B1 B3 B3.1/B3.2 B4 B4.1/B1 B5 B5.1+B5.2/1+V B7 B7.2/B7.1 C6 C6.1/C6.2 C7 C7.1/C2
C8 C8.1/C2 C9 C9.1/C9.2 C10 C10.3/C10.2 C11 C11.2/C11.1 C12 C12.1/C12.2 D1 D1.1-D1.2/D1.1 D2 D2.1/D1.3 D4 D4.1/D1.3
D6 D6.1/D1.3 D7 D7.1/D1.3 D8 D8.2/D1.3 D8.4 D8.3/D1.3 D9 D9.2/D9.1 D9.4 D9.3/D9.2 D10 D10.2/D10.1 D10.4 D10.3/D10.2
D11 D11.1/D1.3 E3 E3.1/V E4 E4.1/V E5 E5.1/E5.2 E6 E6.1/E6.2 E8 E8.1/E8.2 F2 F2.1/F2.2 F3 F3.1/V F3.2 F3.3/F3.4`;
const notPercent = ['D8', 'D11', 'E4'];

function evaluate(formula: string, sums: ReadonlyMap<string, number>): number {
  const terms = [...formula.matchAll(/([+-]?)([\w.]+)/gu)];
  return terms.reduce((total, [, sign, name = '']) => {
    const value = /^\d+$/u.test(name) ? Number(name) : (sums.get(name) ?? NaN);
    return sign === '-' ? total - value : total + value;
  }, 0);
}

/** Half up to one decimal, as money is counted: 38.25 gives 38.3. */
function oneDecimal(value: number): string {
  return (Math.floor(value * 10 + 0.5 + 1e-9) / 10).toFixed(1);
}

/** What should be printed for a rate, without its unit. */
function rateText(code: string, above: number, below: number): string {
  const value = above / below;
  if (notPercent.includes(code)) return oneDecimal(value);
  return value === 1 ? '100' : oneDecimal(value * 100);
}

interface Printed {
  readonly code: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly unit: string;
  readonly text: string;
}

describe('the figures of the example, added up a second way', () => {
  let printed: ReadonlyMap<string, Printed>;
  const sums = new Map<string, number>();
  let done = 0;

  beforeAll(() => {
    const folder = copyOfExample('dazhanglou-2022');
    const answer = JSON.parse(run('report', folder, '--json').out) as { summary: { indicators: Printed[] } };
    printed = new Map(answer.summary.indicators.map((one) => [one.code, one]));
    const add = (code: string, text: string): void => {
      if (text !== '' && !Number.isNaN(Number(text))) sums.set(code, (sums.get(code) ?? 0) + Number(text));
    };
    for (const name of readdirSync(join(folder, '填报'))) {
      const sheets = readWorkbook(join(folder, '填报', name));
      for (const [code, value] of pairs(sheets.指标数据, 'D')) if (/^[A-G]\d/u.test(code)) add(code, value);
      for (const [label, value] of pairs(sheets.执法队伍, 'B')) {
        const code = staffCodes[label.replace(/[*＊ ]/gu, '')];
        if (code !== undefined) add(code, value);
      }
      done += pairs(sheets.任务进展, 'D').filter(([, status]) => status === '已完成').length;
    }
    const settings = pairs(readWorkbook(join(folder, '总表.xlsx')).设置, 'B');
    sums.set('V', Number(settings.find(([label]) => label.startsWith('行政村数'))?.[1]));
  });
  afterAll(removeFolders);

  it('every count and amount is the sum of its cells', () => {
    const typed = [...sums].filter(([code]) => code !== 'V');
    expect(typed.length).toBeGreaterThan(60);
    for (const [code, value] of typed) {
      expect([code, printed.get(code)?.value]).toEqual([code, Number(value.toFixed(6))]);
      expect(printed.get(code)?.text).toBe(`${String(Number(value.toFixed(2)))}${printed.get(code)?.unit ?? ''}`);
    }
    expect(printed.get('D1.4')?.value).toBe(evaluate('D1.1-D1.2', sums));
    expect(printed.get('C4')?.value).toBe(evaluate('C4.1+C4.2', sums));
  });

  it('every rate is its formula, printed half up', () => {
    for (const [, code = '', above = '', below = ''] of rates.matchAll(/(\S+) (\S+?)\/(\S+)/gu)) {
      const [numerator, denominator] = [evaluate(above, sums), evaluate(below, sums)];
      const found = printed.get(code);
      const isFew = denominator < 5 && !notPercent.includes(code);
      const expected = isFew
        ? new RegExp(`^${String(denominator)}(\\D+)中${String(numerator)}\\1$`, 'u')
        : new RegExp(`^${rateText(code, numerator, denominator).replace('.', '\\.')}${found?.unit ?? ''}$`, 'u');
      expect([code, found?.text]).toEqual([code, expect.stringMatching(expected)]);
    }
  });

  it('no other figure is printed, and the tasks said to be done are those counted', () => {
    const known = [...sums.keys(), ...rates.matchAll(/(\S+) \S+\/\S+/gu)].map((one) =>
      typeof one === 'string' ? one : (one[1] ?? ''),
    );
    const others = [...printed.values()].filter(({ code, value }) => value !== null && !known.includes(code));
    expect(others.map(({ code }) => code).sort()).toEqual(['A5', 'C4', 'D1.4']);
    expect(printed.get('A5')?.numerator).toBe(done);
  });
});
