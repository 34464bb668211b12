/** The list of all that a template of an edition may name, from the declarations of the report's fields, the indicators and the helpers. */

const typeNames = { text: '文字', number: '数', date: '日期', bool: '是否', list: '列表', record: '组' };

/** Chapters of the list: heading, what the reader should know, top-level fields. The indicators stand in chapters of their own. */
const topicsOf = ({ sheets, wordRules, sections: { required } }) => ({
  paper: {
    title: '公文要素',
    intro: '来自总表的“设置”。',
    names: [
      '年度',
      '下一年度',
      ...Object.values(sheets.settings.columns)
        .map(({ printedAs }) => printedAs)
        .filter((name) => name !== ''),
      ...['统计截止日', '核算日', '标题', '标题分行', '落款', '成文日期', '成文日期前空', '接排', '示例'],
      ...['附数据表', '公开版', '零报告', '时段', '年度时段', '下一时段', '整年', '单位简称'],
    ],
  },
  organ: {
    title: '机关和时间的说法',
    intro:
      '因机关类型（总表“设置”）、报告的时间而不同的词。“设置”的“用词”可以改。没有的（局没有村级单位，会议还没有召开），放在条件里就不印。',
    names: [...wordRules.filter(({ help }) => help !== '').map(({ word }) => word), '现行'],
  },
  tasks: {
    title: '任务和单位',
    intro: '来自总表的“任务”“单位”和各单位填报的“任务进展”。',
    names: ['任务', '章节', '部门', '缺报部门', '无进展部门', '单位数'],
  },
  table: { title: '指标', intro: '一次列出全部有数据的指标，用于表格。', names: ['数据表'] },
  weak: {
    title: '薄弱环节',
    intro: '由指标判断得出，文字来自总表的“薄弱”。',
    names: ['薄弱', '提示', '计划事项', '自设计划', '判断'],
  },
  own: {
    title: '综述素材和指标句',
    intro: '办公室自己写在总表里的段落和句子。',
    names: [...required, '素材', '指标句', '自设章节'],
  },
  sources: {
    title: '数据来源',
    intro: '只在报告最后的附件里用：总表“附数据来源”为“是”时，列出前面每个数字出自哪里。',
    names: ['数据来源'],
  },
});

/**
 * The list as Markdown. `dictionary` holds the fields of the edition's report, `helpers` each helper once.
 * @throws when a field stands in no chapter, or a chapter names one that does not exist
 */
export function fieldList({ edition, dictionary, helpers }) {
  const topics = topicsOf(edition);
  checkTopics(topics, dictionary);
  const described = new Map();
  const lines = ({ intro, names }) => [intro, ...fieldTables(names, dictionary, described)];
  const { paper, organ, tasks, table: indicatorTable, weak, own, sources } = topics;
  const sections = [
    { title: paper.title, lines: lines(paper) },
    { title: organ.title, lines: lines(organ) },
    { title: tasks.title, lines: lines(tasks) },
    {
      title: indicatorTable.title,
      lines: [...indicatorTables(edition), '### 数据表', ...lines(indicatorTable)],
    },
    { title: weak.title, lines: lines(weak) },
    { title: own.title, lines: lines(own) },
    { title: sources.title, lines: lines(sources) },
    { title: '函数', lines: helperTable(helpers) },
  ];
  const numbered = sections.flatMap(({ title, lines }, index) => [
    `## ${'一二三四五六七八九'[index]}、${title}`,
    ...lines,
  ]);
  return `${[...introduction(edition), ...numbered].join('\n\n')}\n`;
}

/** Each field stands in one section; a new one must be put somewhere. */
function checkTopics(topics, dictionary) {
  const listed = [
    ...Object.values(topics).flatMap(({ names }) => names),
    '指标',
    '偏低',
    '达标',
    '报齐',
    '无疑',
    '比上年',
  ];
  const missing = Object.keys(dictionary).filter((name) => !listed.includes(name));
  const unknown = listed.filter((name) => !(name in dictionary));
  if (missing.length + unknown.length > 0) {
    throw new Error(`topics: not listed ${missing.join(' ') || '-'}, not there ${unknown.join(' ') || '-'}`);
  }
}

function introduction({ name, indicators }) {
  const { event, count } = examplesOf(indicators);
  return [
    `# 模板字段清单（${name}）`,
    '年度报告模板（`模板/年度报告.docx`）里能用的全部字段和函数。本页由 `node build/fields.mjs` 生成，不要手改。',
    '## 怎么写',
    table(
      ['要做什么', '写法'],
      [
        ['印一个值', `\`{{年度}}\`、\`{{指标.${event}}}\``],
        ['有数据才写这句话', `\`{{#if 指标.${event}}}${event}：{{指标.${event}}}。{{/if}}\``],
        ['否则写另一句', '`{{#if 薄弱}}……{{else}}……{{/if}}`'],
        ['列表里每一项写一遍', '`{{#each 薄弱}}{{序号一 @index}}{{表述}}。{{/each}}`'],
        ['在列表里用外层的字段', '`{{#each 薄弱}}{{../年度}}年{{类别}}{{/each}}`'],
        ['条件里用函数', '`{{#if (不小于 任务.应完成 5)}}完成率{{任务.完成率}}{{/if}}`'],
        ['没有才写（没有数据、“否”、空列表）', '`{{^薄弱}}没有薄弱环节。{{/薄弱}}`'],
        ['列表有几项', '`{{薄弱.length}}`'],
        ['不管在哪一层都用最外层的字段', '`{{@root.年度}}`'],
        ['印出大括号本身', '`\\{{年度}}`'],
      ],
    ),
    `\`#if\` 把没有数据、0、“否”和空列表都当作不成立；0 也要写出来的，用 \`{{#if (有 指标.${count})}}……{{/if}}\`。` +
      '没有数据又没有放在条件里的字段，报告里印成 `【待补：……】`，并列入问题。',
    '`{{#if …}}`、`{{else}}`、`{{/if}}`、`{{#each …}}`、`{{/each}}` 单独占一段时，成文后这一段整段消失，不留空行。' +
      '也可以写成 如果、否则、每个、除非。',
    '循环的标签夹在一段文字中间又跨了段的，在标签处分段；条件的标签这样写，前后的文字接成一段。自动编号的一段里只有一个循环的，每一项印成一段。' +
      '嵌套的循环里，外层每一轮列表都从头编号，要接着编的在列表的一段里写 `{{连续编号}}`。',
    '循环里的脚注、尾注、批注、书签和内容控件每一轮各有一份，脚注和批注里可以用那一轮的字段。题注编号、交叉引用、目录的文字成文时算好，' +
      '页码由 Word 打开时更新。表格里一格只有一个循环、上下两行以上都这样写、循环里只有标签没有文字的，按列重复；有文字的写上 `{{逐列}}`。',
    '数据里的名称与 目录、分页 等没有参数的函数同名时，印数据；名称里有括号、斜杠、空格的（`完成率（%）`、`单价/元`），整个标签就是这个名称时照写，' +
      '放进函数里时用方括号括起来。',
  ];
}

/** One table of the named fields, groups opened out, and one for each kind of list item not described before. */
function fieldTables(names, dictionary, described) {
  const lists = [];
  const rows = names.flatMap((name) => fieldRows({ name, path: name, wrap: (tag) => tag }, dictionary[name], lists));
  return [fieldTable(rows), ...itemTables(lists, described)];
}

/** The rows of one field: itself, or the members of a group. `at`: its name, its full path, the loops around it. */
function fieldRows(at, field, lists) {
  if (field.type === 'record') {
    return Object.entries(field.fields).flatMap(([member, inside]) =>
      fieldRows({ ...at, name: `${at.name}.${member}`, path: `${at.path}.${member}` }, inside, lists),
    );
  }
  if (field.type === 'list' && field.of.type === 'record') lists.push({ at, fields: field.of.fields });
  return [[`\`${at.name}\``, typeNames[field.type], field.help, `\`${example(at.name, field)}\``]];
}

/** What stands in one item of each list; a kind of item is described once. */
function itemTables(lists, described) {
  const again = new Map();
  const lines = lists.flatMap(({ at, fields }) => {
    const key = JSON.stringify(fields);
    const known = described.get(key);
    if (known !== undefined) again.set(known, [...(again.get(known) ?? []), at.path]);
    return known === undefined ? itemTable(at, fields, described.set(key, at.path)) : [];
  });
  const same = [...again].map(([known, paths]) => `${paths.map(quoted).join('')}每一项的字段同${quoted(known)}。`);
  return [...same, ...lines];
}

function itemTable(at, fields, described) {
  const lists = [];
  const wrap = (tag) => at.wrap(`{{#each ${at.name}}}${tag}{{/each}}`);
  const rows = Object.entries(fields).flatMap(([name, field]) =>
    fieldRows({ name, path: `${at.path}.${name}`, wrap }, field, lists),
  );
  const lead = `写在 \`${wrap('……')}\` 中间。`;
  return [`### ${quoted(at.path)}每一项的字段`, lead, fieldTable(rows), ...itemTables(lists, described)];
}

function quoted(path) {
  return `“${path}”`;
}

function example(name, field) {
  if (field.type === 'bool') return `{{#if ${name}}}……{{/if}}`;
  if (field.type !== 'list') return `{{${name}}}`;
  if (/^(素材|指标句)\./u.test(name)) return `{{#each ${name}}}{{this}}{{/each}}`;
  if (field.of.type !== 'record') return `{{顿号 ${name}}}`;
  const first = ['名称', '类别'].find((member) => member in field.of.fields) ?? Object.keys(field.of.fields)[0];
  return `{{顿号 ${name} "${first}"}}`;
}

function fieldTable(rows) {
  return table(['字段', '类型', '说明', '写法示例'], rows);
}

/** Names to show: of an indicator that counts events, of another that counts, of a rate that is judged. */
function examplesOf(indicators) {
  const event = indicators.find(({ aggregate }) => aggregate === 'lead') ?? indicators[0];
  const count = indicators.find((one) => one.kind === 'count' && one.numerator === null && one !== event) ?? event;
  const rate = indicators.find(({ numerator, threshold }) => numerator !== null && threshold !== null) ?? event;
  return { event: event.name, count: count.name, rate: rate.name };
}

function indicatorTables({ indicators, areas, words }) {
  const { rate } = examplesOf(indicators);
  const lines = [
    `字段印出${words.whole}的数值，带单位，如“26场次”“86.8%”“2.86万元”；分母不足 5 的比率印成“2件中1件”。` +
      `比较大小时比率按百分数算：\`{{#if (小于 指标.${rate} 90)}}……{{/if}}\`。`,
    `把 \`指标\` 换成 \`偏低\` 就是条件：\`{{#if 偏低.${rate}}}……{{/if}}\` 在达不到标准时成立；换成 \`报齐\` 在各单位都报了数时成立，换成 \`无疑\` 在报齐而且没有“请核实”时成立，换成 \`达标\` 在无疑而且达到标准时成立；换成 \`比上年\` 印“比上年增加2次”“与上年持平”这样的话，没有上年值的为空。` +
      '总表的“指标”表里自己加的指标，写法相同。',
    '以下按薄弱类别排列，也就是 `指标句` 的分类。编号是总表“指标”表和填报表里的编码。',
  ];
  const tables = areas.flatMap(({ area }) => {
    const rows = indicators
      .filter((indicator) => indicator.area === area)
      .map(({ code, name, unit, help }) => [code, `\`{{指标.${name}}}\``, unit, help]);
    return rows.length === 0 ? [] : [`### ${area}`, table(['编号', '写法', '单位', '口径'], rows)];
  });
  return [...lines, ...tables];
}

export function helperTable(helpers) {
  return [
    '写在字段前面，用空格隔开；放在条件里或者别的函数里时加小括号。方括号里的参数可以不写。英文名称也能用。' +
      '例子里的字段名只作示意，换成上面各表里的字段。',
    table(
      ['函数', '参数', '作用', '例子'],
      helpers.map((helper) => [helper.names.join('、'), parameters(helper), ...usage(helper.help)]),
    ),
  ];
}

function parameters({ params, rest, named = [] }) {
  const listed = params.map(({ name, optional }) => (optional ? `[${name}]` : name));
  return [...listed, ...(rest ? ['…'] : []), ...named.map(({ name }) => `[${name}="…"]`)].join(' ');
}

/** The help text is a sentence, a colon and an example. */
function usage(help) {
  const [, said, tags, rest] = /^(.*?)：(\{\{.*\}\})(.*)$/su.exec(help) ?? [null, help, '', ''];
  return [said, tags === '' ? '' : `\`${tags}\`${rest}`];
}

function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => cell.replace(/\|/gu, '\\|').replace(/\n/gu, ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
