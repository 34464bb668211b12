/** Words of the tables that stand for something in the program. */
import { list, text, whole } from './cells.mjs';
import { short } from './readers.mjs';

/** How something that must not be public is recognised; the last ones are lists of words the others go by. */
export const publicFinders = {
  手机: 'mobile',
  座机: 'landline',
  证件: 'identity',
  账号: 'account',
  标签后账号: 'labelled',
  住址: 'address',
  文件名: 'file',
  单元格: 'cell',
  姓名在前: 'name-before',
  全名在前: 'full-name-before',
  几人在前: 'several-before',
  企业: 'firm',
  姓名在后: 'name-after',
  当事人在后: 'party-after',
  某某: 'hidden-name',
  名单: 'known-name',
  并列: 'name-beside',
  似并列: 'perhaps-beside',
  样式: 'pattern',
  标记: 'mark',
  短语: 'phrase',
  姓氏: 'surnames',
  非姓名: 'no-names',
  词尾: 'word-ends',
  非名字: 'no-given',
  名后: 'after-names',
  单位末字: 'unit-ends',
  文件名前: 'before-files',
  门牌前: 'before-houses',
  非门牌: 'after-numbers',
  标记后: 'after-marks',
  任职前: 'ranks',
  任职: 'posts',
  人名列: 'name-columns',
};

/** What is done with it. */
export const publicActions = { 遮盖: 'mask', 删句: 'drop-sentence', 删段: 'drop-text', 停止: 'stop', 核对: 'ask' };

/** Finders that are but lists of words: nothing is done by them. */
export const publicLists = [
  'surnames',
  'no-names',
  'word-ends',
  'no-given',
  'after-names',
  'unit-ends',
  'before-files',
  'before-houses',
  'after-numbers',
  'after-marks',
  'ranks',
  'posts',
  'name-columns',
];

/** The words an edition says of itself, by the names of 项. */
export const editionWords = {
  名称: { as: 'name', read: text(15) },
  顺序: { as: 'order', read: whole },
  机关类型: { as: 'organKind', read: short },
  办公室: { as: 'office', read: short },
  办公室全称: { as: 'officeInFull', read: short },
  自称: { as: 'us', read: short },
  全范围: { as: 'whole', read: short },
  分组: { as: 'group', read: short },
  全体: { as: 'everybody', read: short },
  无人填: { as: 'nobody', read: short },
  泛指开头: { as: 'manyPrefixes', read: list },
  // Blank for an office that asks no department for help.
  派出类型: { as: 'outpost', read: short, blank: '' },
};

/** Kinds of rows, no word of which may be of two kinds. */
export const recordlessRows = {
  合计: 'totals',
  合计独用: 'bareTotals',
  合计前: 'beforeTotals',
  说明: 'notes',
  落款: 'signatures',
  盖章: 'stamps',
  结语: 'closings',
  示例: 'examples',
};

/** Kinds of said.tsv. */
export const saidWords = {
  未定: 'unsure',
  存疑: 'doubtful',
  其中: 'parts',
  以外: 'besides',
  减少: 'less',
  到场: 'crowdEnds',
  非全数: 'notAll',
  非分项: 'noPart',
  案件单位: 'caseUnits',
  记录单位: 'recordUnits',
  另指: 'others',
  非另指: 'noOthers',
  否定: 'denials',
  未完: 'notYet',
  非否定: 'noDenials',
  无义: 'neutral',
  计法: 'counts',
  建有: 'built',
  未建: 'unbuilt',
  办了: 'carriedOut',
  问法: 'askings',
  答法: 'answers',
  牵头标: 'leadMarks',
  配合标: 'helpMarks',
  牵头前: 'leadLabels',
  配合前: 'helpLabels',
  由谁: 'byUnit',
  名字尾: 'nameEnds',
  单位泛称: 'unitNouns',
  未必: 'notSo',
};

/** All kinds of rows.tsv: those, then kinds of columns and headings, of names, and of what is done with a thing. */
export const rowWords = {
  ...recordlessRows,
  序号: 'numbers',
  自用: 'ownColumns',
  人名: 'personColumns',
  表头: 'headerEnds',
  项目栏: 'lineHeadings',
  累加单位: 'summedUnits',
  姓名栏: 'personNames',
  离岗: 'absences',
  空缺: 'vacancies',
  不算: 'voids',
  不算栏: 'voidColumns',
  另说栏: 'tellingColumns',
  乡镇词尾: 'townEnds',
  单位词尾: 'unitEnds',
  非词尾: 'noEnds',
  台账单位: 'ownerLabels',
  同一机关: 'sameNames',
  来往单位词尾: 'otherUnitEnds',
  做法: 'doings',
  步骤前: 'stepsBefore',
  步骤: 'steps',
  后事: 'laterDeeds',
  走到: 'caseSteps',
  非走到: 'noSteps',
  另计: 'countedApart',
  级别: 'honourLevels',
  单位栏: 'unitHeadings',
  应做: 'dueWords',
  非应做: 'notDue',
  已做: 'doneWords',
};
