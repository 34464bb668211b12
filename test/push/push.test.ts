/** From the real clasp to a script that works: what is pushed is loaded where only Google's services are, and run. */
import { mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host, HostOptions } from '../../src/local/services/bundle-host';
import { openAsPushed } from '../local/shared-host';
import { longIt } from '../long';
import { clockOn } from '../on-day';
import {
  copyOfExample,
  freshFolder,
  removeFolders,
  reportPath,
  root,
  run,
  runOn,
  wordText,
} from '../workspace/run-command';
import { smallOffice } from '../workspace/small-office';
import { needs } from '../tools';
import { makeCertificate } from './certificate';
import { hubId, scriptId, startGoogle, type GoogleDouble, type ScriptFile } from './google-double';
import { bornSettings, copyProject, writeSettings, type ProjectCopy, type Said } from './project-copy';
import { makeSheetUi } from './sheet-ui';

const named = { ...bornSettings, scriptId, parentId: hubId };
const credentials = { type: 'authorized_user', client_id: 'x', client_secret: 'x', refresh_token: 'x' };
needs('openssl', () => {
  let google: GoogleDouble;
  let closed: GoogleDouble;
  let made: { readonly copy: ProjectCopy; readonly created: Said; readonly pushed: Said };
  let refused: { readonly untouched: ProjectCopy; readonly said: readonly Said[] };

  /** clasp takes seconds to start: what can be tried at the same time is. */
  beforeAll(async () => {
    const certificate = makeCertificate(freshFolder());
    [google, closed] = await Promise.all([startGoogle(certificate), startGoogle(certificate)]);
    closed.failure = { status: 403, message: 'User has not enabled the Apps Script API. Enable it by visiting …' };
    const environment = { ...world(), NODE_EXTRA_CA_CERTS: certificate.authorityFile };
    [made, refused] = await Promise.all([
      createAndPush({ ...environment, HTTPS_PROXY: google.proxy }),
      tryAll({ ...environment, HTTPS_PROXY: closed.proxy }),
    ]);
  });
  afterAll(() => {
    google.close();
    closed.close();
    removeFolders();
  });

  /** All a process needs to know, and the tokens of somebody logged in. */
  function world(): Record<string, string> {
    const home = freshFolder();
    const tokens = { default: { ...credentials, access_token: 'access', expiry_date: Date.now() + 3_600_000 } };
    writeFileSync(join(home, '.clasprc.json'), JSON.stringify({ tokens }));
    const { PATH = '' } = process.env;
    return { PATH, HOME: home, USERPROFILE: home };
  }

  function project(environment: Record<string, string> = world()): ProjectCopy {
    return copyProject(realpathSync(freshFolder()), environment);
  }

  async function createAndPush(environment: Record<string, string>): Promise<typeof made> {
    const copy = project(environment);
    const created = await copy.run('create', '大张楼镇法治年报总表');
    return { copy, created, pushed: await copy.run('push') };
  }

  async function tryAll(environment: Record<string, string>): Promise<typeof refused> {
    const untouched = project(environment);
    const stranger = project({ ...environment, HOME: '/nowhere', USERPROFILE: '/nowhere' });
    const known = project(environment);
    writeSettings(stranger, named);
    writeSettings(known, named);
    return { untouched, said: await Promise.all([stranger.run('push'), known.run('push'), untouched.run('create')]) };
  }

  describe('npm run create, then npm run push', () => {
    let files: readonly ScriptFile[];
    beforeAll(() => {
      files = google.projects.get(scriptId) ?? [];
    });

    it('makes a spreadsheet with a script bound to it and notes both ids', () => {
      expect(made.created).toMatchObject({ exit: 0, text: expect.stringContaining('下一步：npm run push') as string });
      expect(made.copy.settings()).toEqual(named);
    });

    it('pushes over the manifest of a new project, which is another one', () => {
      expect(made.pushed).toMatchObject({
        exit: 0,
        text: expect.stringContaining(`/spreadsheets/d/${hubId}/edit`) as string,
      });
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
        return openAsPushed(folder, { bundleFile, ...more });
      }

      async function answer(
        folder: string,
        job: string,
        order: unknown = null,
        more: Partial<HostOptions> = {},
      ): Promise<{ exit: number; text: string }> {
        return (await open(folder, more)).run('runJob', job, JSON.stringify(order)) as { exit: number; text: string };
      }

      longIt(
        'builds its menu with nothing that needs rights; every entry leads to a function and shows something',
        async () => {
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
          const free =
            /^(?:SpreadsheetApp\.getUi|Object\.(?:createMenu|add\w+)|(?:PropertiesService|Properties)\.\w+)$/u;
          expect(used.filter((name) => !free.test(name))).toEqual([]);
          expect(entries.length).toBeGreaterThanOrEqual(3);
          for (const [, functionName] of entries) {
            const before = shown.length;
            host.run(functionName);
            expect(shown.slice(before).map(({ text }) => text.length > 5)).toContain(true);
          }
        },
      );

      longIt('sets up a workspace in an empty folder', async () => {
        const folder = join(freshFolder(), '年报');
        mkdirSync(folder);
        expect(await answer(folder, 'set-up', { hubOnly: true, year: 2022 })).toMatchObject({ exit: 0 });
        expect(readdirSync(folder)).toEqual(expect.arrayContaining(['总表.xlsx', '填报', '模板', '报告']));
      });

      longIt('checks, reports and reminds like the command line, to the byte, and ticks', async () => {
        const [here, there] = [smallOffice(), smallOffice()];
        expect((await answer(here, 'check')).exit).toBe(1);
        rmSync(join(here, '结果.xlsx'));
        const reported = await answer(here, 'report');
        const order = { dryRun: false, asOf: '2022-12-30', channel: '发件箱' };
        const reminded = await answer(here, 'remind', order, { clock: clockOn(order.asOf) });
        // What to do next is the command's own.
        const said = ({ out }: { readonly out: string }): string =>
          out.replace(/下一步：.*\n$/u, '').replaceAll(there, here);
        expect(`${reported.text}\n`).toBe(said(run('report', there)));
        expect(`${reminded.text}\n`).toBe(said(runOn(order.asOf, 'remind', there)));
        expect(wordText(reportPath(here))).toBe(wordText(reportPath(there)));
        expect(readFileSync(reportPath(here)).equals(readFileSync(reportPath(there)))).toBe(true);
        const mails = (folder: string): string[] => readdirSync(join(folder, '发件箱')).sort();
        expect(mails(here)).toEqual(mails(there));
        expect(mails(here).length).toBeGreaterThan(0);
        (await open(here)).run('tick');
        expect(mails(here)).toEqual(mails(there));
      });
    });
  });

  describe('npm run push', () => {
    it('refuses the placeholder before anything is tried', async () => {
      const said = await project().run('push');
      expect(said.exit).toBe(2);
      expect(said.text).toContain('新建：npm run create');
    });
  });

  describe('npm run create', () => {
    it('makes no second script for a project that has one', async () => {
      const copy = project();
      writeSettings(copy, named);
      const said = await copy.run('create');
      expect(said.exit).toBe(2);
      expect(said.text).toContain(scriptId);
    });
  });

  describe('where nobody is logged in, or the account has not switched the Apps Script API on', () => {
    const said = (): readonly Said[] => refused.said;

    it('says what to do', () => {
      expect(said()[0]).toMatchObject({
        exit: 1,
        text: expect.stringContaining('请先登录：npx clasp login') as string,
      });
      expect(said()[1]).toMatchObject({
        exit: 1,
        text: expect.stringContaining('script.google.com/home/usersettings') as string,
      });
    });

    it('makes no settings of what was not made, and says what may be left over', () => {
      expect(said()[2]).toMatchObject({
        exit: 1,
        text: expect.stringContaining('空表“法治年报总表”，请删去') as string,
      });
      expect(refused.untouched.settings()).toEqual(bornSettings);
    });
  });

  function fileName({ name, type }: ScriptFile): string {
    return `${name}.${{ JSON: 'json', SERVER_JS: 'js', HTML: 'html' }[type]}`;
  }
});
