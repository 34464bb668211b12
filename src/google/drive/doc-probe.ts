/** One of each request by which a Google Doc is filled, on a Doc made for it that holds a table. */
import { docs } from '../services';
import { readDoc } from './native-doc';

interface Element {
  readonly startIndex?: number;
  readonly paragraph?: { readonly elements?: readonly { readonly textRun?: { readonly content?: string } }[] };
  readonly table?: { readonly tableRows?: readonly { readonly endIndex?: number }[] };
}

interface Body {
  readonly tabs?: readonly { readonly documentTab?: { readonly body?: { readonly content?: readonly Element[] } } }[];
}

/** 照写, where the Doc says afterwards what the requests should have made of it. */
export function probeDoc(id: string): string {
  const { start, rowEnds } = tableIn(contentOf(id));
  const [end] = rowEnds;
  if (end === undefined) return '没有表格';
  docs().Documents.batchUpdate({ requests: requestsFor(start, end) }, id);
  const after = contentOf(id);
  return firstText(after).startsWith('自检') && tableIn(after).rowEnds.length === rowEnds.length ? '照写' : '没有照写';
}

function contentOf(id: string): readonly Element[] {
  const { tabs: [tab] = [] }: Body = readDoc(id);
  return tab?.documentTab?.body?.content ?? [];
}

/** Where the first table starts, and where its rows end. */
function tableIn(content: readonly Element[]): { readonly start: number; readonly rowEnds: readonly number[] } {
  const { startIndex = 0, table } = content.find((element) => element.table !== undefined) ?? {};
  return { start: startIndex, rowEnds: (table?.tableRows ?? []).map(({ endIndex = 0 }) => endIndex) };
}

function firstText(content: readonly Element[]): string {
  const { elements = [] } = content.find(({ paragraph }) => paragraph !== undefined)?.paragraph ?? {};
  return elements.map(({ textRun }) => textRun?.content ?? '').join('');
}

/** From the end to the beginning: what comes later does not move what is written next. */
function requestsFor(table: number, rowEnd: number): GoogleAppsScript.Docs.Schema.Request[] {
  const tableStartLocation = { index: table };
  const cell = (rowIndex: number): object => ({ tableStartLocation, rowIndex, columnIndex: 0 });
  const range = { startIndex: 1, endIndex: 3 };
  const padding = { magnitude: 4, unit: 'PT' };
  const all: readonly object[] = [
    { insertTableRow: { tableCellLocation: cell(0), insertBelow: true } },
    {
      updateTableRowStyle: {
        tableStartLocation,
        rowIndices: [1],
        tableRowStyle: { minRowHeight: padding },
        fields: 'minRowHeight',
      },
    },
    {
      updateTableCellStyle: {
        tableRange: { tableCellLocation: cell(1), rowSpan: 1, columnSpan: 1 },
        tableCellStyle: { paddingTop: padding },
        fields: 'paddingTop',
      },
    },
    // A new row and its first cell take an index each.
    { insertText: { location: { index: rowEnd + 2 }, text: '格' } },
    { deleteTableRow: { tableCellLocation: cell(1) } },
    { insertText: { location: { index: 1 }, text: '删去\n自检' } },
    { updateTextStyle: { range, textStyle: { bold: true }, fields: 'bold' } },
    { updateParagraphStyle: { range, paragraphStyle: { alignment: 'CENTER' }, fields: 'alignment' } },
    { deleteParagraphBullets: { range } },
    { deleteContentRange: { range: { startIndex: 1, endIndex: 4 } } },
  ];
  // Apps Script's published types know less than the service.
  return [...all];
}
