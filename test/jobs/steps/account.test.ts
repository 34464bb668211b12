/** Which account runs: shown masked, told whole to its own page alone, and none on a computer. */
import { createHash } from 'node:crypto';
import { otherLogins, shownAccount, tellAccount, unseenText } from '../../../src/jobs/steps/account';

let user = '';
beforeEach(() =>
  Object.assign(globalThis, {
    Session: { getEffectiveUser: () => ({ getEmail: () => user }) },
    Utilities: {
      DigestAlgorithm: {},
      Charset: {},
      computeDigest: (_: unknown, text: string) => [...createHash('sha256').update(text).digest()],
    },
  }),
);
afterEach(() => {
  for (const name of ['Session', 'Utilities']) Reflect.deleteProperty(globalThis, name);
});

it('an address stands in nothing that is shown', () => {
  user = 'zhang@town.example';
  expect(shownAccount()).toMatch(/^zh\*\*\*@\*\*\* #[\da-f]{6}$/u);
  expect(tellAccount()).toEqual({
    ...{ exit: 0, text: shownAccount(), files: [], problems: [], summary: null },
    details: { account: user },
  });
  for (const text of [otherLogins(), unseenText()]) {
    expect(text).toContain(`现在运行的账号是 ${shownAccount()}；`);
    expect(text).not.toContain('zhang@');
  }
});

it('where there are no accounts nothing is said of others', () => {
  user = '';
  expect([shownAccount(), otherLogins(), tellAccount().details]).toEqual(['', '', { account: '' }]);
  expect(unseenText()).toMatch(
    /^看不到云端硬盘里的工作文件夹.*什么都没有写。\n[^]*由当初点“初始化”的人来运行[^]*按提示另建工作文件夹。\n$/u,
  );
});
