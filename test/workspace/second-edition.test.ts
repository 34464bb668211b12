/** An office of the second edition, from the first command to the mails: nothing of it is known to the program but its tables. */
import { cpSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { simpleParser } from 'mailparser';
import { remindOrder } from '../../src/local/command/options';
import { openFolder } from '../faults/office-store';
import { longIt } from '../long';
import { freshFolder, removeFolders, reportPath, run, runOn, wordText, type Run } from './run-command';
import { enterprises, ownFigures, safetyOffice, typeInto, type SafetyOffice } from './safety-office';

afterAll(removeFolders);

interface Answer {
  readonly summary: {
    readonly edition: string;
    readonly counts: { readonly done: number; readonly overdue: number; readonly rate: number };
    readonly tasks: readonly { readonly id: string; readonly state: string }[];
    readonly indicators: readonly { readonly code: string; readonly value: number | null; readonly cells: string[] }[];
  };
}

let office: SafetyOffice;
let check: Run;
let answer: Answer;
let report: string;
let remind: Run;
/** A copy in which nobody was reminded of anything yet. */
let unreminded: string;
beforeAll(() => {
  office = safetyOffice(2025);
  typeInto(office.folder, '应急管理站', '指标数据', { 编码: 'J3', 上年值: '很多' });
  check = run('check', office.folder);
  answer = JSON.parse(run('report', office.folder, '--json').out) as Answer;
  report = wordText(reportPath(office.folder));
  unreminded = freshFolder();
  cpSync(office.folder, unreminded, { recursive: true });
  remind = runOn('2026-01-12', 'remind', office.folder);
});

/** The sum of what the departments know, by code. */
function total(code: string): number {
  return [...office.truth.values()].reduce((sum, truth) => sum + (ownFigures(truth)[code] ?? 0), 0);
}

describe('its figures', () => {
  const figure = (code: string): number | null =>
    answer.summary.indicators.find((one) => one.code === code)?.value ?? null;
  const percent = (part: number, whole: number): number => (part / whole) * 100;

  it('are those its departments know, summed once more', () => {
    for (const code of ['H1.1', 'H1.2', 'H2.1', 'H2.2', 'J2', 'J2.1'])
      expect([code, figure(code)]).toEqual([code, total(code)]);
    expect(figure('H1')).toBeCloseTo(percent(total('H1.1'), total('H1.2')), 6);
    expect(figure('H1.3')).toBe(total('H1.2') - total('H1.1'));
    expect(figure('H3')).toBeCloseTo(percent(office.figures['H3.1'] ?? 0, enterprises), 6);
    expect(figure('H5')).toBeCloseTo(percent(office.figures['H5.2'] ?? 0, office.figures['H5.1'] ?? 0), 6);
    expect(figure('J3')).toBe(office.figures.J3);
  });

  it('hold the share of the tasks that were done in time', () => {
    const { done, late } = office;
    expect(done.length).toBeGreaterThan(0);
    expect(late.length).toBeGreaterThan(0);
    expect(
      answer.summary.tasks
        .filter(({ state }) => state === 'overdue')
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...late].sort());
    expect(figure('J1')).toBeCloseTo(percent(done.length, done.length + late.length), 6);
  });

  it('stand in its report, in its words', () => {
    const rate = `${percent(total('H1.1'), total('H1.2')).toFixed(1)}%`;
    expect(report).toContain('临江街道2025年\n安全生产工作报告'.replace('\n', ''));
    expect(report).toContain(`排查登记隐患${String(total('H1.2'))}处，已整改${String(total('H1.1'))}处，整改率${rate}`);
    expect(report).toContain(`辖区共有企业${String(enterprises)}家`);
    expect(report).toContain(`组织应急演练${String(total('J2'))}场次，参演${String(total('J2.1'))}人次`);
    expect(report).toContain('附件：安全生产指标数据表');
    expect(report).toContain('区应急管理局');
    expect(report).not.toContain('待补');
  });
});

it('lists what cannot be read at its cell, for the department that wrote it', () => {
  expect(check.exit).toBe(1);
  expect(check.out).toMatch(/应急管理站\.xlsx 指标数据!E\d+：专兼职应急队员数上年值“很多”不是数/u);
  const note = wordText(join(office.folder, '核对单/应急管理站 核对单.docx'));
  expect(note).toContain('很多');
  expect(note).toContain('临江街道安全生产委员会办公室');
});

it('writes to the departments in its own words, with its own order', async () => {
  expect(remind.exit).toBe(0);
  const names = readdirSync(join(office.folder, '发件箱')).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(names.map((name) => simpleParser(readFileSync(join(office.folder, '发件箱', name)))));
  expect(mails.length).toBeGreaterThan(1);
  for (const { subject, text } of mails) {
    expect(subject).toContain('【安全生产】');
    expect(text).toContain('临江街道安全生产委员会办公室');
  }
  const toOffice = mails.find(({ text }) => text?.includes('报送区安全生产委员会'));
  expect(toOffice?.text).toContain('2026年1月20日之前报送区安全生产委员会，最迟2026年1月19日');
  const orders = mails.flatMap(({ attachments }) => attachments.map(({ filename }) => filename ?? ''));
  expect(orders.some((name) => name.includes('督办单'))).toBe(true);
});

/** Ten working days before the last working day before 20 January and 15 February 2026; on the 4th and the 14th people work. */
longIt.each([
  ['2026-01-04', []],
  ['2026-01-05', ['报送 蓝']],
  ['2026-01-19', ['报送 蓝']],
  ['2026-01-20', ['报送 红1']],
  ['2026-01-30', ['报送 红2']],
  ['2026-02-02', ['报送 红3', '公开 蓝']],
])('on %s the office is told of %j', (day, told) => {
  const host = openFolder(unreminded, { progress: () => undefined });
  const order = JSON.stringify(remindOrder({ 'dry-run': true, 'as-of': day }));
  const { details } = host.run('runJob', 'remind', order) as {
    readonly details: {
      readonly mails: readonly { readonly items: readonly { readonly subject: string; readonly level: string }[] }[];
    };
  };
  const items = details.mails.flatMap(({ items: all }) => all);
  const own = items.filter(({ subject }) => ['报送', '公开'].includes(subject));
  expect([...new Set(own.map(({ subject, level }) => `${subject} ${level}`))].sort()).toEqual([...told].sort());
});

describe('no word of another edition', () => {
  const foreign = /.{0,12}(?:法治|普法|执法|处罚|司法|党政办|镇|村|县).{0,12}/gu;

  /** Every text of a file: the parts of an Office file, the text of a mail. */
  async function textOf(path: string): Promise<string> {
    const bytes = readFileSync(path);
    if (path.endsWith('.eml')) return mailText(bytes);
    if (!/\.(?:xlsx|docx)$/u.test(path)) return bytes.toString('utf8');
    return officeText(bytes);
  }

  /** The kinds of organ one may choose from are no edition's. */
  const kinds = /镇[,、]乡[,、]街道[,、]局[,、]开发区/gu;

  function officeText(bytes: Uint8Array): string {
    const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(?:xml|rels)$/u.test(name));
    return parts
      .map(([name, part]) => `${name} ${strFromU8(part).replace(/<[^>]*>/gu, ' ')} ${strFromU8(part)}`)
      .join('\n')
      .replace(kinds, '');
  }

  async function mailText(bytes: Buffer): Promise<string> {
    const { subject, text, html, attachments } = await simpleParser(bytes);
    const papers = attachments.map(({ filename, content }) => `${filename ?? ''} ${officeText(content)}`);
    return [subject, text, html === false ? '' : html, ...papers].join('\n');
  }

  function filesOf(folder: string): string[] {
    return readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesOf(path) : [path];
    });
  }

  /** Without what the office's own list of departments says, and the names of the kinds a hub may be for. */
  const own = (text: string): string =>
    text.replaceAll(/综合执法队|执法队|法治政府建设[,、]安全生产|留空为法治政府建设/gu, '');

  it('stands in any file of the workspace', async () => {
    const files = filesOf(office.folder);
    for (const kind of ['总表.xlsx', '结果.xlsx', '年度报告.docx', '.eml', '核对单.docx', '数据来源.xlsx']) {
      expect(files.some((file) => file.endsWith(kind))).toBe(true);
    }
    const found = await Promise.all(
      files.map(async (file) => [file.slice(office.folder.length), own(await textOf(file)).match(foreign) ?? []]),
    );
    expect(found.filter(([, words]) => words?.length !== 0)).toEqual([]);
  });

  it('is said on the screen', () => {
    const said = [...office.made, check, remind].map(({ out, progress }) => own(out + progress)).join('\n');
    expect(said.match(foreign) ?? []).toEqual([]);
  });
});
