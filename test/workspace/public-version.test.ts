/** 公开版: both versions come from one run, and in no part of the public file is anything that must not be public. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expectSound } from '../engine/word/ooxml-check';
import { longDescribe, longIt } from '../long';
import { expectText } from './expected-text';
import { copyOfExample, removeFolders, reportPath, run, wordText, type Run } from './run-command';
import { askPublic, secretOffice, secrets, spoilTemplate, templateSecrets, droppedSecrets } from './secret-office';
import { smallOffice } from './small-office';
import { typeCell } from './typed-rows';

afterAll(removeFolders);

interface PublicAnswer {
  readonly exit: number;
  readonly files: readonly { readonly what: string; readonly name: string }[];
  readonly problems: readonly { readonly code: string; readonly level: string; readonly cell: string | null }[];
  readonly summary: {
    readonly publicVersion: {
      readonly file: string | null;
      readonly changes: readonly { kind: string; does: string; places: string[]; actual: string; instead: string }[];
    } | null;
  };
  readonly calls: Readonly<Record<string, number>>;
}

const total = ({ calls }: PublicAnswer): number => Object.values(calls).reduce((sum, count) => sum + count, 0);
const answerOf = ({ out }: Run): PublicAnswer => JSON.parse(out) as PublicAnswer;

/** The public version beside a version of the report. */
function publicPath(folder: string, version = 1): string {
  return reportPath(folder, version).replace(/\.docx$/u, '（公开版）.docx');
}

/** The names and contents of all parts, as they are and without their tags, so that a text split over runs is found too. */
function everything(path: string): string {
  const parts = Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`);
  const all = parts.join('\n');
  return `${all}\n${all.replace(/<[^>]*>/gu, '')}`;
}

describe('an office full of what must not be public', () => {
  const folder = secretOffice();
  spoilTemplate(folder);
  const told = run('report', folder);
  const published = publicPath(folder);
  const { changes = [] } = answerOf(run('check', folder, '--json')).summary.publicVersion ?? {};

  it('gives two versions of one number, side by side, and is done', () => {
    expect(told.exit).toBe(0);
    const names = readdirSync(join(folder, '报告')).filter((name) => name.includes('第1版'));
    expect(names.map((name) => name.replace(/^.* 第1版/u, '')).sort()).toEqual([
      ' 数据来源.xlsx',
      '.docx',
      '（公开版）.docx',
    ]);
    expect(told.out).toMatch(/公开版：遮盖 \d+ 处，删去 2 句（段）/u);
  });

  it('prints each of these things in its own version', () => {
    const own = everything(reportPath(folder));
    expect([...secrets, ...templateSecrets].filter((one) => !own.includes(one))).toEqual([]);
    expect(droppedSecrets.filter((one) => own.includes(one))).toEqual([]);
  });

  it('lets none of them into any part of the public file', () => {
    const all = everything(published);
    expect([...secrets, ...templateSecrets, ...droppedSecrets].filter((one) => all.includes(one))).toEqual([]);
    expect(
      Object.keys(unzipSync(readFileSync(published))).filter((name) =>
        /custom|comment|people|thumbnail|embeddings/u.test(name),
      ),
    ).toEqual([]);
    expect(all).not.toMatch(/w:author=|<w:(?:ins|del|vanish|sdt|comment\w*)\b|数据来源/u);
  });

  it('keeps the public file a sound document, worded as expected', () => {
    expectSound(readFileSync(join(folder, '模板/年度报告.docx')), readFileSync(published));
    expectText('public-version/expected/公开版.txt', wordText(published));
  });

  it('lists each with its place, what stood there and what was done', () => {
    const lines = changes.map(({ kind, does, places, actual, instead }) =>
      [kind, does, places.join('；'), actual, instead].join('\t'),
    );
    expectText('public-version/expected/公开版处理.txt', lines.join('\n'));
    expect(changes.filter(({ places }) => places.length === 0)).toEqual([]);
    const results = strFromU8(
      unzipSync(readFileSync(join(folder, '结果.xlsx')))['xl/sharedStrings.xml'] ?? new Uint8Array(),
    );
    for (const { actual } of changes) expect(results).toContain(actual);
  });
});

longDescribe('the example', () => {
  let folder: string;
  let answer: PublicAnswer;
  beforeAll(() => {
    folder = askPublic(copyOfExample('dazhanglou-2022'));
    answer = answerOf(run('report', folder, '--json'));
  });

  it('says the same in both but for the names of overdue tasks and 抄送', () => {
    const own = wordText(reportPath(folder)).split('\n');
    const published = wordText(publicPath(folder)).split('\n');
    expect(own.filter((line) => !published.includes(line))).toEqual([
      expect.stringMatching(/^年度重点任务中，还有5项到期没有完成，分别是执法人员清理换证、/u),
      expect.stringContaining('抄送：'),
    ]);
    expect(published.filter((line) => !own.includes(line))).toEqual(['年度重点任务中，还有5项到期没有完成。']);
  });

  it('has nothing to mask, and costs one call more', () => {
    expect(answer.exit).toBe(0);
    expect(answer.summary.publicVersion).toEqual({
      file: expect.stringContaining('第1版（公开版）.docx') as unknown,
      changes: [],
      unprinted: 2,
    });
    expect(run('check', folder).out).toContain('公开版：没有要遮盖或者删去的内容；有 2 段按模板不印或者只印一部分\n');
    expect(answer.files.map(({ what }) => what)).toEqual(['report', 'public-report', 'trace', 'results']);
    expect(total(answer)).toBe(total(answerOf(run('report', copyOfExample('dazhanglou-2022'), '--json'))) + 1);
  });

  it('numbers both together, whatever is there of earlier runs', () => {
    expect(run('report', folder).exit).toBe(0);
    expect([reportPath(folder, 2), publicPath(folder, 2)].map((path) => existsSync(path))).toEqual([true, true]);
  });
});

longIt('asks once, at its cell, about what may be a name beside a name, and leaves it', () => {
  const folder = askPublic(smallOffice());
  typeCell(join(folder, '总表.xlsx'), '综述素材', 'C4', '镇长周正、李小红前赴各村宣讲。');
  const told = run('report', folder, '--json');
  const { summary, problems } = answerOf(told);
  expect(summary.publicVersion?.changes.filter(({ kind }) => kind.startsWith('和姓名'))).toEqual([
    { kind: '和姓名并列、可能是姓名', does: '核对', places: ['总表.xlsx 综述素材!C4'], actual: '李小红', instead: '' },
  ]);
  expect(problems.filter(({ code }) => code === 'public-doubted')).toMatchObject([{ cell: 'C4' }]);
  expect(wordText(publicPath(folder))).toContain('镇长、李小红前赴各村');
  expect(run('check', folder).out).toContain('公开版：遮盖 1 处，删去 0 句（段），1 处请核对');
});

longIt('makes no public version where none is asked for', () => {
  const folder = copyOfExample('dazhanglou-2022');
  const answer = answerOf(run('report', folder, '--json'));
  expect(answer.summary.publicVersion).toBeNull();
  expect(readdirSync(join(folder, '报告')).filter((name) => name.includes('公开版'))).toEqual([]);
});

describe('a mark of secrecy', () => {
  longIt.each([
    ['a cell that is not printed', '司法所.xlsx', '任务进展', 'F4', '【机密】已报', 'F4'],
    ['a remark of the hub', '总表.xlsx', '单位', 'C5', '机密★1年', 'C5'],
  ])('in %s stops the public version alone, told with its cell', (_, file, title, cell, text, place) => {
    const folder = askPublic(smallOffice());
    typeCell(join(folder, file === '总表.xlsx' ? file : `填报/${file}`), title, cell, text);
    const answer = answerOf(run('report', folder, '--json'));
    expect(answer.exit).toBe(1);
    expect(answer.files.map(({ what }) => what)).toEqual(['report', 'trace', 'results']);
    expect(answer.problems.filter(({ code }) => code === 'public-stopped')).toEqual([
      expect.objectContaining({ level: '错误', workbook: file, sheet: title, cell: place }),
    ]);
    expect(answer.summary.publicVersion?.file).toBeNull();
    expect(readdirSync(join(folder, '报告')).filter((name) => name.includes('公开版'))).toEqual([]);
  });
});
