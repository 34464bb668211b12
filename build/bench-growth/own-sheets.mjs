/** Own sheets of many rows that are not as asked, by kind. */
import { department, editions, times } from './office.mjs';

/** What a cell of each type usually says. */
const usual = {
  day: (i) => `2022-${two((i % 11) + 1)}-${two((i % 28) + 1)}`,
  choice: (i, { choices }) => choices[i % choices.length],
  yesNo: (i) => (i % 3 === 0 ? '否' : '是'),
  quantity: (i) => (i % 9) + 1,
  money: (i) => (i % 997) * 10,
  text: (i) => `某事${i % 400}`,
};
/** What it may say instead. */
const unusual = {
  day: ['待定', '', '某天', '2021-05-05', '3月', '1-3月', '2022.13.45', '长期', '同上', '2022-01-01至2022-03-01'],
  choice: ['别的', '', '/', '警告、罚款', '同上', '？', '罚款并没收', '其他（见附件）'],
  yesNo: ['部分', '', '/', '未知', '是（部分）', '否，已补', '同上'],
  quantity: ['约300', '', '若干', '3-5', '三百余', '12人次', '300注2', '5+3', '同上', '无', '-4', '1.5'],
  money: ['约300元', '', '若干', '3万', '3000元整', '罚款500', '500、600', '同上', '免', '-500', '伍佰元'],
  text: ['同上', '', '/', '某商店等3家', '甲\n乙', '某'.repeat(80), '合计', '注：见附件', '（示例）'],
};

function two(number) {
  return String(number).padStart(2, '0');
}

const plainRow = (columns, i) => columns.map((column) => usual[column.type](i, column));
/** One cell of the row says what it may say instead. */
const strangeRow = (columns, i, types = Object.keys(usual)) => {
  const row = plainRow(columns, i);
  const at = columns.flatMap(({ type }, index) => (types.includes(type) ? [index] : []));
  if (at.length === 0) return row;
  const index = at[i % at.length];
  const said = unusual[columns[index].type];
  row[index] = said[Math.floor(i / at.length) % said.length];
  return row;
};
const alone = (columns, text, at = 0) => columns.map((_, index) => (index === at ? text : ''));

/** Rows by kind, each of the columns and its number. */
const rowKinds = {
  plain: plainRow,
  'strange cells': strangeRow,
  'strange days': (columns, i) => strangeRow(columns, i, ['day']),
  'strange choices': (columns, i) => strangeRow(columns, i, ['choice', 'yesNo']),
  'strange numbers': (columns, i) => strangeRow(columns, i, ['quantity', 'money']),
  'strange texts': (columns, i) => strangeRow(columns, i, ['text']),
  'other words each': (columns, i) =>
    plainRow(columns, i).map((cell, at) => (at === i % columns.length ? `另${i}说` : cell)),
  'all other words': (columns, i) => columns.map((_, at) => `另${i}说${at}`),
  'the same': (columns) => plainRow(columns, 1),
  blank: (columns, i) => (i % 2 ? plainRow(columns, i) : []),
  totals: (columns, i) => (i % 3 ? plainRow(columns, i) : ['合计', ...plainRow(columns, i).slice(1)]),
  'totals of parts': (columns, i) =>
    i % 5
      ? plainRow(columns, i)
      : columns.map(({ type }, at) => (at === 0 ? '小计' : type === 'quantity' || type === 'money' ? 12 : '')),
  sections: (columns, i) => (i % 3 ? plainRow(columns, i) : alone(columns, `（${i}）小标题`)),
  remarks: (columns, i) => (i % 3 ? plainRow(columns, i) : alone(columns, `注：第${i}条说明`)),
  'signed at the end': (columns, i) => (i % 3 ? plainRow(columns, i) : alone(columns, `填表人：某${i}`, 1)),
  unlike: (columns, i) => (i % 3 ? plainRow(columns, i) : alone(columns, `签字${i}`, columns.length - 1)),
  'numbers alone': (columns, i) => (i % 3 ? plainRow(columns, i) : alone(columns, i, columns.length - 1)),
  headers: (columns, i) => (i % 4 ? plainRow(columns, i) : columns.map(({ header }) => header)),
  'half headers': (columns, i) => (i % 4 ? plainRow(columns, i) : columns.slice(0, 3).map(({ header }) => header)),
  'other headers': (columns, i) =>
    i % 4 ? plainRow(columns, i) : i % 8 ? [] : ['序号', '姓名', '电话', '地址', '备注'],
  'header and unit': (columns, i) =>
    i % 6 > 2 ? plainRow(columns, i) : [[''], ['单位：万元'], columns.map(({ header }) => header)][i % 6],
  'void words': (columns, i) => [...plainRow(columns, i), i % 2 ? '已作废' : ''],
  'void in a cell': (columns, i) => plainRow(columns, i).map((cell, at) => (at === 1 ? `${cell}（作废）` : cell)),
  'extra columns': (columns, i) => [...plainRow(columns, i), `另${i}`, i, '2022-01-05', i % 2 ? '备注' : ''],
  ditto: (columns, i) => (i % 50 ? columns.map(() => '同上') : plainRow(columns, i)),
  'only the first cell': (columns, i) => (i % 40 ? ['', ...plainRow(columns, i).slice(1)] : plainRow(columns, i)),
  'one cell': (columns, i) => alone(columns, plainRow(columns, i)[i % columns.length], i % columns.length),
  'long texts': (columns, i) =>
    plainRow(columns, i).map((cell, at) => (columns[at].type === 'text' ? `${'某'.repeat(200)}${i}` : cell)),
  mixed: (columns, i) => {
    const kinds = Object.values(rowKinds).filter((kind) => kind !== rowKinds.mixed);
    return kinds[i % kinds.length](columns, Math.floor(i / kinds.length) + i);
  },
};

/** All kinds of rows in one sheet of each edition, the mixed ones in all others. */
export async function ownSheetKinds() {
  const all = await editions();
  return all.flatMap((edition) =>
    edition.details.flatMap(({ key, sheet }) =>
      Object.keys(rowKinds)
        .filter((kind) => kind === 'mixed' || kind === 'plain' || everyKind.includes(key))
        .map((kind) => ({
          name: `${sheet.title}: ${kind}`,
          rows: sheet.kind === 'form' ? 300 : 3000,
          office: (n) => ({
            edition: edition.key,
            hub: { 设置: settingsOf(edition) },
            books: { [`${department}.xlsx`]: { [sheet.title]: sheetRows(sheet, kind, n) } },
          }),
        })),
    ),
  );
}
const everyKind = ['cases', 'publicity', 'hazards'];

function settingsOf(edition) {
  const place = Object.values(edition.sheets.settings.columns)[1].header;
  return [
    ['报告种类', edition.name],
    ['报告年度', 2022],
    [place, '某地'],
  ];
}

function sheetRows({ kind, columns }, rowKind, n) {
  const list = Object.values(columns);
  if (kind === 'form')
    return times(n, (i) => [
      list[i % list.length].header,
      rowKind === 'plain' ? i : strangeRow(list, i)[i % list.length],
    ]);
  const header = list.map(({ header: text }) => text);
  return [rowKind === 'void words' ? [...header, '状态'] : header, ...times(n, (i) => rowKinds[rowKind](list, i))];
}
