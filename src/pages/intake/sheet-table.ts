/** One sheet as a table: what each column and row is taken for, in colour and in words, with the ways to change it. */
import type {
  CellEnd,
  IntakeCell,
  IntakeChoices,
  IntakeColumn,
  IntakeRow,
  IntakeSheet,
  RuleAnswer,
} from '../../contract/intake';
import { make, makeButton, makeSection } from '../parts/make-element';
import { makeChoice, type Option } from './make-choice';

/** Takes what a person says of a sheet, column, row or word. */
export type Answer = (answer: RuleAnswer) => void;

interface Drawing {
  readonly sheet: IntakeSheet;
  readonly choices: IntakeChoices;
  readonly answer: Answer;
}

/** What a cell or row is, in words; colours only repeat it. */
const endWords: Readonly<Record<CellEnd | 'mixed', string>> = {
  used: '读取',
  listed: '没有采用',
  unread: '没有读到',
  title: '标题',
  header: '表头',
  note: '说明',
  total: '合计',
  section: '小标题',
  example: '示例',
  number: '序号',
  helper: '公式列',
  mixed: '不是数据',
};

/** The sheet with its heading, its kind and its table; a sheet about which nothing is asked is folded. */
export function sheetView(sheet: IntakeSheet, choices: IntakeChoices, answer: Answer, isOpen: boolean): HTMLElement {
  const drawing = { sheet, choices, answer };
  const { counts, as } = sheet;
  const lost = counts.listed + counts.unread;
  const words = `${as ?? '没有读取'}；有内容的 ${String(counts.filled)} 格，读取 ${String(counts.used)}${lost === 0 ? '' : `，没有采用 ${String(lost)}`}`;
  return make(
    'details',
    { class: 'sheet', open: isOpen, 'data-sheet': sheet.sheet },
    make('summary', {}, make('strong', {}, sheet.sheet), ` ${words}`),
    make('div', { class: 'sheet-head' }, kindChoice(drawing), headerField(drawing)),
    drawTable(drawing),
    sheet.more === 0 ? null : make('p', { class: 'hint' }, `还有 ${String(sheet.more)} 行照样读取，没有列出。`),
  );
}

function kindChoice({ sheet: { sheet, as, likely }, choices, answer }: Drawing): HTMLElement {
  const unsaid: Option = { value: '', text: likely === null ? '没有读取，请选' : `没有读取，最像“${likely}”` };
  return makeChoice({
    key: `sheet ${sheet}`,
    label: `工作表“${sheet}”是`,
    value: as ?? '',
    options: [...(as === null ? [unsaid] : []), ...plain(choices.kinds), ...plain([choices.left])],
    choose: (value) => {
      answer({ sheet, kind: 'sheet', name: '', as: value });
    },
  });
}

function headerField({ sheet: { sheet, headerRow, as }, choices, answer }: Drawing): HTMLElement | null {
  if (as === choices.left) return null;
  const id = `header-${encodeURIComponent(sheet)}`;
  const input = make('input', { type: 'number', id, min: '1', max: '99999', 'data-key': id });
  input.value = headerRow === null ? '' : String(headerRow);
  input.addEventListener('change', () => {
    if (/^[1-9]\d{0,4}$/u.test(input.value)) answer({ sheet, kind: 'header', name: '', as: `第${input.value}行` });
  });
  return make('p', { class: 'field' }, make('label', { for: id }, '表头在第几行'), input);
}

function plain(words: readonly string[]): readonly Option[] {
  return words.map((word) => ({ value: word, text: word }));
}

function drawTable(drawing: Drawing): HTMLElement {
  const { sheet } = drawing;
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, at) => sheet.columns.find((one) => one.at === at) ?? null);
  const caption = `工作表“${sheet.sheet}”的内容`;
  const table = make(
    'table',
    { class: 'ledger' },
    make('caption', { class: 'spoken' }, caption),
    make('thead', {}, headRow(drawing, columns)),
    make('tbody', {}, ...sheet.rows.map((row) => bodyRow(drawing, row))),
  );
  return make('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': caption }, table);
}

function headRow(drawing: Drawing, columns: readonly (IntakeColumn | null)[]): HTMLElement {
  const rowHead = make('th', { scope: 'col' }, '行', drawing.sheet.rowsAre === null ? '' : `、${namesOf(drawing)}`);
  return make('tr', {}, rowHead, ...columns.map((column, at) => columnHead(drawing, column, at)));
}

function namesOf({ sheet: { rowsAre } }: Drawing): string {
  return rowsAre === 'tasks' ? '哪项任务' : '哪个指标';
}

function columnHead(
  { sheet: { sheet, as: kind, likely }, choices, answer }: Drawing,
  column: IntakeColumn | null,
  at: number,
): HTMLElement {
  const letter = make('span', { class: 'letter' }, column?.letter ?? letterOf(at));
  const fields = choices.fields[kind ?? likely ?? ''];
  if (column === null || column.header === '' || fields === undefined) return make('th', { scope: 'col' }, letter);
  const { header, as } = column;
  const look = as === null ? 'unknown' : as === choices.left ? 'left' : 'known';
  const unsaid: Option = { value: '', text: '不认识，请选' };
  const choice = makeChoice({
    key: `column ${sheet} ${header}`,
    label: `“${header}”列是`,
    isQuiet: true,
    value: as ?? '',
    options: [...(as === null ? [unsaid] : []), ...plain(fields), ...plain([choices.left])],
    choose: (value) => {
      answer({ sheet, kind: 'column', name: header, as: value });
    },
  });
  return make('th', { scope: 'col', class: look }, letter, make('span', { class: 'header' }, header), choice);
}

function letterOf(at: number): string {
  const rest = Math.floor(at / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (at % 26));
}

function bodyRow(drawing: Drawing, row: IntakeRow): HTMLElement {
  const head = make(
    'th',
    { scope: 'row' },
    make('span', { class: 'letter' }, String(row.row)),
    make('span', { class: `role ${row.role}` }, endWords[row.role]),
    isChoosable(row) ? rowChoice(drawing, row) : null,
  );
  return make('tr', {}, head, ...row.cells.map((cell) => cellView(drawing, cell)));
}

/** A record, or a row left out because it speaks of nothing that is known. */
function isChoosable({ role, name }: IntakeRow): boolean {
  return name !== '' && (role === 'used' || role === 'listed' || role === 'mixed');
}

/** The list is long and the rows are many: it is made when somebody asks for it. */
function rowChoice({ sheet: { sheet, rowsAre }, choices, answer }: Drawing, { name, code }: IntakeRow): HTMLElement {
  const key = `row ${sheet} ${name}`;
  const place = make('span', { class: 'row-choice' });
  const list = rowsAre === 'tasks' ? choices.tasks : choices.indicators;
  const known = list.find((one) => one.code === code);
  const caption = code === null ? '没有对上，请选' : `${code} ${known?.title ?? ''}`;
  const open = makeButton(
    caption,
    () => {
      const choice = makeChoice({
        key,
        label: `“${name}”是`,
        isQuiet: true,
        value: code ?? '',
        options: [
          ...(code === null ? [{ value: '', text: '请选' }] : []),
          ...list.map(({ code: value, title }) => ({ value, text: `${value} ${title}` })),
        ],
        choose: (value) => {
          answer({ sheet, kind: 'row', name, as: value });
        },
      });
      place.replaceChildren(choice);
      choice.querySelector('select')?.focus();
    },
    code === null ? 'small unknown' : 'small',
  );
  open.setAttribute('aria-label', `“${name}”：${caption}，改`);
  open.setAttribute('data-key', key);
  place.append(open);
  return place;
}

function cellView({ sheet: { sheet }, answer }: Drawing, cell: IntakeCell): HTMLElement {
  const { text, end, why, words } = cell;
  if (end === 'blank') return make('td', { class: 'blank' }, why === '' ? '' : whyText(why));
  const isLost = end === 'listed' || end === 'unread';
  const meant =
    words.length > 0
      ? makeChoice({
          key: `status ${sheet} ${text}`,
          label: `“${text}”是`,
          value: '',
          options: [{ value: '', text: '请选' }, ...plain(words)],
          choose: (value) => {
            answer({ sheet, kind: 'status', name: text, as: value });
          },
        })
      : null;
  return make(
    'td',
    { class: end },
    text,
    isLost ? make('span', { class: 'tag' }, endWords[end]) : null,
    why === '' ? null : whyText(why),
    meant,
  );
}

function whyText(why: string): HTMLElement {
  return make('span', { class: 'why' }, why);
}

/** What the colours mean, in words. */
export function colourKey(): HTMLElement {
  const items = (['used', 'header', 'title', 'total', 'listed'] as const).map((end) =>
    make('li', {}, make('span', { class: `swatch ${end}` }), endWords[end]),
  );
  return makeSection('颜色', make('ul', { class: 'key' }, ...items));
}
