/** What a template names that lies beside it. */
import { filesInFolder } from '../../../src/jobs/steps/find-pictures';

const asked: string[] = [];
beforeEach(() => {
  asked.length = 0;
  const fetch = (address: string): object => {
    asked.push(address);
    return { getResponseCode: () => 200, getContent: () => [7], getContentText: () => '' };
  };
  const files = [
    { id: 'a', name: 'logo\u0301.png', mimeType: 'image/png', parents: ['folder'] },
    { id: 'b', name: '别处.docx', mimeType: 'application/vnd.google-apps.shortcut', parents: ['folder'] },
  ];
  Object.assign(globalThis, {
    Utilities: { sleep: () => undefined },
    ScriptApp: { getOAuthToken: () => 'token' },
    UrlFetchApp: { fetch },
    Drive: { Files: { get: () => ({ size: '1' }), list: () => ({ files }) } },
  });
});
afterEach(() => {
  for (const name of ['Utilities', 'ScriptApp', 'UrlFetchApp', 'Drive']) Reflect.deleteProperty(globalThis, name);
});

it('is found by its name however that is written, and downloaded once', () => {
  const { picture, document } = filesInFolder('folder');
  const twice = ['log\u00f3.png', 'logo\u0301.png'].map((name) => [...(picture(name) ?? [])]);
  expect(twice).toEqual([[7], [7]]);
  expect([picture('无.png'), document('log\u00f3.png')]).toEqual([null, null]);
  expect(asked).toHaveLength(1);
});

it('is nothing where a link out of the folder has the name', () => {
  expect(filesInFolder('folder').document('别处.docx')).toBeNull();
  expect(asked).toEqual([]);
});
