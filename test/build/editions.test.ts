/** The tables of the editions: each kind of mistake is told with its file and line, and what is right is compiled. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { writePapers } from '../../build/papers.mjs';
import { add, compiledWith, drop, put, type Change } from '../edition-tables';
import { longIt } from '../long';

const indicators = 'rule-of-law/indicators.tsv';
const columns = 'rule-of-law/columns.tsv';
const claims = 'rule-of-law/claims.tsv';

const cases: readonly (readonly [what: string, change: Change, told: RegExp])[] = [
  // the tables themselves
  ['an unknown column name', put(indicators, '编码', '薄弱类别', '类别'), /unknown column "类别"/],
  ['a missing column', put(indicators, '编码', '\t阈值', ''), /the column "阈值" is missing/],
  ['too many cells', put(indicators, 'A1\t', '次', '次\t'), /23 cells, expected 22/],
  ['too few cells', put('rule-of-law/lines.tsv', 'team\t编制', '\tD1.1', ''), /5 cells, expected 6/],
  ['a blank cell', put(indicators, 'A1\t', '{党委}专题研究法治会议次数', ''), /指标名称 is blank/],
  [
    'the same key twice',
    add('rule-of-law/areas.tsv', '普法', '组织领导', '四', '五', '六'),
    /"普法" stands in line \d+ already/,
  ],
  ['a missing table', ['rule-of-law/areas.tsv', () => ['#']], /no line of column names/],
  ['an unknown item', add('rule-of-law/edition.tsv', '简称', '法治'), /项 "简称": expected one of 名称、/],
  ['a missing item', drop('rule-of-law/edition.tsv', '自称'), /no line for 自称/],
  ['a blank word', put('rule-of-law/edition.tsv', '自称', '{自称}', ''), /自称: 值 is blank/],
  [
    'a kind of departments there is none of',
    put('rule-of-law/edition.tsv', '派出类型', '\t派出', '\t驻地'),
    /派出类型 "驻地": expected one of 内设、派出、村/,
  ],
  // the public version
  ['a kind of words there are none of', drop('common/said.tsv', '减少'), /said\.tsv: no line for less/],
  ['a kind of thing nobody looks for', drop('common/public.tsv', '手机号'), /识别: no line for 手机/],
  ['a rule that does nothing', put('common/public.tsv', '手机号\t', '遮盖', ''), /public\.tsv:\d+ 处理 is blank/],
  [
    'a list of words that does something',
    put('common/public.tsv', '姓氏\t', '姓氏\t\t', '姓氏\t遮盖\t'),
    /a list of words does nothing/,
  ],
  [
    'a list without words',
    ['common/public.tsv', (lines) => lines.map((line) => line.replace(/^标记后\t.*$/u, '标记后\t标记后\t\t\t'))],
    /词 is blank/,
  ],
  [
    'an unknown way to find',
    put('common/public.tsv', '住址\t', '住址\t遮盖', '地址\t遮盖'),
    /识别 "地址": expected one of 手机、/,
  ],
  // what departments' own tables call things
  ['names of no sheet', add('common/usages.tsv', 'nothing', '', '', '台账', ''), /表 "nothing": no such sheet/],
  ['names of no field', add('common/usages.tsv', 'progress', 'colour', '', '颜色', ''), /no such field in progress/],
  [
    'names of no choice',
    add('rule-of-law/usages.tsv', 'cases', 'procedure', '听证', '听证程序', ''),
    /选项 "听证": expected one of 简易、普通/,
  ],
  [
    'names of no indicator',
    add('rule-of-law/usages.tsv', 'indicators', 'code', 'Z9', '其他', ''),
    /选项 "Z9": expected one of A1、/,
  ],
  [
    'a name that is a column’s own',
    put('common/usages.tsv', 'progress\ttitle', '工作任务', '状态'),
    /"状态" is a name of progress\.status already/,
  ],
  [
    'a line that says nothing',
    add('common/usages.tsv', 'suggestions', 'text', '', '', ''),
    /叫法 and 缺列时 are blank/,
  ],
  ['a sheet without words', add('common/usages.tsv', 'cover', '', '', '', ''), /a line without 字段 holds names/],
  // sheets and columns
  [
    'a choice the program does not know',
    put('common/columns.tsv', 'settings\tplanHeadings', '接排、独行', '接排、另行'),
    /选项 "接排、另行": the program reads 接排、独行/,
  ],
  [
    'a choice too few',
    put('common/columns.tsv', 'holidays\tmark', '休、班', '休'),
    /选项 "休": the program reads 休、班/,
  ],
  ['an unknown sheet', add('rule-of-law/sheets.tsv', 'extra', '多余', '', '多'), /表 "extra": neither/],
  ['a column of no sheet', put(columns, 'team\tquota', 'team', 'teams'), /表 "teams": no such sheet/],
  ['a missing field', drop(columns, 'departments\tinGroup'), /departments lacks the fields inGroup/],
  ['another type of a field', put(columns, 'settings\tcc', '文字', '整数'), /settings\.cc is text, not integer/],
  ['an unknown type', put(columns, 'settings\tcc', '文字', '文本'), /类型 "文本": expected one of 文字、/],
  [
    'a field more in a sheet the program writes',
    add(columns, 'runs', 'extra', '', '多', '', '文字', '', '否', '程序', '9', '', '', '', '多'),
    /runs is written by the program/,
  ],
  ['a header twice', put(columns, 'team\tcertified', '持证\t', '编制\t'), /"编制" is a name of quota too/],
  [
    'a synonym that is a header',
    put(columns, 'team\tcertified', '持证人数', '在编'),
    /"在编" is a name of established too/,
  ],
  ['a place behind no field', put(columns, 'settings\tvillages', 'cc', 'dd'), /接在 "dd": no such field/],
  [
    'a header too long',
    put(columns, 'team\tquota', '编制\t', `${'编'.repeat(21)}\t`),
    /表头 "编{21}": expected at most 20/,
  ],
  ['a help too long', put(columns, 'team\tquota', '核定', '核'.repeat(200)), /说明 .*expected at most 200/],
  [
    'a sheet title with a colon',
    put('rule-of-law/sheets.tsv', 'team\t', '执法队伍', '执法:队伍'),
    /标题 "执法:队伍": expected/,
  ],
  [
    'a header that differs from another by a colon only',
    put(columns, 'team\tcertified', '持证\t', '编制：\t'),
    /rule-of-law\/columns\.tsv:\d+ "编制：" is a name of quota too/,
  ],
  [
    'a header of marks only',
    put(columns, 'team\tcertified', '持证\t', '※\t'),
    /columns\.tsv:\d+ "※": nothing is left of it when headers are compared/,
  ],
  [
    'a sheet title that differs from another by 表 only',
    put('rule-of-law/sheets.tsv', 'team\t', '执法队伍', '案件表'),
    /rule-of-law\/sheets\.tsv:\d+ "案件" is a name of team too/,
  ],
  [
    'a sheet title that is a year',
    put('rule-of-law/sheets.tsv', 'team\t', '执法队伍', '2022年度表'),
    /sheets\.tsv:\d+ "2022年度表": nothing is left of it when titles are compared/,
  ],
  [
    'a column of no width',
    put(columns, 'team\tquota', '\t人\t12\t', '\t人\t0\t'),
    /columns\.tsv:\d+ 宽 "0": expected a whole number from 1 to 255/,
  ],
  ['a sheet title twice', put('rule-of-law/sheets.tsv', 'team\t', '执法队伍', '案件'), /"案件" is a name of team too/],
  [
    'an unknown list of choices',
    put(columns, 'settings\ttitleForm', '@titles', '@title'),
    /选项 "@title": expected words, or/,
  ],
  [
    'two choices that are read alike',
    put(columns, 'cases\tprocedure', '简易、普通', '简易、普通、简 易'),
    /rule-of-law\/columns\.tsv:\d+ 选项 "简 易": read as "简易" is/,
  ],
  [
    'a choice column without choices',
    put(columns, 'cases\tprocedure', '简易、普通', ''),
    /选项: a 选择 column needs some/,
  ],
  [
    'a prefill that is no choice',
    put(columns, 'settings\ttitleForm', '情况的报告\t', '报告\t'),
    /预填 "报告": expected one of 情况的报告、/,
  ],
  ['a printed name twice', put(columns, 'settings\tvillages', '\t行政村数\t\t', '\t镇名\t\t'), /印为 "镇名"/],
  // departments by their roles
  ['a role twice', put('rule-of-law/departments.tsv', 'D02', '\t司法', '\t执法'), /角色 "执法": D02 has it already/],
  ['a department without a role', put('rule-of-law/departments.tsv', 'D02', '\t司法', '\t'), /角色 is blank/],
  [
    'a task of a role nobody has',
    put('rule-of-law/tasks.tsv', 'A-01', '{法制机构}', '牵头：法治'),
    /牵头单位 "牵头：法治"/,
  ],
  ['an indicator of a role nobody has', put(indicators, 'A2\t', '{法制机构}', '牵头：法治'), /填报单位 "牵头：法治"/],
  // own sheets
  [
    'a share of an unknown code',
    put('rule-of-law/shares.tsv', 'C2.3', 'C2.3', 'C2.9'),
    /"C2\.9": no indicator of that code/,
  ],
  [
    'a share of a rate',
    put('rule-of-law/shares.tsv', 'C2.3', 'C2.3', 'C8'),
    /"C8": expected an indicator that departments fill in/,
  ],
  [
    'a condition on no column',
    put('rule-of-law/shares.tsv', 'C2.2', '程序=', '程度='),
    /"程度": no such column in 案件明细/,
  ],
  [
    'a condition with no choice',
    put('rule-of-law/shares.tsv', 'C2.2', '=简易', '=简单'),
    /expected one of 简易、普通、有/,
  ],
  [
    'a condition unlike one',
    put('rule-of-law/shares.tsv', 'C2.2', '程序=简易', '程序是简易'),
    /条件 "程序是简易": expected conditions like/,
  ],
  ['a line of an unknown code', put('rule-of-law/lines.tsv', 'team\t编制', 'D1.1', 'D1.9'), /"D1\.9": no indicator/],
  [
    'a line that is no column',
    put('rule-of-law/lines.tsv', 'team\t编制', '编制', '编'),
    /"编": no such column in 执法队伍/,
  ],
  ['a check without what it needs', put('rule-of-law/checks.tsv', 'publicity', '2000', ''), /至多 is blank/],
  [
    'a sheet whose day is none',
    put('rule-of-law/details.tsv', 'cases', '决定日期', '类别'),
    /"类别": expected a column of type day/,
  ],
  // indicators
  ['an unknown code in a formula', put(indicators, 'A4\t', 'A4.2', 'A4.3'), /分母 "A4\.3": "A4\.3" is no code/],
  ['a formula that is none', put(indicators, 'A4\t', 'A4.2', 'A4.2++'), /分母 "A4\.2\+\+": expected codes joined by/],
  ['a rate in a formula', put(indicators, 'A4\t', 'A4.2', 'B5'), /B5 is a rate, which cannot be added/],
  ['a rate without denominator', put(indicators, 'A4\t', 'A4.2', ''), /expected 分子 and 分母/],
  ['a name twice', put(indicators, 'A2\t', '领导小组会议次数', '述法人数'), /"述法人数" is the name of/],
  [
    'a name twice, once with a space',
    put(indicators, 'A2\t', '领导小组会议次数\t', '领导小组会议次数\t述法 人数'),
    /indicators\.tsv:\d+ "述法 人数" is the name of \w|"述法人数" is the name of A2 already/,
  ],
  [
    'a name with a mark',
    put(indicators, 'A2\t', '领导小组会议次数', '领导小组-会议'),
    /指标名称 "领导小组-会议": expected/,
  ],
  ['a threshold that is no number', put(indicators, 'A6\t', '\t1\t', '\t一\t'), /阈值 "一": expected a number/],
  ['an unknown area', put(indicators, 'A6\t', '组织领导', '组织'), /薄弱类别 "组织": expected one of 法治意识、/],
  ['an unknown unit', put(indicators, 'A6\t', '\t次\t', '\t斛\t'), /单位 "斛": not in units\.tsv/],
  ['an unknown department', put(indicators, 'A6\t', '{办公室}', '党政科'), /填报单位 "党政科": expected departments/],
  ['an unknown role', put(indicators, 'A5\t', '\t完成率\t', '\t完成\t'), /角色 "完成": expected one of 完成率/],
  ['an unknown choice', put(indicators, 'A5\t', '比率', '比例'), /类型 "比例": expected one of 数量、比率/],
  ['a relation of an unknown code', put('rule-of-law/relations.tsv', 'C7.1', 'C2', 'C99'), /"C99": no indicator/],
  ['an unknown relation', put('rule-of-law/relations.tsv', 'C7.1', '≤', '<'), /关系 "<": expected one of ≤、=/],
  [
    'a contradiction of an unknown code',
    put('rule-of-law/contradictions.tsv', 'D10', 'D10', 'D99'),
    /"D99": no indicator/,
  ],
  [
    'a contradiction without a limit',
    put('rule-of-law/contradictions.tsv', 'D10', '\t100\t', '\t\t'),
    /expected one of 不低于 and 低于/,
  ],
  [
    'a law that does not say when its shortfall weighs alone',
    put(indicators, 'E8\t', '法定\t\t90\t2', '法定\t\t\t'),
    /性质 法定: expected 单项即弱 or 单列界限/,
  ],
  ['a law without its year', put(indicators, 'E8\t', '2022年', ''), /依据 ".*": expected the year it is of/],
  ['a standard that rests on nothing', put(indicators, 'A6\t', '内部标准：每年不少于1次', ''), /依据 is blank/],
  [
    'a share better than the standard',
    put(indicators, 'E8\t', '\t90\t', '\t101\t'),
    /单列界限 "101": expected no better/,
  ],
  [
    'a number of cases without a share',
    put(indicators, 'D2\t', '是\t\t\t', '是\t\t2\t'),
    /单列件数: expected 单列界限/,
  ],
  [
    'a weight of what is not judged',
    put(indicators, 'C1\t', '\t\t\t\t\t\t执法', '\t法定\t\t\t\t\t执法'),
    /阈值 is blank, and 性质/,
  ],
  // what is said of it
  ['a judged indicator with no words', drop('rule-of-law/weaknesses.tsv', 'E8\t'), /E8 has a 阈值 and no line/],
  [
    'words that speak of another indicator',
    put('rule-of-law/weaknesses.tsv', 'D4\t', '审核力量的选配', '法学专业人员的选配'),
    /"法学" is 识别 of D7: expected words on D4 alone/,
  ],
  [
    'a measure led by nobody there is',
    put('rule-of-law/weaknesses.tsv', 'E8\t', '{信访机构}', '信访局'),
    /牵头单位 "信访局": expected one of \{办公室\}、/,
  ],
  // the office
  [
    'an unknown plan',
    put('rule-of-law/areas.tsv', '普法', '普法与治理', '普法工作'),
    /计划章节 "普法工作": expected one of 组织领导、/,
  ],
  [
    'two sections of shortcomings',
    put('rule-of-law/sections.tsv', '下步计划', '素材', '素材、不足'),
    /expected one section, not 2/,
  ],
  [
    'an unknown section of a task',
    put('rule-of-law/tasks.tsv', 'A-01', '组织领导', '组织'),
    /报告章节 "组织": expected one of 组织领导、/,
  ],
  [
    'an unknown lead department',
    put('rule-of-law/tasks.tsv', 'A-01', '{法制机构}', '司法局'),
    /牵头单位 "司法局": expected one of \{办公室\}、/,
  ],
  ['a task of an unknown indicator', put('rule-of-law/tasks.tsv', 'A-02', 'A1\t', 'A99\t'), /"A99": no indicator/],
  [
    'a name of two departments',
    put('rule-of-law/departments.tsv', 'D05', '财政办', '派出所'),
    /"派出所" is a name of D04 already/,
  ],
  [
    'a name of two departments, once with a space',
    put('rule-of-law/departments.tsv', 'D05', '财政办', '派 出 所'),
    /departments\.tsv:\d+ "派 出 所" is a name of D04 already/,
  ],
  [
    'an unknown kind of unit',
    put('rule-of-law/departments.tsv', 'D05', '派出', '外派'),
    /类型 "外派": expected one of 内设、派出、村/,
  ],
  [
    'an unknown organ',
    put('rule-of-law/titles.tsv', '{党委}行文', '{党委}全称', '党委'),
    /机关 "党委": expected one of \{党委\}全称、\{政府\}全称/,
  ],
  [
    'an unknown word of a title',
    put('rule-of-law/titles.tsv', '年度报告', '{单位}', '{镇名}'),
    /标题 "\{镇名\}": expected \{年度\}/,
  ],
  [
    'a plan of no setting',
    put('rule-of-law/times.tsv', '法治政府纲要', '纲要名称', '纲要'),
    /设置 "纲要": expected one of/,
  ],
  [
    'plans of the same years',
    put('rule-of-law/times.tsv', '普法规划\t九五', '2026', '2025'),
    /on some of these days line \d+ holds too/,
  ],
  [
    'a day of a law that is none',
    put('rule-of-law/times.tsv', '民法典', '2021-01-01', '2021-02-30'),
    /起 "2021-02-30"/,
  ],
  [
    'a kind of organ there is none of',
    put('common/words.tsv', '党委\t街道', '街道', '区'),
    /"区": expected some of 镇、/,
  ],
  [
    'a level above there is none of',
    put('common/words.tsv', '上级字\t\t旗', '\t旗\t', '\t盟\t'),
    /"盟": expected some of 县、/,
  ],
  [
    'a word of a word there is none of',
    put('common/words.tsv', '司法局', '{上级字}', '{上级}'),
    /no word is called 上级/,
  ],
  [
    'an edition of an unknown organ',
    put('rule-of-law/edition.tsv', '机关类型', '镇', '县'),
    /机关类型 "县": expected one of/,
  ],
  [
    'a task of an unknown organ',
    put('rule-of-law/tasks.tsv', 'A-01', '\t\t\t', '\t\t县\t'),
    /机关类型 "县": expected some/,
  ],
  ['a day that is none', put('rule-of-law/deadlines.tsv', '公开', '4\t1', '4\t31'), /月、日 "4月31日": expected a day/],
  [
    'a deadline of another setting',
    put('rule-of-law/deadlines.tsv', '公开', '公开日期', '成文日期'),
    /expected one of 报送日期、公开日期/,
  ],
  [
    'a paper without template',
    put('rule-of-law/papers.tsv', 'order', '督办单', '督办'),
    /there is no templates\/rule-of-law\/督办\.txt/,
  ],
  // claims
  ['a claim without condition', put(claims, '法律咨询', '\t指标.法律咨询人次\t', '\t\t'), /条件 is blank/],
  ['a claim twice', add(claims, '法律咨询', '社会治理', '年度', '一'), /"法律咨询" stands in line \d+ already/],
  ['a claim nobody says', add(claims, '多余', '其他', '年度', '一'), /"多余": no template of the edition says/],
  [
    'a claim nobody wrote',
    drop(claims, '法律咨询'),
    /templates\/rule-of-law\/年度报告\.txt:\d+ \{\{话 法律咨询\}\}: no claim of that name/,
  ],
  [
    'a claim within a claim above it',
    put(claims, '没有败诉', '，没有败诉', '，{{话 败诉}}'),
    /claims\.tsv:\d+ \{\{话 败诉\}\}: no claim of that name above this line/,
  ],
  [
    'a field nobody knows in the condition of a claim',
    put(claims, '法律咨询', '指标.法律咨询人次', '指标.法律咨询次数'),
    /claims\.tsv:\d+ "法律咨询": .*“指标”里没有“法律咨询次数”/,
  ],
  [
    'a field nobody knows in the text of a claim within another',
    put(claims, '被纠错', '，被纠错{{', '，被纠错{{上年'),
    /claims\.tsv:\d+ "被纠错": .*不存在/,
  ],
  // the words of cells
  [
    'a status word with two meanings',
    put('common/statuses.tsv', 'partly', '基本完成', '办结'),
    /叫法 "办结": line \d+ of .* gives it another 状态/,
  ],
  [
    'a word by which what is not done would be read as done',
    put('common/statuses.tsv', 'done', '办毕', '未办毕'),
    /叫法 "未办毕": a word of done holds a negation/,
  ],
  [
    'a status word in progress that is not done',
    put('common/statuses.tsv', 'in-progress', '、在办、', '、未完待续、'),
    /common\/statuses\.tsv:\d+ 叫法 "未完待续": a word of in-progress holds a negation/,
  ],
  [
    'a remark beside a status that takes something back',
    put('common/statuses.tsv', 'aside', '附后', '无附件'),
    /叫法 "无附件": a word of aside holds a negation/,
  ],
  [
    'a status word that no cell could equal',
    put('common/statuses.tsv', 'done', '办毕', '已完成（全）'),
    /statuses\.tsv:\d+ 叫法 "已完成（全）": never found, for statuses are compared as "已完成\(全\)"/,
  ],
  [
    'a status word twice, once with a space',
    put('common/statuses.tsv', 'done', '办毕', '办 结'),
    /叫法 "办 结": stands here twice, differently written/,
  ],
  [
    'a word of totals that heads a column',
    put('common/rows.tsv', '合计独用', '共计', '程序'),
    /common\/rows\.tsv:\d+ 叫法 "程序": cases\.procedure has it as a header \(.*columns\.tsv:\d+\)/,
  ],
  [
    'a word below the table that heads a column which must be filled in',
    put('common/rows.tsv', '落款', '制表人', '重点任务：'),
    /rows\.tsv:\d+ 叫法 "重点任务：": tasks\.title has it as a header/,
  ],
  [
    'a word of mere numbers that heads a column of words',
    put('common/rows.tsv', '序号', 'NO.', '编号'),
    /rows\.tsv:\d+ 叫法 "编号": \w+\.\w+ has it as a header/,
  ],
  [
    'a word of rows of two kinds, once with another width',
    put('common/rows.tsv', '示例', '样例', '小计：'),
    /rows\.tsv:\d+ 叫法 "小计：": line \d+ of .* gives it another 种类/,
  ],
  [
    'a unit of two families',
    put('common/units.tsv', '否\t件、', '起', '场'),
    /叫法 "场": line \d+ of .* gives it another 单位/,
  ],
  [
    'an unknown status',
    put('common/statuses.tsv', 'done', 'done', 'finished'),
    /状态 "finished": expected one of not-started、/,
  ],
];

describe('a mistake in the tables', () => {
  longIt.each(cases)('is told: %s', (_, change, told) => {
    const { mistakes, texts } = compiledWith(change);
    expect(mistakes.filter((mistake) => told.test(mistake))).not.toEqual([]);
    expect(texts === null).toBe(true);
  });

  it('is told with the file and the line it stands in', () => {
    const lines = readFileSync(`src/editions/${indicators}`, 'utf8').split('\n');
    const line = lines.findIndex((text) => text.startsWith('A6\t')) + 1;
    expect(compiledWith(put(indicators, 'A6\t', '\t1\t', '\t一\t')).mistakes).toEqual([
      `${indicators}:${String(line)} 阈值 "一": expected a number`,
    ]);
  });

  it('does not hide the others', () => {
    const { mistakes } = compiledWith(
      put(indicators, 'A6\t', '\t1\t', '\t一\t'),
      put('rule-of-law/tasks.tsv', 'A-01', '{法制机构}', '司法局'),
      put('work-safety/titles.tsv', '工作报告', '{单位}', '{街道}'),
    );
    expect(mistakes.map((mistake) => mistake.split(':')[0])).toEqual([
      indicators,
      'rule-of-law/tasks.tsv',
      'work-safety/titles.tsv',
    ]);
  });
});

describe('the tables as they are', () => {
  it('have no mistakes and give the same texts each time', () => {
    const [one, other] = [compiledWith(), compiledWith()];
    expect(one.mistakes).toEqual([]);
    expect(one.editions?.names).toEqual(['法治政府建设', '安全生产']);
    expect(other.texts).toEqual(one.texts);
  });

  it('give the same whatever the order of lines that have none', () => {
    const reversed = (file: string): Change => [
      file,
      (lines) => {
        const head = lines.findIndex((line) => !line.startsWith('#')) + 1;
        return [...lines.slice(0, head), ...lines.slice(head).reverse()];
      },
    ];
    const files = ['edition', 'papers'].map((name) => `rule-of-law/${name}.tsv`);
    const shared = ['statuses', 'sheets', 'guide'].map((name) => `common/${name}.tsv`);
    expect(compiledWith(...[...files, ...shared].map(reversed)).texts).toEqual(compiledWith().texts);
  });

  it('may hold comments, blank lines and the line ends of Windows', () => {
    const edited: Change = [indicators, (lines) => lines.flatMap((line) => [`${line}\r`, '', '# 说明\r'])];
    expect(compiledWith(edited)).toMatchObject({ mistakes: [], texts: compiledWith().texts });
  });

  it('may have a word for the office in texts that are written for all', () => {
    const { editions } = compiledWith(put('rule-of-law/edition.tsv', '自称', '{自称}', '乡里'));
    const help = editions?.open('法治政府建设')?.sheets.progress.columns.taskId.help;
    expect(help).toBe('由乡里预填');
  });

  it('let an edition put its own line in the place of a common one', () => {
    const own = ['settings', 'signer', '', '签批人', '', '文字', '', '否', '人', '12', '', '签发人', '', '签批的职务'];
    const { editions } = compiledWith(add(columns, ...own));
    const headers = (name: string): readonly string[] =>
      Object.values(editions?.open(name)?.sheets.settings.columns ?? {}).map(({ header }) => header);
    const before = compiledWith().editions?.open('法治政府建设')?.sheets.settings.columns ?? {};
    expect(headers('法治政府建设').indexOf('签批人')).toBe(Object.keys(before).indexOf('signer'));
    expect(headers('安全生产')).toContain('签发人');
  });
});

it('a template more is its text and one line of the list: it is laid out and pushed beside the others', () => {
  const { mistakes, papers } = compiledWith(add('work-safety/papers.tsv', 'report-2', 'word', '督办单.txt'));
  expect(mistakes).toEqual([]);
  const made = writePapers(papers).find(({ name }) => name === 'word-work-safety-report-2');
  const text = strFromU8(unzipSync(made?.bytes ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array());
  expect(text).toContain('安全生产重点任务督办单');
});

it.each([
  ['镇', '司法所', '党政办'],
  ['局', '法规处', '办公室'],
])('lets tasks and indicators name a department by its role: in a %s it is that of the %s', (kind, legal, office) => {
  // The two departments have no word in common.
  const { mistakes, editions } = compiledWith(
    put('rule-of-law/departments.tsv', 'J02', '法规科', '法规处'),
    put('rule-of-law/tasks.tsv', 'A-01', '{法制机构}', '牵头：司法'),
    put(indicators, 'A2\t', '{法制机构}', '牵头：司法、党政办公室'),
  );
  expect(mistakes).toEqual([]);
  const edition = editions?.open('法治政府建设', { kind, above: '县', own: {} });
  expect(edition?.tasks.find(({ id }) => id === 'A-01')?.lead).toBe(legal);
  expect(edition?.indicators.find(({ code }) => code === 'A2')?.filledBy).toBe(`${legal}、${office}`);
});

it('a role that only some organs have is named by what only these are asked', () => {
  const lead = put('rule-of-law/tasks.tsv', 'A-01', '{法制机构}', '牵头：公安');
  const filler = put(indicators, 'B5.2\t', '{法制机构}', '牵头：公安');
  expect(compiledWith(lead, put('rule-of-law/tasks.tsv', 'A-01', '\t\t\t', '\t\t镇、乡\t'), filler).mistakes).toEqual(
    [],
  );
  const told = compiledWith(lead, put(indicators, 'A2\t', '{法制机构}', '牵头：公安')).mistakes;
  expect(told.map((one) => one.replace(/:\d+ /u, ' ')).sort()).toEqual([
    'rule-of-law/indicators.tsv 填报单位 "牵头：公安": no department has the role in 局',
    'rule-of-law/tasks.tsv 牵头单位 "牵头：公安": no department has the role in 局',
  ]);
});
