/** A workbook that was dropped on a page: for the one run that looks at it, it lies where the bundle can read it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IntakeOrder } from '../../contract/intake';
import type { DroppedOrder } from '../../contract/orders';
import { Refusal } from '../../core/base/refusal';
import type { Mounts } from '../base/workspace';

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
