/** Whatever stands in the way of a push: what is said of it is true of the script. */
import { mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder, removeFolders, root } from '../workspace/run-command';
import { longIt } from '../long';
import { needs } from '../tools';
import { makeCertificate, type Certificate } from './certificate';
import { scriptId, startGoogle, type ScriptFile } from './google-double';
import { bornSettings, copyProject, writeSettings, type Said } from './project-copy';
import { situations, type Situation } from './situations';

const isWhole = process.env.NIANBAO_WHOLE === '1';
const quick = situations.filter(({ sample }) => isWhole || sample === 'quick');
const long = situations.filter(({ sample }) => !isWhole && sample === 'long');
const tried = process.env.NIANBAO_LONG === '1' ? [...quick, ...long] : quick;
const token = { type: 'authorized_user', client_id: 'x', client_secret: 'x', refresh_token: 'x' };
const born: readonly ScriptFile[] = [{ name: 'appsscript', type: 'JSON', source: '{}' }];
const built = readdirSync(join(root, 'build/out/google'));
const listed = JSON.parse(readFileSync(join(root, 'build/out/google-files.json'), 'utf8')) as readonly string[];

interface End {
  readonly said: Said;
  readonly again: Said | null;
  readonly files: readonly ScriptFile[];
}

needs('openssl', () => {
  const ends = new Map<string, End>();

  /** clasp takes a second to start: two are tried at a time. */
  beforeAll(async () => {
    const certificate = makeCertificate(freshFolder());
    const waiting = [...tried];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        ends.set(next.name, await push(next, certificate));
      }
    };
    await Promise.all([work(), work()]);
  });
  afterAll(removeFolders);

  it('what is pushed is listed by the build', () => {
    expect([...built].sort()).toEqual([...listed].sort());
  });

  it.each(quick.map((situation) => [situation.name, situation] as const))('%s', isTold);
  // Where all are tried at once none is left over, and a table of none is a failure.
  if (long.length > 0) longIt.each(long.map((situation) => [situation.name, situation] as const))('%s', isTold);

  function isTold(name: string, { exit, said, isPushed }: Situation): void {
    const end = ends.get(name);
    for (const words of said) expect(end?.said.text).toContain(words);
    expect(end?.said.exit).toBe(exit);
    expect(end?.files.map(fileName).sort()).toEqual(isPushed ? [...listed].sort() : ['appsscript.json']);
  }

  it('pushed once more, nothing is pushed, and that is said', () => {
    const again = [...ends.values()].flatMap((end) => end.again ?? []);
    expect(again.length).toBeGreaterThan(0);
    for (const { exit, text } of again) {
      expect(exit).toBe(0);
      expect(text).toContain('没有要推送的');
      expect(text).not.toContain('已推送');
    }
  });

  async function push(situation: Situation, certificate: Certificate): Promise<End> {
    const google = await startGoogle(certificate);
    google.projects.set(scriptId, born);
    google.failure = situation.failure ?? null;
    const home = freshFolder();
    const { PATH = '' } = process.env;
    const tokens = { default: { ...token, access_token: 'access', expiry_date: Date.now() + 3_600_000 } };
    writeFileSync(join(home, '.clasprc.json'), JSON.stringify(situation.credentials ?? { tokens }));
    const folder = join(realpathSync(freshFolder()), '年报 2022 副本');
    mkdirSync(folder);
    const copy = copyProject(folder, {
      ...{ PATH, HOME: home, USERPROFILE: home, HTTPS_PROXY: google.proxy },
      ...{ NODE_EXTRA_CA_CERTS: certificate.authorityFile, ...situation.environment },
    });
    writeSettings(copy, { ...bornSettings, scriptId });
    situation.prepare?.(copy);
    const said = await copy.run('push');
    const again = situation.exit === 0 ? await copy.run('push') : null;
    google.close();
    return { said, again, files: google.projects.get(scriptId) ?? [] };
  }
});

function fileName({ name, type }: ScriptFile): string {
  return `${name}.${{ JSON: 'json', SERVER_JS: 'js', HTML: 'html' }[type]}`;
}
