import { writeXlsx } from 'hucre/xlsx';
import { cell, type SheetDraft, type WorkbookDraft } from '../../src/core/sheets/draft';
import { starterContents } from '../../src/core/sheets/hub-contents';
import { hubDraft } from '../../src/core/sheets/hub-draft';
import { requestsFromDraft, requestsToReplace } from '../../src/google/workbook-requests';
import { strFromU8, unzipSync } from 'fflate';
import { makeBook } from '../../src/local/books/book';
import { readBook } from '../../src/local/books/xlsx/xlsx-read';
import { finishXlsx } from '../../src/local/books/xlsx/xlsx-finish';
import { frameOf } from '../../src/local/books/xlsx/xlsx-write';
import { applyRequests } from '../../src/local/services/sheets-requests';
import { ruleOfLaw } from '../edition';

function sheet(title: string, text = '内容'): SheetDraft {
  return {
    ...{ title, tabColour: 'F2C94C', frozenRows: 1, frozenColumns: 0, widths: [10, 20], heights: { 0: 40 } },
    rows: [[cell('标题', 'title')], [cell(text, 'open-text'), cell(44742, 'open-day')]],
    ...{ merges: [], validations: [], colours: [], filter: null, newRows: [], chart: null },
    protection: { kind: 'all-but', open: [] },
  };
}

const book = (...sheets: readonly SheetDraft[]): WorkbookDraft => ({ title: '测试', sheets });
const textAt = (made: ReturnType<typeof makeBook>, title: string): unknown =>
  made.sheets.find((one) => one.title === title)?.cells[1]?.[0]?.value;

describe('the requests of a new workbook', () => {
  it('leave exactly the sheets of the draft, in order', () => {
    const made = makeBook();
    applyRequests(made, requestsFromDraft(book(sheet('甲'), sheet('乙')), [0], ''));
    expect(made.sheets.map(({ title }) => title)).toEqual(['甲', '乙']);
  });

  it.each(['=1+1', '+86', '-无', '@某单位', "'引号"])('keep %s a text', (text) => {
    const requests = requestsFromDraft(book(sheet('甲', text)), [0], '');
    expect(JSON.stringify(requests)).not.toContain('formulaValue');
    const made = makeBook();
    applyRequests(made, requests);
    expect(textAt(made, '甲')).toBe(text);
  });

  it('are all known to the local service, for the whole hub', () => {
    const made = makeBook();
    applyRequests(made, requestsFromDraft(hubDraft(ruleOfLaw, starterContents(ruleOfLaw, 2022)), [0], ''));
    expect(made.sheets.map(({ title }) => title)).toEqual([
      '设置',
      '单位',
      '任务',
      '指标',
      '薄弱',
      '综述素材',
      '节假日',
      '对照数据',
    ]);
    expect(made.sheets.every(({ protection, frozenRows }) => protection !== null && frozenRows > 0)).toBe(true);
  });

  it('draw a chart below the rows, of numbers that stand in cells, with the headers as names of its parts', async () => {
    const area = (column: number) => ({ startRow: 0, endRow: 2, startColumn: column, endColumn: column + 1 });
    const chart = { title: '完成情况', names: area(0), parts: [{ area: area(1), name: '逾期', colour: 'B3261E' }] };
    const rows = [
      [cell('单位', 'header'), cell('逾期', 'header')],
      [cell('司法所', 'plain'), cell(3, 'plain')],
    ];
    const made = makeBook();
    applyRequests(made, requestsFromDraft(book({ ...sheet('甲'), rows, chart }), [0], ''));
    const [drawn] = made.sheets[0]?.charts ?? [];
    const box = { startRow: 0, endRow: 2, startColumn: 1, endColumn: 2 };
    expect(drawn).toMatchObject({ title: '完成情况', parts: [{ box, colour: 'B3261E' }], row: 3, column: 0 });
    const bytes = finishXlsx(await writeXlsx(frameOf(made)), made);
    const [, xml = ''] = Object.entries(unzipSync(bytes)).find(([name]) => /charts\/chart\d+\.xml$/u.test(name)) ?? [];
    expect(strFromU8(xml as Uint8Array)).toMatch(/percentStacked[^]*逾期[^]*'甲'!A2[^]*'甲'!B2/u);
    // On paper the chart begins a page.
    const page = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(page).toMatch(/orientation="portrait" fitToWidth="1" fitToHeight="0"[^]*<brk id="3"/u);
    const again = await readBook('结果.xlsx', bytes);
    expect(again.sheets[0]?.charts.map(({ title, parts, names }) => ({ title, parts, names }))).toEqual([
      { title: '完成情况', parts: [{ box, colour: 'B3261E' }], names: { ...box, startColumn: 0, endColumn: 1 } },
    ]);
  });

  it('open only the areas people fill in', () => {
    const made = makeBook();
    const open = [{ startRow: 1, endRow: 2, startColumn: 0, endColumn: 1 }];
    const form: SheetDraft = { ...sheet('甲'), protection: { kind: 'all-but', open } };
    applyRequests(made, requestsFromDraft(book(form), [0], ''));
    const locks = made.sheets[0]?.cells[1]?.map((one) => one?.style?.protection?.locked ?? true);
    expect(locks).toEqual([false, true]);
  });

  it('carry rules and notes', () => {
    const made = makeBook();
    const area = { startRow: 1, endRow: 2, startColumn: 0, endColumn: 1 };
    const ruled: SheetDraft = {
      ...sheet('甲'),
      rows: [[cell('状态', 'header', '从下拉表选')], [cell(null, 'open-word')]],
      validations: [{ area, rule: { kind: 'list', choices: ['推进中', '已完成'], strict: true }, help: '从下拉表选' }],
      colours: [{ area, text: '已完成', colour: 'green' }],
    };
    applyRequests(made, requestsFromDraft(book(ruled), [0], ''));
    const [first] = made.sheets;
    expect(first?.cells[0]?.[0]?.note).toBe('从下拉表选');
    expect(first?.validations[0]?.rule).toMatchObject({
      type: 'list',
      values: ['推进中', '已完成'],
      errorStyle: 'stop',
    });
    expect(first?.conditionalRules).toHaveLength(1);
  });
});

describe('the requests of a table people add rows to', () => {
  const tasks = hubDraft(ruleOfLaw, starterContents(ruleOfLaw, 2022)).sheets.find(({ title }) => title === '任务');
  if (tasks === undefined) throw new Error('no tasks');
  const requests = requestsFromDraft(book(tasks), [0], 'office@example.cn');
  const of = <K extends keyof GoogleAppsScript.Sheets.Schema.Request>(kind: K) =>
    requests.flatMap((request) => request[kind] ?? []);

  it('protect the head alone, for Google lets nobody add rows to a sheet that is protected as a whole', () => {
    expect(of('addProtectedRange').map(({ protectedRange }) => protectedRange?.range)).toEqual([
      { sheetId: 1, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 17 },
    ]);
  });

  it('give looks, drop-downs and the filter to all rows to come', () => {
    const looks = of('repeatCell').flatMap(({ range }) => (range?.endRowIndex === undefined ? [range] : []));
    const covered = looks.flatMap((range) => [range?.startColumnIndex, range?.endColumnIndex]);
    expect(covered.slice(1, -1).filter((_, index) => index % 2 === 0)).toEqual(
      covered.slice(1, -1).filter((_, index) => index % 2 === 1),
    );
    expect([covered[0], covered[covered.length - 1]]).toEqual([0, 17]);
    const rules = of('setDataValidation').map(({ range }) => range);
    const filters = of('setBasicFilter').map(({ filter }) => filter?.range);
    const bounds = [...looks, ...rules, ...filters].map((range) => [range?.startRowIndex, range?.endRowIndex]);
    expect(new Set(bounds.map(([, end]) => end))).toEqual(new Set([undefined]));
    expect(new Set(bounds.map(([start]) => start))).toEqual(new Set([3, 2]));
  });

  it('offer the names that stand in another sheet, however many come', () => {
    expect(JSON.stringify(requests)).toContain("='单位'!$B$4:$B\"");
  });

  it('name no cell that holds nothing', () => {
    const rows = of('updateCells').flatMap(({ rows: written = [] }) => written);
    expect(rows).toHaveLength(tasks.rows.length);
  });
});

describe('the requests that replace sheets', () => {
  const present = () => {
    const made = makeBook();
    applyRequests(made, requestsFromDraft(book(sheet('汇总', '旧'), sheet('催办记录', '留')), [0], ''));
    return made;
  };
  const ids = (made: ReturnType<typeof makeBook>) => made.sheets.map(({ id, title }) => ({ id, title }));

  it('change the named sheets and leave the others alone', () => {
    const made = present();
    applyRequests(made, requestsToReplace(book(sheet('汇总', '新'), sheet('核对', '新')), ids(made)));
    expect(made.sheets.map(({ title }) => title)).toEqual(['汇总', '核对', '催办记录']);
    expect([textAt(made, '汇总'), textAt(made, '催办记录')]).toEqual(['新', '留']);
  });

  it('do so again and again', () => {
    const made = present();
    for (const text of ['一', '二', '三']) {
      applyRequests(made, requestsToReplace(book(sheet('汇总', text), sheet('催办记录', text)), ids(made)));
      expect(made.sheets.map(({ title }) => [title, textAt(made, title)])).toEqual([
        ['汇总', text],
        ['催办记录', text],
      ]);
    }
  });
});
