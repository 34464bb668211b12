/** The commands that work on single files: `fill`, `map` and `template check`. */
import { dirname, resolve } from 'node:path';
import type { CheckOrder, FieldsOrder, FillOrder, MapOrder } from '../../contract/orders';
import { Refusal } from '../../core/base/refusal';
import { hasHub } from '../base/workspace';
import { Desk } from '../serve/desk';
import type { Options } from './options';

/** What the command line says beside the file names. */
type FileOptions = Pick<Options, 'trace' | 'annotate' | 'fields' | 'data' | 'as-form'>;

/** A job of the bundle to be run over files. */
export interface FileJob {
  readonly job: 'fill' | 'list-fields' | 'check-template' | 'map';
  /** JSON. */
  readonly order: string;
  /** The folder the job takes for the office's. */
  readonly folder: string;
  readonly desk: Desk;
}

/** The job of the arguments, or null when they name no such command. Throws a refusal when something is wrong with them. */
export function fileJob([name, ...rest]: readonly string[], options: FileOptions): FileJob | null {
  if (name === 'fill') return options.fields === true ? fieldsJob(rest, options) : fillJob(rest, options);
  if (name === 'map') return mapJob(rest, options['as-form'] === true);
  if (name !== 'template') return null;
  if (rest[0] !== 'check') throw new Refusal('请写：nianbao template check <模板.docx>');
  return checkJob(rest.slice(1), options);
}

function fillJob(names: readonly string[], { trace }: FileOptions): FileJob {
  const [template, data, output] = names;
  if (template === undefined || data === undefined || output === undefined || names.length > 3) {
    throw new Refusal('请写：nianbao fill <模板.docx> <数据.json> <输出.docx>');
  }
  const desk = new Desk();
  const order: FillOrder = {
    template: desk.source(template),
    data: desk.source(data),
    output: desk.target(docx(output)),
    pictures: desk.folderOf(template),
    trace: trace === undefined ? null : desk.target(trace),
  };
  return { job: 'fill', order: JSON.stringify(order), folder: dirname(resolve(template)), desk };
}

function fieldsJob(names: readonly string[], { trace }: FileOptions): FileJob {
  const [data] = names;
  if (data === undefined || names.length > 1 || trace !== undefined)
    throw new Refusal('请写：nianbao fill --fields <数据.json>');
  const desk = new Desk();
  const order: FieldsOrder = { data: desk.source(data) };
  return { job: 'list-fields', order: JSON.stringify(order), folder: dirname(resolve(data)), desk };
}

function checkJob(names: readonly string[], { annotate, data }: FileOptions): FileJob {
  const [template] = names;
  if (template === undefined || names.length > 1) throw new Refusal('请写：nianbao template check <模板.docx>');
  const desk = new Desk();
  const source = desk.source(template);
  const described = data === undefined ? null : desk.source(data);
  const above = [dirname(resolve(template)), resolve(template, '../..')];
  const office = described === null ? above.find(hasHub) : undefined;
  const order: CheckOrder = {
    template: source,
    data: described,
    annotate: annotate === undefined ? null : desk.target(docx(annotate)),
    pictures: desk.folderOf(template),
    inWorkspace: office !== undefined,
  };
  return {
    job: 'check-template',
    order: JSON.stringify(order),
    folder: office ?? dirname(resolve(template)),
    desk,
  };
}

/** The office is the folder that is named, or the one the workbook lies in. */
function mapJob(names: readonly string[], asForm: boolean): FileJob {
  const [workbook, named] = names;
  if (workbook === undefined || names.length > 2) throw new Refusal('请写：nianbao map <表.xlsx> [文件夹]');
  const desk = new Desk();
  const source = desk.source(workbook);
  if (named !== undefined && !hasHub(resolve(named))) throw new Refusal(`${named} 里没有总表.xlsx`);
  const near = [dirname(resolve(workbook)), resolve(workbook, '../..')];
  const office = named === undefined ? near.find(hasHub) : resolve(named);
  if (asForm && office === undefined) throw new Refusal('--as-form 要在工作文件夹里用：请写 nianbao map <表> <文件夹>');
  const order: MapOrder = { workbook: source, inWorkspace: office !== undefined, asForm };
  return { job: 'map', order: JSON.stringify(order), folder: office ?? dirname(resolve(workbook)), desk };
}

/** Word opens nothing else by a double click. */
function docx(name: string): string {
  if (!/\.docx$/iu.test(name)) throw new Refusal(`${name}：输出文件名应以 .docx 结尾`);
  return name;
}
