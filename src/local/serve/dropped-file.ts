/** Files a page speaks of, a dropped workbook or a folder of ledgers: for the one run that looks at them, the bundle can read them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IntakeOrder } from '../../contract/intake';
import type { DroppedOrder, SetUpPageOrder } from '../../contract/orders';
import { Refusal } from '../../core/base/refusal';
import type { Mounts } from '../base/workspace';
import { Desk } from './desk';

/** The order as the bundle takes it, and where the file lies until `undo`. */
export interface PlacedOrder {
  readonly order: string;
  readonly mounts: Mounts;
  readonly undo: () => void;
}

const mount = '@dropped';
const endings = /\.(?:xlsx|xlsm|xls|et|ods|csv|tsv)$/iu;

/** Throws a refusal for what is no workbook by its name. What the page says of places of files is not passed on. */
export function placeDropped(given: string): PlacedOrder {
  const { file, content, department, answers, confirm } = JSON.parse(given) as IntakeOrder;
  const plain: DroppedOrder = { file, content: null, department, answers, confirm };
  if (typeof content !== 'string') return { order: JSON.stringify(plain), mounts: {}, undo: () => undefined };
  const [ending] = endings.exec(plain.file) ?? [];
  if (ending === undefined)
    throw new Refusal(`“${plain.file}”不是表格文件，没有读取。可以用 .xlsx、.xls、.et、.ods、.csv。`);
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-dropped-'));
  const name = `dropped${ending.toLowerCase()}`;
  writeFileSync(join(folder, name), Buffer.from(content, 'base64'), { mode: 0o600 });
  const order: DroppedOrder = { ...plain, dropped: { id: `${mount}/${name}`, name: plain.file } };
  return {
    order: JSON.stringify(order),
    mounts: { [mount]: folder },
    undo: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The order with the workbooks of the folder it names; of files the page itself names nothing is passed on. Throws a refusal where there is no such folder. */
export function placeLedgers(given: string): PlacedOrder {
  const { ledgerFolder, ...order } = JSON.parse(given) as SetUpPageOrder;
  const undo = (): void => undefined;
  if (typeof ledgerFolder !== 'string') return { order: JSON.stringify({ ...order, from: null }), mounts: {}, undo };
  const desk = new Desk();
  const from = desk.ledgers(ledgerFolder);
  return { order: JSON.stringify({ ...order, from }), mounts: desk.mounts, undo };
}
