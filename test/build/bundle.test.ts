/** What is pushed to Google: a script that Apps Script can parse, small, with few ways in, and no code made from any text but its own. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Script, createContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { parse } from 'acorn';

const root = join(__dirname, '../..');
const code = readFileSync(join(root, 'build/out/google/Code.js'), 'utf8');
/** The parts beside it, as they are pushed. */
const packed = ['engine-document', 'seldom-jobs'].map((name) =>
  readFileSync(join(root, `build/out/google/${name}.html`), 'latin1'),
);
/** The one that fills documents and the other one, between their marks. */
const [part = '', jobs = ''] = packed.map((text) =>
  gunzipSync(Buffer.from(text, 'base64')).toString('utf8').split('\n').slice(1, -2).join('\n'),
);
const manifest = JSON.parse(readFileSync(join(root, 'build/out/google/appsscript.json'), 'utf8')) as {
  oauthScopes: string[];
  runtimeVersion: string;
  timeZone: string;
  urlFetchWhitelist: string[];
};

/** Names of the real top-level functions, as Apps Script finds them without running the file. */
function topLevelFunctions(): string[] {
  const program = parse(code, { ecmaVersion: 2021, sourceType: 'script' });
  return program.body.flatMap((node) => (node.type === 'FunctionDeclaration' ? [node.id.name] : []));
}

describe('the bundle', () => {
  it('is an ES2021 script with one top-level function for each entry and no more', () => {
    expect(topLevelFunctions().sort()).toEqual([
      'menuAbout',
      'menuCheck',
      'menuDashboard',
      'menuDepartments',
      'menuIntake',
      'menuRemind',
      'menuReport',
      'menuSetUp',
      'menuTemplate',
      'menuTimer',
      'onOpen',
      'runJob',
      'tick',
    ]);
  });

  // What counts is how long it takes to start; `npm run bench` prints that beside its limit.
  it('is at most 700 KB', () => {
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(700_000);
  });

  it('holds nothing that only filling documents needs', () => {
    // The last is what unpacking says.
    const ofDocuments = ['word/document.xml', 'w:instrText', 'unexpected EOF'];
    const found = (text: string): string[] => ofDocuments.filter((words) => text.includes(words));
    expect([found(code), found(part)]).toEqual([[], ofDocuments]);
  });

  it('holds nothing that only setting up needs', () => {
    const ofSettingUp = ['hubOnly', '看不出“', '总表已经建好'];
    const found = (text: string): string[] => ofSettingUp.filter((words) => text.includes(words));
    expect([found(code), found(jobs)]).toEqual([[], ofSettingUp]);
  });

  it('starts in a context with nothing but the language, and code from text forbidden', () => {
    const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
    new Script(code).runInContext(context);
    expect(typeof (context as { runJob?: unknown }).runJob).toBe('function');
  });

  it('asks no address but that of files on Drive, in one place, without redirects', () => {
    expect(code.match(/UrlFetchApp\.\w+/gu)).toEqual(['UrlFetchApp.fetch']);
    expect(code.match(/https:\/\/www\.googleapis\.com\/(?!auth\/)[^"'`]*/gu)).toEqual([
      'https://www.googleapis.com/drive/v3/files/',
    ]);
    expect(code.match(/followRedirects: ?[^,}\s]+/gu)).toHaveLength(1);
    expect(code).toMatch(/followRedirects: ?(?:false|!1)/u);
    expect(manifest.urlFetchWhitelist).toEqual(['https://www.googleapis.com/drive/v3/']);
  });

  it('makes code from the text of its own part, in one place, and has no other way to code from text, or to a web app', () => {
    expect(code.match(/\bFunction\([^)]*\)/gu)).toEqual([expect.stringMatching(/^Function\(`return \$\{\w+\}`\)$/u)]);
    expect(code).not.toMatch(/\beval\b|doGet|doPost|<\?!=/u);
  });
});

describe('the part of it that fills documents', () => {
  it('asks for no service', () => {
    expect(part).not.toMatch(/\b(?:\w+App|\w+Service|Utilities|Session|Drive|Docs|Sheets)\.[a-zA-Z]/u);
  });
});

describe('each part beside it', () => {
  it('is ES2021 and one expression, and makes no code from text and asks no address', () => {
    for (const text of [part, jobs]) {
      expect(parse(text, { ecmaVersion: 2021, sourceType: 'script' }).body).toHaveLength(1);
      expect(text).not.toMatch(/\beval\b|\bFunction\(|UrlFetchApp|doGet|doPost|<\?!=/u);
    }
  });

  it('goes as what no way to Google changes: letters, digits and three signs', () => {
    for (const text of packed) expect(text).toMatch(/^[A-Za-z0-9+/]+=*\n$/u);
  });
});

describe('the pages', () => {
  const folder = join(root, 'build/out/google');
  const pages = readdirSync(folder).filter((name) => name.startsWith('page-'));

  it.each(pages)('%s holds no template code, no code from text, and nothing from elsewhere', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text).not.toMatch(/<\?|\beval\(|\bnew Function\b|innerHTML|<(?:link|script) [^>]*(?:src|href)=/u);
    const addresses = text.match(/https?:\/\/[\w.]+/gu) ?? [];
    // The second is the name of SVG, which nobody fetches.
    const allowed = /^(?:https:\/\/(?:docs|drive)\.google\.com|http:\/\/www\.w3\.org)$/u;
    expect(addresses.filter((one) => !allowed.test(one))).toEqual([]);
  });
});

describe('the manifest', () => {
  it('asks for exactly the scopes SECURITY.md and the page 关于和自检 explain', () => {
    const scopes = manifest.oauthScopes.map((scope) => scope.replace('https://www.googleapis.com/auth/', ''));
    expect(scopes.sort()).toEqual([
      'drive.file',
      'script.container.ui',
      'script.external_request',
      'script.scriptapp',
      'script.send_mail',
      'spreadsheets',
      'userinfo.email',
    ]);
    const security = readFileSync(join(root, 'SECURITY.md'), 'utf8');
    const told = security.match(/(?<=^\| `)[\w.]+(?=` \|)/gmu) ?? [];
    expect(told.sort()).toEqual(scopes);
    const page = readFileSync(join(root, 'src/pages/page-about.ts'), 'utf8');
    expect(page.match(/(?<=^ {2}\[')[\w.]+(?=',)/gmu)?.sort()).toEqual(scopes);
  });

  it('runs on V8 in China time', () => {
    expect(manifest).toMatchObject({ runtimeVersion: 'V8', timeZone: 'Asia/Shanghai' });
  });
});
