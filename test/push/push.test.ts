/** From the real clasp to a script that works: what is pushed is loaded where only Google's services are, and run. */
import { mkdirSync, readFileSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkspace, type Host, type HostOptions } from '../../src/local/bundle-host';
import { workerFile } from '../local/scratch';
import { copyOfExample, freshFolder, removeFolders, reportPath, root, run, wordText } from '../workspace/run-command';
import { makeCertificate } from './certificate';
import { hubId, scriptId, startGoogle, type GoogleDouble, type ScriptFile } from './google-double';
import { bornSettings, copyProject, writeSettings, type ProjectCopy, type Said } from './project-copy';
import { makeSheetUi } from './sheet-ui';

const named = { ...bornSettings, scriptId, parentId: hubId };
const credentials = { type: 'authorized_user', client_id: 'x', client_secret: 'x', refresh_token: 'x' };
let google: GoogleDouble;
let environment: Record<string, string>;

beforeAll(async () => {
  const certificate = makeCertificate(freshFolder());
  google = await startGoogle(certificate);
  const home = freshFolder();
  const tokens = { default: { ...credentials, access_token: 'access', expiry_date: Date.now() + 3_600_000 } };
  writeFileSync(join(home, '.clasprc.json'), JSON.stringify({ tokens }));
  const { PATH = '' } = process.env;
  const network = { HTTPS_PROXY: google.proxy, NODE_EXTRA_CA_CERTS: certificate.authorityFile };
  environment = { PATH, HOME: home, USERPROFILE: home, ...network };
});
afterAll(() => {
  google.close();
  removeFolders();
});
beforeEach(() => {
  google.asked.length = 0;
  google.failure = null;
});

function project(changes: Record<string, string> = {}): ProjectCopy {
  return copyProject(realpathSync(freshFolder()), { ...environment, ...changes });
}

describe('npm run create, then npm run push', () => {
  let copy: ProjectCopy;
  let created: Said;
  let pushed: Said;
  let files: readonly ScriptFile[];
  beforeAll(async () => {
    copy = project();
    google.asked.length = 0;
    created = await copy.run('create', '大张楼镇法治年报总表');
    pushed = await copy.run('push');
    files = google.projects.get(scriptId) ?? [];
  });

  it('makes a spreadsheet with a script bound to it and notes both ids', () => {
    expect(created).toMatchObject({ exit: 0, text: expect.stringContaining('下一步：npm run push') as string });
    expect(copy.settings()).toEqual(named);
  });

  it('pushes over the manifest of a new project, which is another one', () => {
    expect(pushed).toMatchObject({ exit: 0, text: expect.stringContaining(`/spreadsheets/d/${hubId}/edit`) as string });
    expect(files[0]).toMatchObject({ name: 'appsscript', type: 'JSON' });
    expect(files[0]?.source).toBe(readFileSync(join(root, 'build/appsscript.json'), 'utf8'));
  });

  it('pushes what was built, byte by byte, and nothing else', () => {
    const built = readdirSync(join(root, 'build/out/google')).filter((name) => name !== 'appsscript.json');
    expect(files.slice(1).map(fileName).sort()).toEqual(built.sort());
    for (const file of files) {
      expect(file.source === readFileSync(join(root, 'build/out/google', fileName(file)), 'utf8')).toBe(true);
    }
  });

  it('reaches Google and nobody else', () => {
    expect([...new Set(google.reached)].sort()).toEqual(['script.googleapis.com:443', 'www.googleapis.com:443']);
  });

  describe('gives a script that', () => {
    let bundleFile: string;
    beforeAll(() => {
      const folder = freshFolder();
      for (const file of files) writeFileSync(join(folder, fileName(file)), file.source);
      bundleFile = join(folder, 'Code.js');
    });

    async function open(folder: string, more: Partial<HostOptions> = {}): Promise<Host> {
      return openWorkspace(folder, { progress: () => undefined, bundleFile, workerFile, ...more });
    }

    async function answer(folder: string, job: string, order: unknown = null): Promise<{ exit: number; text: string }> {
      return (await open(folder)).run('runJob', job, JSON.stringify(order)) as { exit: number; text: string };
    }

    it('builds its menu with nothing that needs rights; every entry leads to a function and shows something', async () => {
      const { ui, entries, shown } = makeSheetUi();
      const used: string[] = [];
      const folder = copyOfExample('dazhanglou-2022');
      const host = await open(folder, {
        ui,
        between: (name, _, make) => {
          used.push(name);
          return make();
        },
      });
      host.run('onOpen');
      const free = /^(?:SpreadsheetApp\.getUi|Object\.(?:createMenu|add\w+)|(?:PropertiesService|Properties)\.\w+)$/u;
      expect(used.filter((name) => !free.test(name))).toEqual([]);
      expect(entries.length).toBeGreaterThanOrEqual(3);
      for (const [, functionName] of entries) {
        const before = shown.length;
        host.run(functionName);
        expect(shown.slice(before).map(({ text }) => text.length > 5)).toContain(true);
      }
    });

    it('sets up a workspace in an empty folder', async () => {
      const folder = join(freshFolder(), '年报');
      mkdirSync(folder);
      expect(await answer(folder, 'set-up', { hubOnly: false, year: 2022 })).toMatchObject({ exit: 0 });
      expect(readdirSync(folder)).toEqual(expect.arrayContaining(['总表.xlsx', '填报', '模板', '报告']));
    });

    it('checks and reports like the command line, to the byte', async () => {
      const [here, there] = [copyOfExample('dazhanglou-2022'), copyOfExample('dazhanglou-2022')];
      const checked = await answer(here, 'check');
      expect(`${checked.text}\n`).toBe(run('check', there).out);
      const reported = await answer(here, 'report');
      expect(`${reported.text}\n`).toBe(run('report', there).out);
      expect(wordText(reportPath(here))).toBe(wordText(reportPath(there)));
      expect(readFileSync(reportPath(here)).equals(readFileSync(reportPath(there)))).toBe(true);
    });

    it('reminds like the command line, mail by mail, and ticks', async () => {
      const [here, there] = [copyOfExample('dazhanglou-2022'), copyOfExample('dazhanglou-2022')];
      const order = { dryRun: false, asOf: '2022-12-30', channel: '发件箱' };
      expect((await answer(here, 'remind', order)).exit).not.toBe(2);
      run('remind', there, '--as-of', '2022-12-30');
      const mails = (folder: string): string[] => readdirSync(join(folder, '发件箱')).sort();
      expect(mails(here)).toEqual(mails(there));
      expect(mails(here).length).toBeGreaterThan(0);
      const host = await open(here);
      host.run('tick');
      expect(mails(here)).toEqual(mails(there));
    });
  });
});

describe('npm run push', () => {
  it('refuses the placeholder before anything is tried', async () => {
    const said = await project().run('push');
    expect(said.exit).toBe(2);
    expect(said.text).toContain('新建：npm run create');
    expect(google.asked).toEqual([]);
  });

  it('takes a push that clasp skipped, with exit code 0, for a failure', async () => {
    const copy = project();
    writeSettings(copy, named);
    const clasp = join(copy.folder, 'build/node_modules/@google/clasp');
    mkdirSync(clasp, { recursive: true });
    writeFileSync(join(clasp, 'package.json'), '{"exports":"./index.js"}');
    writeFileSync(join(clasp, 'index.js'), "console.log('Skipping push.')");
    const said = await copy.run('push');
    expect(said.exit).toBe(1);
    expect(said.text).toContain('没有推送完整');
  });
});

describe('npm run create', () => {
  it('makes no second script for a project that has one', async () => {
    const copy = project();
    writeSettings(copy, named);
    const said = await copy.run('create');
    expect(said.exit).toBe(2);
    expect(said.text).toContain(scriptId);
    expect(google.asked).toEqual([]);
  });
});

describe('where nobody is logged in, or the account has not switched the Apps Script API on', () => {
  let said: readonly Said[];
  let untouched: ProjectCopy;
  beforeAll(async () => {
    google.failure = { status: 403, message: 'User has not enabled the Apps Script API. Enable it by visiting …' };
    untouched = project();
    const stranger = project({ HOME: '/nowhere', USERPROFILE: '/nowhere' });
    const known = project();
    writeSettings(stranger, named);
    writeSettings(known, named);
    said = await Promise.all([stranger.run('push'), known.run('push'), untouched.run('create')]);
  });

  it('says what to do', () => {
    expect(said[0]).toMatchObject({ exit: 1, text: expect.stringContaining('请先登录：npx clasp login') as string });
    expect(said[1]).toMatchObject({
      exit: 1,
      text: expect.stringContaining('script.google.com/home/usersettings') as string,
    });
  });

  it('makes no settings of what was not made, and says what may be left over', () => {
    expect(said[2]).toMatchObject({ exit: 1, text: expect.stringContaining('空表“法治年报总表”，请删去') as string });
    expect(untouched.settings()).toEqual(bornSettings);
  });
});

function fileName({ name, type }: ScriptFile): string {
  return `${name}.${{ JSON: 'json', SERVER_JS: 'js', HTML: 'html' }[type]}`;
}
