import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRefusal } from '../../../src/core/base/refusal';
import { openWorkspace, type Host } from '../../../src/local/services/bundle-host';
import { makeScratch, makeWorkbook, workerFile, type Scratch } from '../scratch';

let scratch: Scratch;
let lines: string[];
beforeEach(() => {
  scratch = makeScratch();
  lines = [];
});
afterEach(() => {
  scratch.remove();
});

/** A host whose bundle is this text. */
function hostOf(code: string): Promise<Host> {
  const bundleFile = join(scratch.folder, 'Code.js');
  writeFileSync(bundleFile, code);
  const say = (line: string): void => {
    lines.push(line);
  };
  return openWorkspace(scratch.folder, { progress: say, loading: say, bundleFile, workerFile });
}

const evaluate = async (expression: string): Promise<unknown> =>
  (await hostOf(`function f(a) { return JSON.stringify(${expression}) }`)).run('f');

describe('the context of the bundle', () => {
  it('holds the services of Apps Script, what this computer offers beside them, and nothing of Node', async () => {
    expect(await evaluate('Object.keys(globalThis).sort()')).toEqual([
      'CacheService',
      'Docs',
      'Drive',
      'HtmlService',
      'LockService',
      'MailApp',
      'PropertiesService',
      'ScriptApp',
      'Session',
      'Sheets',
      'SpreadsheetApp',
      'UrlFetchApp',
      'Utilities',
      'bytesHere',
      'codeBeside',
      'console',
      'f',
    ]);
    expect(
      await evaluate(
        '[typeof process, typeof require, typeof TextEncoder, typeof setTimeout, typeof URL, typeof atob]',
      ),
    ).toEqual(Array(6).fill('undefined'));
    expect(
      await evaluate(
        '[SpreadsheetApp.getActiveSpreadsheet(), Session.getScriptTimeZone(), Session.getEffectiveUser().getEmail()]',
      ),
    ).toEqual([null, 'Asia/Shanghai', '']);
  });

  it('knows the hub once there is one', async () => {
    makeWorkbook(scratch, '总表', []);
    expect(await evaluate('SpreadsheetApp.getActiveSpreadsheet().getId()')).toBe('总表.xlsx');
  });

  it('lets a refusal cross it as one, and nothing else', async () => {
    const thrownBy = async (call: string): Promise<unknown> => {
      const host = await hostOf(`function f() { ${call} }`);
      try {
        return host.run('f');
      } catch (error) {
        return error;
      }
    };
    expect(isRefusal(await thrownBy("Drive.Files.get('没有.docx', { alt: 'media' })"))).toBe(true);
    expect(isRefusal(await thrownBy('Sheets.Spreadsheets.Values.get()'))).toBe(false);
    expect(isRefusal(await thrownBy('null.f()'))).toBe(false);
    const inside = "try { Drive.Files.get('没有.docx', { alt: 'media' }) } catch (e) { throw new Error(e.message) }";
    expect(isRefusal(await thrownBy(inside))).toBe(false);
  });

  it('refuses what is not supported, by name, with errors of its own realm', async () => {
    const thrown = (call: string): Promise<unknown> =>
      evaluate(`(() => { try { ${call} } catch (e) { return [e instanceof Error, e.message] } })()`);
    expect(await thrown('Sheets.Spreadsheets.Values.get()')).toEqual([
      true,
      '本地模式不支持 Sheets.Spreadsheets.Values (not supported in local mode)',
    ]);
    expect(await thrown('ScriptApp.getService()')).toEqual([
      true,
      '本地模式不支持 ScriptApp.getService (not supported in local mode)',
    ]);
    expect(await thrown('SpreadsheetApp.getUi()')).toEqual([
      true,
      'Cannot call SpreadsheetApp.getUi() from this context.',
    ]);
    expect(await thrown("Sheets.Spreadsheets.get('无.xlsx')")).toEqual([true, '找不到 无.xlsx']);
    expect(await thrown("eval('1')")).toEqual([true, expect.stringContaining('Code generation')]);
  });

  it('takes JSON arguments, is fresh at each call and tells progress', async () => {
    const host = await hostOf(
      "var n = 0; function g(a, b) { console.info('第', a.x, '步'); n += 1; return JSON.stringify([n, a, b]) }",
    );
    expect(host.run('g', { x: 1 }, '"</script>')).toEqual([1, { x: 1 }, '"</script>']);
    expect(host.run('g', { x: 2 })).toEqual([1, { x: 2 }, null]);
    expect(lines).toEqual(['第 1 步', '第 2 步']);
  });

  it('counts the calls that reach Google and gives locks back at the end of a run', async () => {
    const host = await hostOf(`
      function take() { return JSON.stringify(LockService.getScriptLock().tryLock(0)) }
      function make() {
        var blob = Utilities.newBlob([1, -1], 'text/plain', 'a.txt');
        Drive.Files.create({ name: 'a.txt', mimeType: 'text/plain' }, blob);
        return JSON.stringify(Drive.Files.get('a.txt', { alt: 'media' }).getBytes());
      }`);
    expect([host.run('take'), host.run('take')]).toEqual([true, true]);
    expect(host.run('make')).toEqual([1, -1]);
    expect(host.calls).toEqual({
      'Lock.tryLock': 2,
      'Drive.Files.create': 1,
      'Drive.Files.get': 1,
    });
  });
});

describe('opening a workspace', () => {
  it('reads all workbooks first; one that cannot be read is an error only when it is asked for', async () => {
    makeWorkbook(scratch, '总表', []);
    mkdirSync(join(scratch.folder, '填报'));
    writeFileSync(join(scratch.folder, '填报', '司法所.xlsx'), 'a,b');
    writeFileSync(join(scratch.folder, '填报', '~$司法所.xlsx'), '');
    const host = await hostOf(
      `function f(id) { try { return JSON.stringify(Sheets.Spreadsheets.get(id).sheets.length) } catch (e) { return JSON.stringify(e.message) } }`,
    );
    expect(lines).toEqual(['读取 1/2 总表.xlsx', '读取 2/2 司法所.xlsx']);
    expect(host.run('f', '总表.xlsx')).toBe(1);
    expect(host.run('f', '填报/司法所.xlsx')).toContain('司法所.xlsx 不是有效的 .xlsx 文件');
  });
});
