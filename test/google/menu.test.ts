/** The menu of the pushed code: it is built without asking for rights, and each entry opens its page. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkspace } from '../../src/local/services/bundle-host';
import { listening, type Recorder } from '../local/recorded-calls';
import { freshFolder, removeFolders, root } from '../workspace/run-command';

afterAll(removeFolders);

const bundleFile = join(root, 'build/out/google/Code.js');

it('is there even where the properties may not be read', async () => {
  const { host, done } = await menuOf(freshFolder(), (name) => {
    if (name.startsWith('Properties')) throw new Error('You do not have permission');
  });
  host.run('onOpen');
  expect(done.at(-1)).toEqual(['shown']);
});

/** Everything done to the menu and the dialogs, in order. */
async function menuOf(
  folder: string,
  record?: Recorder,
): Promise<{ host: Awaited<ReturnType<typeof openWorkspace>>; done: string[][] }> {
  const done: string[][] = [];
  const menu = {
    addItem: (caption: string, name: string) => (done.push([caption, name]), menu),
    addSeparator: () => menu,
    addToUi: () => done.push(['shown']),
  } as unknown as GoogleAppsScript.Base.Menu;
  const ui: Partial<GoogleAppsScript.Base.Ui> = {
    createMenu: (caption) => (done.push([caption]), menu),
    showModalDialog: (page, title) => {
      done.push([
        title,
        (page as { getContent: () => string }).getContent().includes('<main id="page">') ? 'page' : '',
      ]);
    },
  };
  const workerFile = join(root, 'build/out/local/xlsx-worker.mjs');
  const host = await openWorkspace(folder, {
    progress: () => undefined,
    ui,
    bundleFile,
    workerFile,
    ...(record && { between: listening(record) }),
  });
  return { host, done };
}

it('has the ten things of the office, and every one opens a page that is pushed', async () => {
  const { host, done } = await menuOf(freshFolder());
  host.run('onOpen');
  const entries = done.slice(1, -1);
  expect(done[0]).toEqual(['法治年报']);
  expect(entries.map(([caption]) => caption)).toEqual([
    '初始化',
    '接入台账',
    '建立部门填报表',
    '检查填报',
    '生成年度报告',
    '看板',
    '催办（先看后发）',
    '定时催办',
    '模板',
    '关于和自检',
  ]);
  for (const [caption = '', name = ''] of entries) {
    done.length = 0;
    host.run(name);
    expect(done).toEqual([[caption.replace('（先看后发）', ''), 'page']]);
  }
});

it('a page is opened from another one by its name, and nothing else is', async () => {
  const { host, done } = await menuOf(freshFolder());
  expect(host.run('runJob', 'open', '"page-check"')).toMatchObject({ exit: 0 });
  expect(done).toEqual([['检查填报', 'page']]);
  for (const name of ['Code', 'page-none', 'toString', '../page-check']) {
    expect(host.run('runJob', 'open', JSON.stringify(name))).toMatchObject({ exit: 2 });
  }
  expect(done).toHaveLength(1);
});

it('reads nothing but the script’s own properties when the spreadsheet is opened, even without a workspace', async () => {
  const folder = freshFolder();
  const { host } = await menuOf(folder);
  host.run('onOpen');
  const reached = Object.keys(host.calls).filter((name) => !/^(?:SpreadsheetApp|Ui|Menu|Object)\./u.test(name));
  expect(reached).toEqual(['Properties.getProperty']);
  expect(existsSync(join(folder, '.nianbao'))).toBe(false);
});
