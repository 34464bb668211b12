/** A report as a Google Doc that is filled in place: by whom, what is told, and what becomes of it when a call fails. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { doc, looksOf, p, styledTable } from '../../engine/docs/doc-builder';
import { placeOnDisk } from '../../../src/local/reported/google-world';
import { jsonOf, readDocFile } from '../../../src/local/services/docs/doc-file';
import { readFileSync } from 'node:fs';
import { longIt } from '../../long';
import { hub, owner, rawWords, runJob, settledWorld, type Meddler } from './google-office';
import {
  changedOnce,
  complaintsOfDoc,
  docOffice,
  docReport,
  isNative,
  leftovers,
  makeReport,
  putTemplate,
  reportsIn,
  typingColleague,
} from './native-doc';
import { typeInto } from './typing';

const failing =
  (failed: string, message: string): Meddler =>
  (name, _, make) => {
    if (name === failed) throw new Error(message);
    return make();
  };

longIt('the default template gives the same text as the Word report', async () => {
  expect(await docReport()).toEqual([]);
});

it('keeps the look of a template that lives in Docs', async () => {
  const world = await docOffice();
  const blue = { backgroundColor: { color: { rgbColor: { blue: 1 } } } };
  const json = doc(
    p(
      [
        ['{{镇名}}', { bold: true }],
        ['年报', { italic: true }],
      ],
      { style: { namedStyleType: 'TITLE', alignment: 'CENTER' } },
    ),
    p('{{#each 部门}}'),
    p('{{名称}}', { list: '点' }),
    p('{{/each}}'),
    styledTable(blue, ['{{#each 部门}}{{名称}}', '{{@index}}{{/each}}']),
    p('完'),
  );
  putTemplate(world, json);
  const answer = await makeReport(world);
  expect(complaintsOfDoc(world, answer)).toEqual([]);
  const id = answer.files.find(({ what }) => what === 'google-doc')?.id ?? '';
  const looks = looksOf(jsonOf(readDocFile(readFileSync(placeOnDisk(world, id)))));
  expect(looks[0]).toMatch(/^某镇\{bold=true\}年报\{italic=true\} TITLE \{alignment=CENTER\}$/u);
  expect(looks.filter((line) => line.startsWith('点· '))).toEqual(['点· 司法所', '点· 财政所']);
  expect(looks.filter((line) => line.startsWith('{backgroundColor'))).toHaveLength(4);
});

longIt('with the setting left at Word the Doc is converted, as ever', async () => {
  const world = await settledWorld();
  const { files } = await makeReport(world);
  const id = files.find(({ what }) => what === 'google-doc')?.id ?? '';
  expect(isNative(placeOnDisk(world, id))).toBe(false);
});

it('a template with a mistake writes nothing, and the mistake has its place', async () => {
  const world = await docOffice();
  putTemplate(world, doc(p('一、概况'), p('{{#each 部门}}'), styledTable({}, ['{{名称}}']), p('{{/each}}'), p('完')));
  const { exit, problems, text } = await makeReport(world);
  expect(exit).toBe(2);
  expect(problems).toEqual([
    expect.objectContaining({ spot: '“一、概况”下第 1 段', reason: expect.stringContaining('整个表格') as string }),
  ]);
  expect([...reportsIn(world, '.docx'), ...reportsIn(world, '.gdoc'), ...rawWords(text)]).toEqual([]);
});

it('without a Google Doc of the template nothing is written, and the way out is told', async () => {
  const world = await docOffice();
  rmSync(join(world.folder, '模板/年度报告.gdoc'));
  const { exit, problems } = await makeReport(world);
  expect([exit, problems.map(({ reason }) => reason).join()]).toEqual([2, expect.stringContaining('报告格式')]);
  expect(reportsIn(world, '.docx')).toEqual([]);
});

describe('a copy that somebody changes while it is filled', () => {
  longIt('once is read again and filled', async () => {
    expect(await changedOnce()).toEqual([]);
  });

  longIt('twice is given up and told, and nothing unfilled is left', async () => {
    const world = await docOffice();
    const { exit, problems, files } = await makeReport(world, typingColleague(world, 2));
    expect(exit).toBe(1);
    expect(problems.map(({ reason }) => reason).join('\n')).toContain('Google 文档没有写成');
    expect(files.map(({ what, name }) => `${what} ${String(name.includes('公开版'))}`)).toContain('report false');
    expect(leftovers(world)).toEqual([]);
  });
});

longIt('requests that arrived although the answer did not are not made twice', async () => {
  const world = await docOffice();
  let isLost = false;
  const late: Meddler = (name, _, make) => {
    const answer = make();
    if (name !== 'Docs.Documents.batchUpdate' || isLost) return answer;
    isLost = true;
    throw new Error('Exception: Service Docs timed out');
  };
  expect(complaintsOfDoc(world, await makeReport(world, late))).toEqual([]);
});

describe.each([
  ['Docs.Documents.get', 'Empty response'],
  [
    'Docs.Documents.get',
    'GoogleJsonResponseException: API call to docs.documents.get failed with error: The caller does not have permission',
  ],
])('%s that fails (%s)', (name, message) => {
  it('writes nothing at all, and says so in words', async () => {
    const world = await docOffice();
    const { exit, text, problems } = await makeReport(world, failing(name, message));
    expect(exit).toBe(2);
    expect(problems.map(({ reason }) => reason).join()).toContain('Google 文档没有读到');
    expect([...reportsIn(world, '.docx'), ...rawWords(text)]).toEqual([]);
  });
});

longIt('an answer without content is no template', async () => {
  const world = await docOffice();
  for (const answer of [null, {}]) {
    const empty: Meddler = (name, _, make) => (name === 'Docs.Documents.get' ? answer : make());
    const { exit, problems } = await makeReport(world, empty);
    expect([exit, problems.length > 0]).toEqual([2, true]);
    expect(reportsIn(world, '.docx')).toEqual([]);
  }
});

describe.each([
  ['Drive.Files.copy', 'Exception: Rate Limit Exceeded. User message: "x@y.example"'],
  [
    'Docs.Documents.batchUpdate',
    "Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user'",
  ],
  ['Docs.Documents.batchUpdate', 'GoogleJsonResponseException: The caller does not have permission'],
  ['Drive.Files.update', 'Exception: Service unavailable'],
])('%s that fails (%s)', (name, message) => {
  longIt('leaves the Word report, and is told without an unfilled Doc in sight', async () => {
    const world = await docOffice();
    const { exit, text, problems, files } = await makeReport(world, failing(name, message));
    expect(exit).toBe(1);
    expect(files.map(({ what }) => what)).toContain('report');
    const told = problems.find(({ code }) => code === 'doc-unwritten')?.reason ?? '';
    expect(told).toContain('Word 报告已写好');
    // What cannot be thrown away is named.
    if (name === 'Drive.Files.update') expect(told).toContain('请删去');
    else expect(leftovers(world)).toEqual([]);
    expect(rawWords(`${text}\n${told}`)).toEqual([]);
  });
});

longIt('a copy that the person may only read is told', async () => {
  const world = await docOffice();
  const readOnly: Meddler = (name, _, make) => {
    const answer = make();
    return name === 'Docs.Documents.get' ? { ...(answer as object), revisionId: undefined } : answer;
  };
  const { problems } = await makeReport(world, readOnly);
  expect(problems.map(({ reason }) => reason).join('\n')).toContain('没有修改这份文档的权限');
  expect(leftovers(world)).toEqual([]);
});

it('a service that is not enabled is told', async () => {
  const world = await docOffice();
  world.disabled.add('Docs');
  const { exit, text, problems } = await makeReport(world);
  expect([exit, problems.map(({ reason }) => reason).join()]).toEqual([2, expect.stringContaining('Google API')]);
  expect(rawWords(text)).toEqual([]);
});

longIt(
  'the public version stays what is made of the Word file: nothing of a template’s past goes out with it',
  async () => {
    const world = await docOffice();
    const { files } = await makeReport(world);
    const published = files.find(({ what, name }) => what === 'google-doc' && name.includes('公开版'));
    expect(isNative(placeOnDisk(world, published?.id ?? ''))).toBe(false);
  },
);

it('the template’s check tells what the report would refuse', async () => {
  const world = await docOffice();
  putTemplate(world, doc(p('{{镇名}}'), p('{{分页}}')));
  const { exit, problems } = await runJob(world, owner, ['template', { do: 'check' }]);
  expect([exit, problems.map(({ spot }) => spot)]).toEqual([1, ['正文第 2 段']]);
});

longIt('a setting that is no form of a report is told', async () => {
  const world = await settledWorld();
  typeInto(world, { person: owner, workbook: hub, sheet: '设置', row: '报告格式', column: 1 }, 'PDF');
  const { problems } = await makeReport(world);
  expect(problems.some(({ actual, expected }) => actual === 'PDF' && expected.includes('Google 文档'))).toBe(true);
});
