/** The workbook of rules as its rows come, change and go; the office writes in it, too. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { mergedRules, ruleKey, type Rule } from '../../../../src/core/tables/rules/rule';
import { makeSheet, type BookValue } from '../../../../src/local/books/book';
import type { Workspace } from '../../../../src/jobs/steps/find-workspace';
import { readRules, saveRules, type Confirmed } from '../../../../src/jobs/steps/kept/rules-store';
import { settings } from '../../../core/findings/rows-builder';
import { removeFolders } from '../../../workspace/run-command';
import { officeHere, type, workspaceIn, type OfficeHere } from '../../office-here';

afterAll(removeFolders);

const file = '列对应.xlsx';
const title = '列对应';
const rule = (name: string, as: string, more: Partial<Rule> = {}): Rule => ({
  ...{ department: '司法所', sheet: '台账', kind: 'column', name, as, ground: '2022-12-01 确认' },
  ...more,
});

function save(office: OfficeHere, confirmed: Partial<Confirmed>, more: Partial<Workspace> = {}) {
  return office.run(() => saveRules(workspaceIn(more), settings, { rules: [], outdated: [], ...confirmed }));
}

function readIn(office: OfficeHere): readonly Rule[] {
  const read = office.run(() => readRules(workspaceIn(), settings));
  if ('exit' in read) throw new Error(read.text);
  return read.value.map(({ department, sheet, kind, name, as, ground }) => ({
    department,
    sheet,
    kind,
    name,
    as,
    ground,
  }));
}

/** Below the head, row by row; a blank one is empty. */
function lines(office: OfficeHere): readonly string[] {
  const rows = office.rows(file, title);
  const head = rows.findIndex((row) => row.includes('当作'));
  return rows.slice(head + 1).map((row) => row.filter((text) => text !== '').join(' '));
}

it('before anything was confirmed there is none, and nothing is read', () => {
  const office = officeHere();
  expect(readIn(office)).toEqual([]);
  expect(office.calls['Sheets.Spreadsheets.get']).toBeUndefined();
});

it('what is confirmed first makes it, and is read again as it was said', () => {
  const office = officeHere();
  const rules = [
    rule('办结', '状态'),
    rule('', '任务进展', { kind: 'sheet' }),
    rule('上会', '已完成', { kind: 'status' }),
  ];
  expect(save(office, { rules })).toEqual({ what: 'rules', name: title, id: file });
  expect(readIn(office)).toEqual(rules);
  expect(lines(office)).toEqual([
    '司法所 台账 列：办结 状态 2022-12-01 确认',
    '司法所 台账 整张表 任务进展 2022-12-01 确认',
    '司法所 台账 词：上会 已完成 2022-12-01 确认',
  ]);
});

it('of two on one thing the later one makes it, and its rows are in nobody’s way', () => {
  const office = officeHere();
  const years = [
    rule('', '任务进展', { kind: 'sheet', sheet: '落实2022' }),
    rule('', '不读取', { kind: 'sheet', sheet: '落实2023' }),
  ];
  save(office, { rules: [...years, rule('办结', '状态')] });
  expect(lines(office)).toEqual([
    '司法所 落实2023 整张表 不读取 2022-12-01 确认',
    '司法所 台账 列：办结 状态 2022-12-01 确认',
  ]);
});

describe('of rules that are there', () => {
  const [first, second, third] = [rule('甲', '状态'), rule('乙', '完成日期'), rule('丙', '备注')];
  let office: OfficeHere;
  beforeEach(() => {
    office = officeHere();
    save(office, { rules: [first, second, third] });
  });
  const said = (...more: readonly string[]) => ['甲 状态', '乙 完成日期', '丙 备注', ...more];
  const found = (): readonly string[] => readIn(office).map(({ name, as }) => `${name} ${as}`);

  it.each<[string, Partial<Confirmed>, readonly string[]]>([
    [
      'one said otherwise now takes the place of its own row',
      { rules: [rule('乙', '状态')] },
      ['甲 状态', '乙 状态', '丙 备注'],
    ],
    ['a new one stands below', { rules: [rule('丁', '状态')] }, said('丁 状态')],
    [
      'two new ones, of one thing, are the later one',
      { rules: [rule('丁', '状态'), rule('丁', '备注')] },
      said('丁 备注'),
    ],
    [
      'one of another department is another',
      { rules: [rule('甲', '备注', { department: '财政所' })] },
      said('甲 备注'),
    ],
    ['a useless one is blanked', { outdated: [second] }, ['甲 状态', '丙 备注']],
    [
      'one that is useless and said anew stays',
      { rules: [rule('乙', '状态')], outdated: [second] },
      ['甲 状态', '乙 状态', '丙 备注'],
    ],
    ['a useless one that is not there is nothing', { outdated: [rule('戊', '状态')] }, said()],
  ])('%s', (_, confirmed, wanted) => {
    save(office, confirmed);
    expect(found()).toEqual(wanted);
  });

  it('one that is said again as it is stays as it was written, and nothing is written', () => {
    const before = office.calls['Sheets.Spreadsheets.batchUpdate'];
    save(office, { rules: [rule('甲', '状态', { ground: '2023-01-01 确认' })] });
    expect([readIn(office)[0], office.calls['Sheets.Spreadsheets.batchUpdate']]).toEqual([first, before]);
  });

  it('what the office wrote beside, between and below them stays where it is', () => {
    office.edit(file, ({ sheets: [sheet] }) => {
      const head = (sheet?.cells ?? []).length - 3;
      type(sheet, head + 4, ['财政所', '台账', '列：经办', '不读取', '手写']);
    });
    save(office, { rules: [rule('丁', '状态')], outdated: [first] });
    expect(lines(office)).toEqual([
      '',
      '司法所 台账 列：乙 完成日期 2022-12-01 确认',
      '司法所 台账 列：丙 备注 2022-12-01 确认',
      '',
      '财政所 台账 列：经办 不读取 手写',
      '司法所 台账 列：丁 状态 2022-12-01 确认',
    ]);
  });

  it.each<[string, (texts: BookValue[]) => BookValue[]]>([
    ['in another order', (texts) => [...texts].reverse()],
    ['under another name', (texts) => texts.map((text) => (text === '当作' ? '读作' : text))],
    ['without the last of them', (texts) => texts.slice(0, -1)],
  ])('are not written into columns %s', (_, change) => {
    office.edit(file, ({ sheets: [sheet] }) => {
      const at = sheet?.cells.findIndex((row) => row.some((cell) => cell?.value === '当作')) ?? -1;
      const texts = sheet?.cells[at]?.map((cell) => cell?.value ?? null) ?? [];
      sheet?.cells.splice(at, 1, []);
      type(sheet, at, change(texts));
    });
    const before = office.rows(file, title);
    expect(() => save(office, { rules: [rule('丁', '状态')] })).toThrow(
      /^“列对应”的表头被改动过，没有写入。请恢复成这几列：单位、.*当作/u,
    );
    expect(office.rows(file, title)).toEqual(before);
  });

  it.each(['列对应', '列对应.xlsx'])(
    'what is wrong with a row is told at its cell, whether it is called %s',
    (name) => {
      office.edit(file, ({ sheets: [sheet] }) => {
        type(sheet, sheet?.cells.length ?? 0, ['财政所', '台账', '列：经办', null]);
      });
      const told = office.run(() => {
        const { rules } = workspaceIn();
        return readRules({ rules: rules && { ...rules, name } }, settings);
      });
      const places = 'exit' in told ? [] : told.problems.map(({ place }) => [place.file, place.sheet]);
      expect(places).toEqual([['列对应.xlsx', title]]);
    },
  );

  it('a sheet that was taken away comes back with what is confirmed now', () => {
    office.edit(file, (book) => book.sheets.splice(0, 1, makeSheet(7, '工作表1')));
    save(office, { rules: [rule('丁', '状态'), rule('戊', '备注')] });
    expect(found()).toEqual(['丁 状态', '戊 备注']);
  });

  it('a workbook of somebody else’s is left alone', () => {
    office.edit(file, ({ sheets: [sheet] }) => {
      if (sheet) sheet.title = '别的';
    });
    expect(() => save(office, { rules: [rule('丁', '状态')] })).toThrow('像是别人做的文件');
    expect(office.rows(file, title)).toEqual([]);
  });
});

it('hold, after any answers, what was said last of each thing, and nothing that became useless', () => {
  const oneOf = fc.record({ name: fc.constantFrom('甲', '乙', '丙'), as: fc.constantFrom('状态', '备注') });
  const some = fc.array(
    oneOf.map(({ name, as }) => rule(name, as)),
    { maxLength: 3 },
  );
  const step = fc.record({ rules: some, outdated: some });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 3 }), (steps) => {
      const office = officeHere();
      let wanted: readonly Rule[] = [];
      for (const { rules, outdated } of steps) {
        save(office, { rules, outdated });
        const said = new Set(rules.map(ruleKey));
        const gone = new Set(outdated.map(ruleKey).filter((key) => !said.has(key)));
        wanted = mergedRules(wanted, rules).filter((one) => !gone.has(ruleKey(one)));
        expect(readIn(office)).toEqual(wanted);
      }
    }),
    { numRuns: 10 },
  );
});

describe('a workbook that cannot be read', () => {
  const textOf = (office: OfficeHere): string => {
    const read = office.run(() => readRules(workspaceIn(), settings));
    return 'exit' in read ? `${String(read.exit)} ${read.text}` : '';
  };

  it('is not taken for an empty one, and what is in it is told', () => {
    const office = officeHere();
    writeFileSync(join(office.folder, file), 'no workbook');
    expect(textOf(office)).toMatch(
      /^2 “列对应”无法读取：.*各单位的台账怎样读记在里面，什么都没有写。请修好或者移走它（移走后，各单位自己的台账要重新确认读法）。$/u,
    );
  });

  it('because the service is out, is waited for', () => {
    const office = officeHere();
    save(office, { rules: [rule('甲', '状态')] });
    office.fail = (name) => {
      if (name === 'Sheets.Spreadsheets.get') throw new Error('Service invoked too many times for one day');
    };
    expect(textOf(office)).toMatch(/各单位的台账怎样读记在里面，什么都没有写。请稍后再运行一次。$/u);
  });
});

describe('on Drive', () => {
  const noted = (office: OfficeHere): unknown =>
    office.run(() => {
      const text = PropertiesService.getScriptProperties().getProperty('file rules');
      return text === null ? null : (JSON.parse(text) as unknown);
    });

  it('the workbook is noted for colleagues, also where a run made it and noted nothing, and once', () => {
    const office = officeHere();
    const rules = [rule('甲', '状态')];
    save(office, { rules });
    expect(noted(office)).toBeNull();
    save(office, { rules }, { isOnDrive: true });
    expect(noted(office)).toEqual({ id: file, name: title });
    const sets = office.calls['PropertiesService.getScriptProperties'];
    save(office, { rules }, { isOnDrive: true, known: new Map([['rules', { id: file, name: title }]]) });
    expect(office.calls['PropertiesService.getScriptProperties']).toBe(sets);
    save(office, { rules }, { isOnDrive: true, known: new Map([['rules', { id: 'other', name: title }]]) });
    expect(office.calls['PropertiesService.getScriptProperties']).toBe((sets ?? 0) + 1);
  });

  it('it is noted before it is filled: a run that ends in between makes no second one', () => {
    const office = officeHere();
    office.fail = (name) => {
      if (name === 'Sheets.Spreadsheets.batchUpdate') throw new Error('Service timed out');
    };
    expect(() => save(office, { rules: [rule('甲', '状态')] }, { isOnDrive: true })).toThrow('Service timed out');
    office.fail = () => undefined;
    expect(noted(office)).toEqual({ id: file, name: title });
    save(office, { rules: [rule('甲', '状态')] }, { isOnDrive: true });
    expect(readIn(office)).toEqual([rule('甲', '状态')]);
  });
});
