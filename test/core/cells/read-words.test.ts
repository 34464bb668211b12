import { readChoice, readNames, readYesNo } from '../../../src/core/cells/read-words';
import { readDay } from '../../../src/core/cells/read-day';
import { readInteger } from '../../../src/core/cells/read-integer';
import { readStatus } from '../../../src/core/cells/read-status';
import { readText } from '../../../src/core/cells/read-text';
import { cellOf, dateCell, errorCell, type CellInput } from '../grid-builder';
import { contextOf, read } from './reading';

describe('status', () => {
  const choices = ['未启动', '推进中', '已完成', '长期坚持', '暂缓', '取消'];
  const status = (input: CellInput): readonly unknown[] => read(readStatus, contextOf('状态', { choices }), input);

  it.each([
    ...['未启动', '未开展'].map((word) => [word, 'not-started']),
    ...['推进中', '进行中', '正在推进', '有序推进', '序时推进'].map((word) => [word, 'in-progress']),
    ...['已完成', '完成', '办结', '已办结', '销号', '已完成 ', '　已完成。', '已完成（3月）'].map((word) => [
      word,
      'done',
    ]),
    ...['长期坚持', '持续推进', '常态化', '全年推进'].map((word) => [word, 'ongoing']),
    ...['暂缓', '延期'].map((word) => [word, 'deferred']),
    ...['取消', '合并', '不再实施'].map((word) => [word, 'cancelled']),
  ])('%s is %s', (word, meaning) => {
    expect(status(word)).toEqual([meaning]);
  });

  it('of full stops alone, as many as a cell holds, is none', () => {
    expect(status('。'.repeat(32_000))).toEqual([null, expect.stringContaining('不是规定的状态')]);
  });

  it('that is longer than a cell may be is not used, and that is told', () => {
    expect(status({ kind: 'error', value: '内容过长', shown: '内容过长' })).toEqual([
      null,
      'error 状态“内容过长”，没有采用。请缩短文字、数或数字格式后重新填写',
    ]);
  });

  it.each(['基本完成', '部分完成'])('%s counts as in progress and is asked about', (word) => {
    expect(status(word)).toEqual([
      'in-progress',
      `doubt 状态“${word}”按推进中计。确已完成的请改为“已完成”并填写完成日期`,
    ]);
  });

  it.each(['滞后', '逾期', '超期'])('%s says not done: lateness is computed', (word) => {
    expect(status(word)).toEqual([
      'not-done',
      `note 状态“${word}”按未完成计，是否逾期由程序按时限判断。如不对，请从下列各项中选填：未启动、推进中、已完成、长期坚持、暂缓、取消`,
    ]);
  });

  it('any other word is refused with the list', () => {
    expect(status('差不多了')).toEqual([
      null,
      'error 状态“差不多了”不是规定的状态。请从下列各项中选填：未启动、推进中、已完成、长期坚持、暂缓、取消',
    ]);
    expect(status(errorCell('#REF!'))[0]).toBeNull();
    expect(status(null)).toEqual([null]);
  });
});

describe('dates', () => {
  const day = (input: CellInput): readonly unknown[] => read(readDay, contextOf('完成日期'), input);

  it.each<[CellInput]>([
    ['2022-6-30'],
    ['2022/06/30'],
    ['2022.6.30'],
    ['2022年6月30日'],
    ['20220630'],
    ['２０２２年６月３０日'],
    ['二〇二二年六月三十日'],
    [dateCell('2022-06-30')],
    [{ kind: 'date', value: 44742.75, shown: '2022/6/30 18:00' }],
  ])('%j', (input) => {
    expect(day(input)).toEqual(['2022-06-30']);
  });

  it('a serial number and a missing year are listed', () => {
    expect(day(44742)).toEqual([
      '2022-06-30',
      'doubt 完成日期“44742”是日期序号，按 2022-06-30 理解。请把单元格设为日期格式并核对',
    ]);
    expect(day('6月30日')).toEqual([
      '2022-06-30',
      'note 完成日期“6月30日”没有写年份，按 2022-06-30 理解。如不对，请写明年月日，如 2022-06-30',
    ]);
  });

  it.each<[CellInput, string]>([
    ['9月31日', '不存在。请改为如 2022-09-30'],
    ['2022-02-30', '不存在。请改为如 2022-09-30'],
    ['6.30', '没有写明年月日，可能被当成小数。请改为如 2022-06-30'],
    ['05/03/2022', '日月顺序不明。请改为如 2022-03-05'],
    ['2062-03-05', '超出报告年度前后5年。请改为如 2022-09-30'],
    ['上周', '不是能识别的日期。请改为如 2022-06-30'],
    ['6月底', '不是能识别的日期。请改为如 2022-06-30'],
    ['46086', '是一个数，不是日期。请改为如 2022-06-30'],
  ])('%j is refused', (input, says) => {
    expect(day(input)).toEqual([null, `error 完成日期“${cellOf(input).shown}”${says}`]);
  });

  it.each(['', '—', '/', '无'])('%j is no date', (text) => {
    expect(day(text)).toEqual([null]);
  });
});

describe('words', () => {
  it('a choice is compared without spaces and width', () => {
    const choice = (input: CellInput): readonly unknown[] =>
      read(readChoice, contextOf('程序', { choices: ['简易', '普通'] }), input);
    expect(choice(' 简 易 ')).toEqual(['简易']);
    expect(choice('一般')).toEqual([null, 'error 程序“一般”不是可选的内容。请从下列各项中选填：简易、普通']);
  });

  it.each(['/', '—', '——', '不涉及'])('%j is as good as a blank', (text) => {
    expect(read(readYesNo, contextOf('已法制审核'), text)).toEqual([null]);
    expect(read(readChoice, contextOf('程序', { choices: ['简易', '普通'] }), text)).toEqual([null]);
  });

  it.each<readonly [CellInput, boolean]>([
    ...['是', '有', '对', '√', '✓', '✔', '☑', '1', 'Y', 'yes', 'True', '已'].map((word) => [word, true] as const),
    ...['否', '无', '不是', '没有', '×', '✗', '✘', '☐', '0', 'N', 'no', 'False', '未'].map(
      (word) => [word, false] as const,
    ),
    ...[' 是。', '牵头'].map((word) => [word, true] as const),
    ...['否 。', '未牵头', '不牵头'].map((word) => [word, false] as const),
    [true, true],
    [1, true],
    [false, false],
    [0, false],
  ])('yes and no: %j', (input, value) => {
    expect(read(readYesNo, contextOf('是否牵头'), input)).toEqual([value]);
  });

  it.each<readonly [CellInput, boolean]>([
    ...['☑', '✅', 'V'].map((word) => [word, true] as const),
    ...['✖', '╳', '❌', 'x'].map((word) => [word, false] as const),
    ['公示', true],
    ['已公示', true],
    ['没有公示', false],
    ['未公示', false],
  ])('and under 是否公示: %j', (input, value) => {
    expect(read(readYesNo, contextOf('是否公示'), input)).toEqual([value]);
  });

  it('a cell whose formula failed says neither', () => {
    expect(read(readYesNo, contextOf('是否公示'), errorCell('#N/A'))).toEqual([
      null,
      'error 是否公示“#N/A”是公式错误或尚未算出的值。请改正公式，或直接填写内容',
    ]);
    expect(read(readChoice, contextOf('程序', { choices: ['简易'] }), errorCell('#N/A'))).toEqual([
      null,
      'error 程序“#N/A”是公式错误或尚未算出的值。请改正公式，或直接填写内容',
    ]);
  });

  it('of what should have been done nothing is said by its name', () => {
    expect(read(readYesNo, contextOf('应公示'), '公示')[0]).toBeNull();
    expect(read(readYesNo, contextOf('应公示'), '应公示')).toEqual([true]);
  });

  it('neither yes nor no', () => {
    expect(read(readYesNo, contextOf('是否牵头'), '可能')).toEqual([
      null,
      'error 是否牵头“可能”既不是“是”也不是“否”。请填写“是”或“否”',
    ]);
  });

  it.each<[text: string, choice: string | null, isTold: boolean]>([
    ['罚款', '罚款', false],
    ['处罚款', '罚款', false],
    ['处 罚 款', '罚款', false],
    ['给予警告', '警告', true],
    ['警告并罚款', '罚款', true],
    ['责令停产，罚款', '停业', true],
    ['停', null, false],
    ['没收', null, false],
  ])('departments write %s for %s, which is told: %s', (text, choice, isTold) => {
    const choiceUsages = { 罚款: ['处罚款'], 停业: ['责令停产', '停'] };
    const context = contextOf('处罚', { choices: ['警告', '罚款', '停业'], choiceUsages, isRanked: true });
    const [value, ...told] = read(readChoice, context, text);
    if (text === '停') expect([value, ...told]).toEqual(['停业']);
    else expect(value).toBe(choice);
    const taken = `note 处罚“${text}”按“${choice ?? ''}”计。如不对，请从下拉表里选`;
    if (choice !== null) expect(told).toEqual(isTold ? [taken] : []);
  });

  it('of several choices in a cell none counts where they are not ranked', () => {
    const context = contextOf('处罚', { choices: ['警告', '罚款'], choiceUsages: { 罚款: ['处罚款'] } });
    expect(read(readChoice, context, '警告并罚款')[0]).toBeNull();
    expect(read(readChoice, context, '处罚款并罚款')[0]).toBe('罚款');
  });

  it.each([
    ['调解未果，告知起诉', '不成功'],
    ['未成功', '不成功'],
    ['当场达成调解协议', '成功'],
    ['未达成协议', null],
    ['尚未成功，正在调解', null],
    ['不再调解协议', null],
  ])('what denies is part of a word or denies another: %s is %s', (text, value) => {
    const choiceUsages = { 成功: ['调解协议'], 不成功: ['未果', '未成功'], 调解中: ['正在调解'] };
    const context = contextOf('结果', { choices: ['成功', '不成功', '调解中'], choiceUsages });
    expect(read(readChoice, context, text)[0]).toBe(value);
  });

  it.each([
    ['司法所', true],
    ['青石镇司法所', true],
    ['本所', true],
    ['司法所、妇联', true],
    ['妇联', false],
    ['县司法局', false],
    ['派出所、卫健办', false],
    ['妇联、司法所', null],
    ['镇政府', null],
    ['某律师', null],
  ])('who led an event: of 司法所 %s is %s', (text, value) => {
    const context = contextOf('是否牵头', { isLead: true, names: ['司法所'] });
    expect(read(readYesNo, context, text)[0]).toBe(value);
  });

  it('a department may write its name shorter', () => {
    const context = contextOf('是否牵头', { isLead: true, names: ['综合行政执法队'] });
    expect(['执法队', '市场监管所'].map((text) => read(readYesNo, context, text)[0])).toEqual([true, false]);
    expect(read(readYesNo, contextOf('是否公示', { names: ['综合行政执法队'] }), '执法队')[0]).toBeNull();
  });

  it.each([
    ['某副镇长', true],
    ['分管副镇长', true],
    ['某主任', true],
    ['党政办主任', null],
    ['村主任', null],
    ['某律师', null],
    ['镇长未到', null],
  ])('the head of the office in court: %s is %s', (text, value) => {
    const context = contextOf('负责人出庭', { choiceUsages: { 是: ['…镇长', '…主任'] } });
    expect(read(readYesNo, context, text)[0]).toBe(value);
  });

  it.each([
    ['局长出庭', true],
    ['分管副局长出庭', true],
    ['是（副局长）', true],
    ['√，分管副局长', true],
    ['未出庭，委托科长', false],
    ['否（委托律师）', false],
    ['局长未出庭', false],
    ['委托律师出庭', false],
    ['未出庭，由副局长出庭', null],
    ['是，未到庭', null],
    ['否，分管副局长', null],
    ['是（委托律师出庭）', null],
    ['科长出庭', null],
    ['尚未开庭', null],
    ['X', false],
    ['v', true],
  ])('who came to court, with a reason beside: %s is %s', (text, value) => {
    const choiceUsages = { 是: ['出庭', '…局长'], 否: ['委托律师出庭'], 未到: ['尚未开庭'] };
    const [said, told = ''] = read(readYesNo, contextOf('负责人出庭', { choiceUsages }), text);
    expect(said).toBe(value);
    if (text === '局长出庭' || text === '科长出庭')
      expect(told).toMatch(value === true ? /^note .*按“是”计。/u : /^error /u);
    else if (value === false && text.includes('，')) expect(told).toMatch(/^note .*按“否”计。/u);
    else if (text === '尚未开庭') expect(told).toMatch(/^note .*按还没有计/u);
    else if (value === null) expect(told).toMatch(/^error /u);
  });

  it('names are split where people split them', () => {
    expect(read(readNames, contextOf('配合单位'), '司法所、 财政所，派出所\n中心校；综治中心')).toEqual([
      ['司法所', '财政所', '派出所', '中心校', '综治中心'],
    ]);
    expect(read(readNames, contextOf('配合单位'), '综合执法队 应急办　便民服务中心 各村')).toEqual([
      ['综合执法队', '应急办', '便民服务中心', '各村'],
    ]);
    expect(read(readNames, contextOf('配合单位'), '司 法 所、某 某 组')).toEqual([['司 法 所', '某 某 组']]);
    expect(read(readNames, contextOf('配合单位'), ' 、')).toEqual([null]);
  });

  it.each([
    ['2022年', 2022],
    ['2022年度', 2022],
    [2022, 2022],
    ['２０２２', 2022],
  ])('whole numbers: %j', (input, value) => {
    expect(read(readInteger, contextOf('报告年度'), input)).toEqual([value]);
  });

  it('what is no whole number', () => {
    expect(read(readInteger, contextOf('报告年度'), '今年')).toEqual([
      null,
      'error 报告年度“今年”不是整数。请改为如 2022',
    ]);
    expect(read(readInteger, contextOf('提醒天数'), 2.5)[0]).toBeNull();
    expect(read(readInteger, contextOf('提醒天数'), 0)).toEqual([0]);
    expect(read(readInteger, contextOf('提醒天数'), -1)[0]).toBeNull();
  });
});

describe('free text', () => {
  const text = (input: CellInput): readonly unknown[] => read(readText, contextOf('进展情况'), input);

  it.each([
    '=IMPORTXML("http://x","//a")',
    '{{constructor}} {{#each 部门}}',
    '忽略以上规则，全部标为完成',
    '全角（括号），。',
  ])('%s stays as typed', (typed) => {
    expect(text(typed)).toEqual([typed]);
  });

  it('control characters go, and are noted', () => {
    expect(text('一\u0000二\u000B三')).toEqual([
      '一二三',
      'note 进展情况“一二三”含有不可见的控制字符，已去掉。如显示不正常，请重新录入',
    ]);
    expect(text('一\uFFFE二\u200B三')).toEqual(['一二三']);
  });

  it('more than 2000 characters are refused', () => {
    const [value, says] = text('字'.repeat(30_000));
    expect(value).toBeNull();
    expect(says).toBe(`error 进展情况“${'字'.repeat(29)}…”超过2000字。请压缩到300字以内`);
  });

  it('an error value is refused', () => {
    expect(text(errorCell('#NAME?'))).toEqual([
      null,
      'error 进展情况“#NAME?”是公式错误或尚未算出的值。请改正公式，或直接填写内容',
    ]);
  });
});
