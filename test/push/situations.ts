/** What can stand in the way of a push, and what then has to be said of the script and of what to do. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scriptId, type Failure } from './google-double';
import { bornSettings, writeSettings, type ProjectCopy } from './project-copy';

export interface Situation {
  readonly name: string;
  /** What is changed in a project that knows its script. */
  readonly prepare?: (copy: ProjectCopy) => void;
  /** What is kept of a login, in place of one by this clasp. */
  readonly credentials?: object;
  readonly failure?: Failure;
  /** Of the process, beside what every push has. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly exit: 0 | 1 | 2;
  /** Each stands in what is said. */
  readonly said: readonly string[];
  /** Whether the script holds exactly the built files afterwards. */
  readonly isPushed: boolean;
  /** Whether `npm test` tries it, or its long run; the rest is tried by `npm run fuzz -- clasp`. */
  readonly sample?: 'quick' | 'long';
}

const pushed = { exit: 0, isPushed: true } as const;
const failed = { exit: 1, isPushed: false } as const;
const repeat = '重复推送没有害处';
type Prepare = NonNullable<Situation['prepare']>;

function settings(change: object): Prepare {
  return (copy) => {
    writeSettings(copy, { ...bornSettings, scriptId, ...change });
  };
}
const refusal = (status: Failure['status'], message: string): Failure => ({ status, message });

/** A clasp that does nothing but say this. */
function claspSays(text: string): Prepare {
  return (copy) => {
    const clasp = join(copy.folder, 'build/node_modules/@google/clasp');
    mkdirSync(clasp, { recursive: true });
    writeFileSync(join(clasp, 'package.json'), '{"exports":"./index.js"}');
    writeFileSync(join(clasp, 'index.js'), `console.log(${JSON.stringify(text)})`);
  };
}

/** As clasp 2 kept it. */
const older = {
  ...{ access_token: 'access', refresh_token: 'x', token_type: 'Bearer', scope: 'x' },
  expiry_date: Date.parse('2100-01-01'),
};

export const situations: readonly Situation[] = [
  {
    name: 'stray files, skip rules, another file kind and other folders in the settings',
    prepare: (copy: ProjectCopy): void => {
      settings({ rootDir: undefined, srcDir: 'src', fileExtension: 'ts', skipSubdirectories: true })(copy);
      for (const name of ['.DS_Store', 'page-old.html', 'Old.js', '副本 Code.gs'])
        writeFileSync(join(copy.folder, 'build/out/google', name), 'x');
      writeFileSync(join(copy.folder, '.claspignore'), '**/*.html\n');
    },
    ...pushed,
    said: ['srcDir、fileExtension、skipSubdirectories 不影响推送', '.DS_Store', '不是程序建的，不推送', '已推送'],
    sample: 'quick',
  },
  { name: 'no rootDir', prepare: settings({ rootDir: undefined }), ...pushed, said: ['已推送'] },
  {
    name: 'another project named in the environment',
    environment: { clasp_config_project: '/nowhere/.clasp.json', clasp_config_ignore: '/nowhere/.claspignore' },
    ...pushed,
    said: ['已推送'],
  },
  {
    name: 'the placeholder',
    prepare: settings({ scriptId: 'PLACEHOLDER_SCRIPT_ID' }),
    exit: 2,
    isPushed: false,
    said: ['npm run create'],
    sample: 'quick',
  },
  {
    name: 'settings that cannot be read',
    prepare: (copy: ProjectCopy): void => {
      writeFileSync(join(copy.folder, '.clasp.json'), '{"scriptId": ');
    },
    exit: 2,
    isPushed: false,
    said: ['没有推送', '.clasp.json 读不出来'],
    sample: 'long',
  },
  {
    name: 'a build that lacks a file',
    prepare: (copy: ProjectCopy): void => {
      writeFileSync(join(copy.folder, 'build/out/google-files.json'), '["appsscript.json","Code.js","page-gone.html"]');
    },
    exit: 2,
    isPushed: false,
    said: ['page-gone.html', 'npm run build'],
    sample: 'long',
  },
  {
    name: 'a push that clasp skipped, with exit code 0',
    prepare: claspSays('Skipping push.'),
    ...failed,
    said: ['不知道有没有推送', repeat],
    sample: 'quick',
  },
  {
    name: 'a push of a part',
    prepare: claspSays('["script/Code.js"]'),
    ...failed,
    said: ['没有推送完整', 'appsscript.json', repeat],
    sample: 'long',
  },
  {
    name: 'half an answer after the push',
    failure: { status: 'half an answer', message: '', method: 'PUT' },
    exit: 1,
    isPushed: true,
    said: ['也可能已是新版本', repeat],
    sample: 'quick',
  },
  {
    name: '401',
    failure: refusal(401, 'Request had invalid authentication credentials.'),
    ...failed,
    said: ['请先登录', repeat],
  },
  {
    name: 'an account without the right to the script',
    failure: refusal(403, 'The caller does not have permission'),
    ...failed,
    said: ['请核对 .clasp.json 中的 scriptId', repeat],
  },
  {
    name: 'a wrong id',
    failure: refusal(404, 'Requested entity was not found.'),
    ...failed,
    said: ['请核对 .clasp.json 中的 scriptId', repeat],
  },
  {
    name: 'too many requests',
    failure: refusal(429, 'Quota exceeded for quota metric'),
    ...failed,
    said: ['过几分钟再来', repeat],
  },
  {
    name: 'a service that is out',
    failure: { ...refusal(503, 'The service is currently unavailable.'), method: 'PUT' },
    ...failed,
    said: ['过几分钟再试', repeat],
  },
  {
    name: 'no network',
    environment: { HTTPS_PROXY: 'http://127.0.0.1:9' },
    ...failed,
    said: ['连不上 Google', repeat],
  },
  {
    name: 'a proxy that lets nobody out',
    failure: { status: 'no way through the proxy', message: '' },
    ...failed,
    said: ['连不上 Google', repeat],
  },
  {
    name: 'an account that has not switched the API on',
    failure: refusal(403, 'User has not enabled the Apps Script API. Enable it by visiting the settings then retry.'),
    ...failed,
    said: ['script.google.com/home/usersettings', repeat],
  },
  { name: 'nobody is logged in', credentials: {}, ...failed, said: ['请先登录', repeat] },
  {
    name: 'credentials of an older clasp that still hold',
    credentials: { token: older, oauth2ClientSettings: { clientId: 'x', clientSecret: 'x' }, isLocalCreds: false },
    ...pushed,
    said: ['已推送'],
  },
  {
    name: 'credentials of an older clasp that hold no more',
    credentials: { token: { ...older, access_token: 'gone' }, oauth2ClientSettings: {}, isLocalCreds: false },
    ...failed,
    said: ['请先登录', repeat],
  },
];
