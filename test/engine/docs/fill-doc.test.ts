import { checkDoc, fillDoc } from '../../../src/engine/docs/fill-doc';
import type { Dictionary, ModelRecord } from '../../../src/engine/language/model';
import { traced } from '../../../src/engine/language/model';
import type { DocJson } from '../../../src/local/services/docs/units';
import {
  applied,
  asRead,
  doc,
  docOf,
  linesOf,
  looksOf,
  p,
  picture,
  sectionBreak,
  styledTable,
  table,
  type Block,
} from './doc-builder';

const text = { type: 'text', help: '' } as const;
const dictionary: Dictionary = {
  镇: text,
  空: text,
  有: { type: 'bool', help: '' },
  任务: {
    type: 'list',
    help: '',
    of: { type: 'record', help: '', fields: { 名称: text, 来源: { type: 'list', help: '', of: text } } },
  },
  无: { type: 'list', help: '', of: text },
};
const model: ModelRecord = {
  镇: traced('大张楼镇', '大张楼镇', ['总表.xlsx 设置!B2']),
  空: '',
  有: false,
  任务: [
    { 名称: '普法', 来源: ['甲', '乙'] },
    { 名称: '执法🚀', 来源: [] },
    { 名称: '调解', 来源: ['丙'] },
  ],
  无: [],
};
const options = { name: '年度报告' };

/** The same with a drawing beside it. */
function anchored({ paragraph }: Block): Block {
  return { paragraph: { ...(paragraph as object), positionedObjectIds: ['kix.2'] } };
}

/** The same with text that somebody proposes. */
function suggested(json: DocJson): DocJson {
  return JSON.parse(JSON.stringify(json).replace(/("content":"\{\{)/u, '"suggestedInsertionIds":["s1"],$1')) as DocJson;
}

function fill(json: DocJson): ReturnType<typeof fillDoc> & { readonly after: DocJson } {
  const filled = fillDoc(asRead(json), model, dictionary, options);
  if (filled.requests === null) throw new Error(JSON.stringify(filled.problems, null, 1));
  return { ...filled, after: filled.requests.length === 0 ? json : applied(json, filled.requests) };
}

const lines = (json: DocJson): readonly string[] => linesOf(fill(json).after);
const looks = (json: DocJson): readonly string[] => looksOf(fill(json).after);
const refusals = (json: DocJson): readonly string[] =>
  fillDoc(asRead(json), model, dictionary, options).problems.map(
    ({ place, reason }) => `${place.spot ?? ''}：${reason}`,
  );

describe('a tag within a line', () => {
  it('is filled, and the text around it stays as it is', () => {
    expect(lines(doc(p('关于{{镇}}的报告'), p('没有标签')))).toEqual(['关于大张楼镇的报告', '没有标签']);
  });

  it('over several runs takes the look of the run it begins in', () => {
    const runs = [['前'], ['{{', { bold: true, italic: true }], ['镇', { italic: true }], ['}}后']] as const;
    expect(looks(doc(p(runs)))).toEqual(['前大张楼镇{bold=true italic=true}后']);
  });

  it('beside emoji counts as Google does, in UTF-16 code units', () => {
    expect(lines(doc(p('🚀🚀{{镇}}🎉{{镇}}🚀')))).toEqual(['🚀🚀大张楼镇🎉大张楼镇🚀']);
  });

  it('in a condition or loop keeps the look of each part', () => {
    const runs = [['{{#each 任务}}'], ['{{名称}}', { bold: true }], ['、', { italic: true }], ['{{/each}}。']] as const;
    expect(looks(doc(p(runs)))).toEqual([
      '普法{bold=true}、{italic=true}执法🚀{bold=true}、{italic=true}调解{bold=true}、{italic=true}。',
    ]);
  });

  it('brings its own look where it asks for one', () => {
    const [line = ''] = looks(doc(p('是{{着色 (粗体 镇) "红"}}的')));
    expect(line).toMatch(/^是大张楼镇\{bold=true foregroundColor=\{.*0\.75.*\}\}的$/u);
  });

  it('that prints nothing takes its paragraph along', () => {
    expect(lines(doc(p('前'), p('{{空}}'), p('后')))).toEqual(['前', '后']);
    expect(looks(doc(p('前'), p('{{空}}'), p('后')))).toHaveLength(2);
  });

  it('beside a picture leaves the picture where it is', () => {
    expect(looks(doc(p([['{{镇}}'], picture, ['{{镇}}']])))).toEqual(['大张楼镇□大张楼镇']);
  });
});

describe('a block over paragraphs', () => {
  it('keeps or removes them, and leaves no blank line behind', () => {
    const json = doc(p('前'), p('{{#if 有}}'), p('甲'), p('{{else}}'), p('乙'), p('{{/if}}'), p('后'));
    expect(looks(json)).toEqual(['前', '乙', '后']);
  });

  it('repeats them with the look of each', () => {
    const title = { namedStyleType: 'HEADING_2', alignment: 'CENTER' };
    const json = doc(
      p('前'),
      p('{{#each 任务}}'),
      p([['{{名称}}', { bold: true }], ['：']], { style: title }),
      p('说明{{名称}}'),
      p('{{/each}}'),
      p('后'),
    );
    const round = (name: string): readonly string[] => [
      `${name}{bold=true}： HEADING_2 {alignment=CENTER}`,
      `说明${name}`,
    ];
    expect(looks(json)).toEqual(['前', ...['普法', '执法🚀', '调解'].flatMap(round), '后']);
  });

  it('names nothing in the copy of a heading that cannot be written', () => {
    const style = { namedStyleType: 'HEADING_2', headingId: 'h.1', tabStops: [{ offset: { magnitude: 9 } }] };
    const { requests, after } = fill(
      doc(p('前'), p('{{#each 任务}}'), p('{{名称}}', { style }), p('{{/each}}'), p('后')),
    );
    expect(linesOf(after)).toEqual(['前', '普法', '执法🚀', '调解', '后']);
    expect(JSON.stringify(requests)).not.toMatch(/headingId|tabStops/u);
  });

  it('that ends a section leaves its line end, on which the section hangs', () => {
    const json = doc(p('前'), p('{{#if 有}}'), p('甲'), p('{{/if}}'), sectionBreak, p('后'));
    expect(lines(json)).toEqual(['前', '后']);
  });

  it('repeats the item of a list in the same list', () => {
    const json = doc(p('前'), p('{{#each 任务}}'), p('{{名称}}', { list: '数' }), p('{{/each}}'), p('后'));
    expect(looks(json)).toEqual(['前', '数· 普法', '数· 执法🚀', '数· 调解', '后']);
  });

  it('repeats items between plain paragraphs, which stay plain', () => {
    const indent = { style: { indentStart: { magnitude: 20, unit: 'PT' } } };
    const json = doc(p('{{#each 任务}}'), p('头{{名称}}', indent), p('{{名称}}', { list: '点' }), p('{{/each}}'));
    const head = '{indentStart={"magnitude":20,"unit":"PT"}}';
    expect(looks(json).slice(0, 6)).toEqual([
      `头普法 ${head}`,
      '点· 普法',
      `头执法🚀 ${head}`,
      '点· 执法🚀',
      `头调解 ${head}`,
      '点· 调解',
    ]);
  });

  it('within a block is right in both', () => {
    const json = doc(
      p('{{#each 任务}}'),
      p('{{名称}}'),
      p('{{#each 来源}}'),
      p('来自{{this}}', { list: '点' }),
      p('{{else}}'),
      p('没有来源'),
      p('{{/each}}'),
      p('{{/each}}'),
    );
    expect(lines(json)).toEqual(['普法', '来自甲', '来自乙', '执法🚀', '没有来源', '调解', '来自丙']);
  });

  it('at the end of the body leaves an empty paragraph that takes no room, as its line end cannot go', () => {
    const after = looks(
      doc(p('前'), p('{{#if 有}}'), p('甲', { list: '点', style: { spaceAbove: { magnitude: 9 } } }), p('{{/if}}')),
    );
    expect(after[0]).toBe('前');
    expect(after).toHaveLength(2);
    expect(after[1]).toContain('lineSpacing=100');
    expect(after[1]).not.toContain('点·');
  });

  it('before a table leaves such a paragraph, too', () => {
    const json = doc(p('前'), p('{{#if 有}}'), p('甲'), p('{{/if}}'), table(['表']), p('后'));
    expect(lines(json)).toEqual(['前', '表', '后']);
  });

  it('takes a table away with it', () => {
    const json = doc(p('前'), p('{{#if 有}}'), table(['表']), p('{{/if}}'), table(['另']), p('后'));
    expect(lines(json)).toEqual(['前', '另', '后']);
  });
});

describe('a block over rows', () => {
  it('repeats them with the look of cells and texts', () => {
    const blue = { backgroundColor: { color: { rgbColor: { blue: 1 } } } };
    const head = { style: { alignment: 'CENTER' } };
    const json = doc(
      styledTable(
        blue,
        ['序号', '任务'],
        ['{{#each 任务}}{{@index}}', [p([['{{名称}}', { bold: true }], ['{{/each}}']], head)]],
        ['合计', '{{镇}}'],
      ),
      p('后'),
    );
    expect(linesOf(fill(json).after)).toEqual([
      '序号 | 任务',
      '0 | 普法',
      '1 | 执法🚀',
      '2 | 调解',
      '合计 | 大张楼镇',
      '后',
    ]);
    const cell = '{backgroundColor={"color":{"rgbColor":{"blue":1}}}}|';
    for (const line of ['普法{bold=true} {alignment=CENTER}', '调解{bold=true} {alignment=CENTER}']) {
      expect(looksOf(fill(json).after)).toContain(`${cell} ${line}`);
    }
  });

  it('says all of the looks of a new cell’s text, as nobody knows how it comes', () => {
    const { requests } = fill(doc(table(['{{#each 任务}}{{名称}}{{/each}}']), p('')));
    const fields = (requests ?? []).flatMap((one) =>
      'updateParagraphStyle' in one ? [one.updateParagraphStyle.fields] : [],
    );
    expect(fields).toHaveLength(2);
    for (const each of fields)
      for (const name of ['alignment', 'lineSpacing', 'spaceAbove', 'indentFirstLine'])
        expect(each.split(',')).toContain(name);
  });

  it('of several rows repeats them together', () => {
    const json = doc(table(['{{#each 任务}}{{名称}}', '甲'], ['乙', '{{名称}}{{/each}}']), p(''));
    expect(lines(json)).toEqual(['普法 | 甲', '乙 | 普法', '执法🚀 | 甲', '乙 | 执法🚀', '调解 | 甲', '乙 | 调解']);
  });

  it('removes them, and the table when none is left', () => {
    expect(lines(doc(p('前'), table(['头', '头'], ['{{#each 无}}', '{{/each}}']), p('后')))).toEqual([
      '前',
      '头 | 头',
      '后',
    ]);
    expect(lines(doc(p('前'), table(['{{#each 无}}{{this}}', '{{/each}}']), p('后')))).toEqual(['前', '后']);
  });

  it('in a cell repeats its paragraphs', () => {
    const cell = [p('{{#each 任务}}'), p('{{名称}}'), p('{{/each}}')];
    expect(lines(doc(table(['头', cell]), p('后')))).toEqual(['头 | 普法\n执法🚀\n调解', '后']);
  });

  it('says nothing of page breaks in cells and headers, where Google refuses to hear of them', () => {
    const style = { pageBreakBefore: false, alignment: 'CENTER' };
    const cell = [p('甲'), p('{{#if 有}}'), p('乙', { style }), p('{{/if}}', { style })];
    const json = docOf([table(['头', cell]), p('后')], {
      headers: { h: [p('{{#if 有}}', { style }), p('{{/if}}', { style })] },
    });
    expect(lines(json)).toEqual(['头 | 甲', '后']);
  });

  it('in a table within a table is right as well', () => {
    const inner = table(['{{#each 任务}}{{名称}}', '{{../镇}}{{/each}}']);
    expect(lines(doc(table(['头', [inner, p('尾')]]), p('后')))).toEqual([
      '普法 | 大张楼镇',
      '执法🚀 | 大张楼镇',
      '调解 | 大张楼镇',
      '头 | 尾',
      '后',
    ]);
  });
});

describe('headers, footers and notes', () => {
  it('are filled: those of the first page, too', () => {
    const json = docOf([p('{{镇}}')], {
      headers: { 'kix.first': [p('首页{{镇}}')], 'kix.other': [p('{{#each 任务}}{{名称}} {{/each}}')] },
      footers: { 'kix.foot': [p('{{#if 有}}'), p('甲'), p('{{/if}}'), table(['{{镇}}']), p('末')] },
      footnotes: { 'kix.a': [p('注{{镇}}')], 'kix.b': [p('又{{镇}}')] },
    });
    expect(lines(json)).toEqual([
      '大张楼镇',
      '页眉：首页大张楼镇',
      '页眉：普法 执法🚀 调解 ',
      '页脚：大张楼镇',
      '页脚：末',
      '脚注：注大张楼镇',
      '脚注：又大张楼镇',
    ]);
  });
});

describe('what comes along', () => {
  it('is the trace of each value, with its place', () => {
    const { trace, text: told } = fill(doc(p('一、{{镇}}', { style: { namedStyleType: 'HEADING_1' } }), p('{{镇}}')));
    expect(trace.map(({ field, place, sources }) => [field, place, sources])).toEqual([
      ['镇', '标题“一、大张楼镇”', ['总表.xlsx 设置!B2']],
      ['镇', '“一、大张楼镇”下第 1 段', ['总表.xlsx 设置!B2']],
    ]);
    expect(told).toEqual(['一、大张楼镇', '大张楼镇']);
  });

  it('is nothing to do for a Doc without tags', () => {
    expect(fill(doc(p('没有'), table(['标签']), p('了'))).requests).toEqual([]);
  });

  it('is a word for signs that Google strips', () => {
    const filled = fillDoc(asRead(doc(p('{{镇}}'))), { ...model, 镇: '张\ue863镇' }, dictionary, options);
    expect(linesOf(applied(doc(p('{{镇}}')), filled.requests))).toEqual(['张镇']);
    expect(filled.problems).toMatchObject([{ code: 'doc-sign-lost', place: { spot: '正文第 1 段' } }]);
  });

  it('is a line break for a value of two lines', () => {
    const filled = fillDoc(asRead(doc(p('{{镇}}'))), { ...model, 镇: '一\n二\t三' }, dictionary, options);
    expect(linesOf(applied(doc(p('{{镇}}')), filled.requests))).toEqual(['一\n二\t三']);
  });
});

describe('a template is refused with a place', () => {
  const cases: readonly (readonly [what: string, json: DocJson, words: RegExp])[] = [
    ['for a field that does not exist', doc(p('{{县}}')), /^正文第 1 段：.*县/u],
    ['for a block without end', doc(p('甲'), p('{{#if 有}}')), /^正文第 2 段：.*没有结束/u],
    ['for a tag with a picture in it', doc(p([['{{镇'], picture, ['}}']])), /^正文第 1 段：.*夹着图片/u],
    ['for a picture', doc(p('{{图片 "章.png"}}')), /^正文第 1 段：.*图片/u],
    ['for a page break', doc(p('{{分页}}')), /^正文第 1 段：.*只有 Word 报告里能用/u],
    ['for a chart', doc(p('{{图表 任务 名称="名称" 数值="名称"}}')), /^正文第 1 段：/u],
    [
      'for a table in a loop',
      doc(p('{{#each 任务}}'), table(['{{名称}}']), p('{{/each}}')),
      /^正文第 1 段：.*里面有整个表格/u,
    ],
    [
      'for a picture in a loop',
      doc(p('{{#each 任务}}'), p([['{{名称}}'], picture]), p('{{/each}}')),
      /^正文第 1 段：.*里面有图片/u,
    ],
    [
      'for a picture in a loop within a line',
      doc(p([['{{#each 任务}}'], picture, ['{{/each}}']])),
      /^正文第 1 段：这里有不能放进 Google 文档/u,
    ],
    [
      'for two lists in a loop',
      doc(p('{{#each 任务}}'), p('{{名称}}', { list: '点' }), p('乙', { list: '数' }), p('{{/each}}')),
      /^正文第 1 段：.*两种列表/u,
    ],
    [
      'for two levels of a list in a loop',
      doc(p('{{#each 任务}}'), p('{{名称}}', { list: '点' }), p('乙', { list: '点', level: 1 }), p('{{/each}}')),
      /^正文第 1 段：.*两级/u,
    ],
    [
      'for numbers that would have to begin anew',
      doc(p('{{#each 任务}}'), p('{{名称}}'), p('乙', { list: '数' }), p('{{/each}}')),
      /^正文第 1 段：.*从头编起/u,
    ],
    [
      'for a list in a row that is repeated',
      doc(table(['{{#each 任务}}', [p('{{名称}}', { list: '点' })], '{{/each}}']), p('')),
      /^表 1 第 1 行第 1 列：.*行里有列表/u,
    ],
    [
      'for merged cells in a table that grows',
      doc(styledTable({ columnSpan: 2 }, ['{{#each 任务}}{{名称}}', '{{/each}}']), p('')),
      /^表 1 第 1 行第 1 列：.*合并/u,
    ],
    [
      'for merged cells in a table of which a row goes',
      doc(styledTable({ columnSpan: 2 }, ['头', '头'], ['{{#if 有}}甲', '{{/if}}']), p('')),
      /^表 1 第 1 行第 1 列：这里有不能/u,
    ],
    [
      'for a drawing that hangs on a paragraph in a loop',
      doc(p('{{#each 任务}}'), anchored(p('{{名称}}')), p('{{/each}}')),
      /^正文第 1 段：.*里面有图片/u,
    ],
    [
      'for a break of sections in a loop',
      doc(p('{{#each 任务}}'), p('{{名称}}'), sectionBreak, p('乙'), p('{{/each}}')),
      /分节/u,
    ],
    ['for a second tab', { tabs: [...doc(p('{{镇}}')).tabs, {}] }, /^：文档有几个标签页/u],
    ['for a suggestion nobody decided', suggested(doc(p('{{镇}}'))), /^正文第 1 段：有还没有处理的修改建议/u],
    [
      'for a table of contents that shows tags',
      doc({ startIndex: 0, endIndex: 8, tableOfContents: { content: [p('{{镇}}')] } }, p('{{镇}}')),
      /^目录：目录里印着标签/u,
    ],
  ];

  it.each(cases)('%s', (_, json, words) => {
    expect(refusals(json).join('\n')).toMatch(words);
    expect(fillDoc(asRead(json), model, dictionary, options).requests).toBeNull();
  });

  it('also when it is only checked, with the same words', () => {
    const json = doc(p('{{县}}'), p('{{#each 任务}}'), table(['{{名称}}']), p('{{/each}}'));
    const checked = checkDoc(asRead(json), dictionary, options);
    expect(checked).toHaveLength(2);
    expect(checked).toEqual(fillDoc(asRead(json), model, dictionary, options).problems);
  });

  it('when the service gave nothing', () => {
    expect(checkDoc({}, dictionary, options)).toMatchObject([{ code: 'doc-empty' }]);
  });
});
