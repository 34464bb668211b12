/** What is downloaded is the whole file or nothing, and what Google says instead is told. */
import { downloadFile, exportFile } from '../../../src/google/drive/download';

interface Answer {
  readonly code?: number;
  readonly bytes?: readonly number[];
  readonly text?: string;
}

let asked: string[];

function google({ size, answers }: { readonly size?: string; readonly answers: readonly (Answer | null)[] }): void {
  const left = [...answers];
  const fetch = (address: string): object | null => {
    asked.push(address);
    const answer = left.shift() ?? {};
    if (left.length === 0 && answers[answers.length - 1] === null) return null;
    const { code = 200, bytes = [], text = '' } = answer;
    return { getResponseCode: () => code, getContent: () => [...bytes], getContentText: () => text };
  };
  Object.assign(globalThis, {
    Utilities: { sleep: () => undefined },
    ScriptApp: { getOAuthToken: () => 'token' },
    UrlFetchApp: { fetch },
    Drive: { Files: { get: () => (size === undefined ? {} : { size }) } },
  });
}

beforeEach(() => {
  asked = [];
});
afterEach(() => {
  for (const name of ['Utilities', 'ScriptApp', 'UrlFetchApp', 'Drive']) Reflect.deleteProperty(globalThis, name);
});

it('gives the bytes, of shared drives too', () => {
  google({ size: '3', answers: [{ bytes: [80, 75, -1] }] });
  expect([...downloadFile('a/b')]).toEqual([80, 75, 255]);
  expect(asked).toEqual(['https://www.googleapis.com/drive/v3/files/a%2Fb?alt=media&supportsAllDrives=true']);
});

it.each([
  ['a cut answer', '4', [{ bytes: [80, 75, 3] }], '下载不完整：应有 4 字节，收到 3 字节'],
  ['a file without a size', undefined, [], '没有说文件的大小'],
  ['a file that is too large, which is not asked for', String(50 * 1024 * 1024 + 1), [], '有 51 MB，超过 50 MB'],
])('refuses %s', (_, size, answers, words) => {
  google({ ...(size !== undefined && { size }), answers });
  expect(() => downloadFile('a')).toThrow(words);
  expect(asked).toHaveLength(answers.length);
});

it('a file of just 50 MB is asked for', () => {
  google({ size: String(50 * 1024 * 1024), answers: [{ bytes: [1] }] });
  expect(() => downloadFile('a')).toThrow('下载不完整');
});

it('an export without content is none', () => {
  google({ answers: [{}] });
  expect(() => exportFile('a', 'application/pdf')).toThrow('一个字节也没有');
});

it('an export that is too large is told', () => {
  google({ answers: [{ code: 403, text: '{"error":{"errors":[{"reason":"exportSizeLimitExceeded"}]}}' }] });
  expect(() => exportFile('a', 'application/pdf')).toThrow('超过 10 MB');
});

it('what an answer says in place of content is told in its words, and a lost right is not asked for again', () => {
  google({ size: '3', answers: [{ code: 404, text: '{"error":{"message":"File not found: a."}}' }] });
  expect(() => downloadFile('a')).toThrow('HTTP 404: File not found: a.');
  expect(asked).toHaveLength(1);
});

it('a service that is out for a moment is asked again', () => {
  google({ size: '1', answers: [{ code: 503, text: 'Service unavailable' }, { bytes: [1] }] });
  expect([...downloadFile('a')]).toEqual([1]);
});
