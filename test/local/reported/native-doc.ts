/** Offices whose report is a Google Doc filled in place: what is not so on a Google that behaves as reported. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JobAnswer } from '../../../src/contract/answer';
import { placeOnDisk, type GoogleWorld } from '../../../src/local/reported/google-world';
import { jsonOf, readDocFile } from '../../../src/local/services/docs/doc-file';
import { doc, linesOf, looksOf, p, styledTable } from '../../engine/docs/doc-builder';
import { copyWorld, hub, owner, rawWords, runJob, settledWorld, type Meddler } from './google-office';
import { typeInto } from './typing';

/** The owner chose Google 文档 for 报告格式, and set up once more: the Doc is made of the Word template. */
export async function docOffice(): Promise<GoogleWorld> {
  return copyWorld(await (docWorld ??= makeDocOffice()));
}

let docWorld: Promise<GoogleWorld> | undefined;

async function makeDocOffice(): Promise<GoogleWorld> {
  const world = await settledWorld();
  typeInto(world, { person: owner, workbook: hub, sheet: '设置', row: '报告格式', column: 1 }, 'Google 文档');
  await runJob(world, owner, ['set-up', { hubOnly: false, year: null }]);
  return world;
}

/** The report as the owner makes it. */
export function makeReport(world: GoogleWorld, meddle?: Meddler): Promise<JobAnswer> {
  return runJob(world, owner, ['report', null], meddle);
}

/** Names in 报告 that end so, and are not in the bin. */
export function reportsIn({ folder, binned }: GoogleWorld, ending: string): readonly string[] {
  return readdirSync(join(folder, '报告')).filter((name) => name.endsWith(ending) && !binned.has(`报告/${name}`));
}

/** The lines of a document, whether it is a Word file or a Google Doc. */
function linesOfFile(path: string): readonly string[] {
  return linesOf(jsonOf(readDocFile(readFileSync(path))));
}

/** What is wrong with the Doc of a run that should have made one. */
export function complaintsOfDoc(world: GoogleWorld, { text, files, problems }: JobAnswer): readonly string[] {
  const doc = files.find(({ what, name }) => what === 'google-doc' && !name.includes('公开版'));
  if (doc === undefined) return [`no Doc: ${text.slice(0, 300)} ${problems.map(({ reason }) => reason).join('；')}`];
  const native = linesOfFile(placeOnDisk(world, doc.id));
  const word = linesOfFile(placeOnDisk(world, `报告/${doc.name}.docx`));
  const lines = native.filter((line, index) => line !== word[index]);
  return [
    ...(native.length === word.length && lines.length === 0
      ? []
      : [`the Doc says otherwise: ${lines.slice(0, 3).join('；')}`]),
    ...(/[{}]{2}/u.test(native.join('')) ? ['tags are left'] : []),
    ...(isNative(placeOnDisk(world, doc.id)) ? [] : ['it was converted']),
    ...leftovers(world),
    ...rawWords(text),
  ];
}

/** Whether the Doc is more than a converted Word file. */
export function isNative(path: string): boolean {
  return readFileSync(path)[0] === 0x7b;
}

/** Copies that nobody filled. */
export function leftovers(world: GoogleWorld): readonly string[] {
  return reportsIn(world, '.gdoc')
    .filter((name) => name.includes('未填写'))
    .map((name) => `left behind: ${name}`);
}

export async function docReport(): Promise<readonly string[]> {
  const world = await docOffice();
  return complaintsOfDoc(world, await makeReport(world));
}

/** Somebody types into the copy between the moment it is read and the moment it is written. */
export function typingColleague(world: GoogleWorld, times: number): Meddler {
  let left = times;
  return (name, args, make) => {
    if (name === 'Docs.Documents.batchUpdate' && left > 0) {
      left -= 1;
      const path = placeOnDisk(world, String(args[1]));
      const text = JSON.stringify(jsonOf(readDocFile(readFileSync(path))));
      writeFileSync(path, text.replace(/$/u, ' '.repeat(left + 1)));
    }
    return make();
  };
}

export async function changedOnce(): Promise<readonly string[]> {
  const world = await docOffice();
  return complaintsOfDoc(world, await makeReport(world, typingColleague(world, 1)));
}

/** A template of the office's own, in the place of the default one. */
export function putTemplate(world: GoogleWorld, json: object): void {
  writeFileSync(placeOnDisk(world, '模板/年度报告.gdoc'), JSON.stringify(json));
}

/** New rows look like the row they were made of. */
export async function grownTable(): Promise<readonly string[]> {
  const world = await docOffice();
  const blue = { backgroundColor: { color: { rgbColor: { blue: 1 } } } };
  putTemplate(world, doc(styledTable(blue, [[p([['{{#each 部门}}{{名称}}{{/each}}', { bold: true }]])]]), p('完')));
  const { files } = await makeReport(world);
  const id = files.find(({ what }) => what === 'google-doc')?.id ?? '报告';
  const looks = looksOf(jsonOf(readDocFile(readFileSync(placeOnDisk(world, id)))));
  return looks.length === 3 && looks.slice(0, 2).every((line) => /^\{backgroundColor.*\{bold=true\}$/u.test(line))
    ? []
    : [looks.join('；')];
}

export async function strippedSigns(): Promise<readonly string[]> {
  const world = await docOffice();
  putTemplate(world, doc(p('{{#each 部门}}{{名称}}\ue863，{{/each}}'), p('完')));
  const { problems } = await makeReport(world);
  return problems.some(({ reason }) => reason.includes('自造字')) ? [] : ['not told'];
}
