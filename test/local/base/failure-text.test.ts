import { Refusal } from '../../../src/core/base/refusal';
import { failureText } from '../../../src/local/base/failure-text';

beforeAll(() => {
  Object.assign(globalThis, { packageVersion: '9.9.9' });
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'packageVersion');
});

it('says a refusal in its own words', () => {
  expect(failureText(new Refusal('找不到 表.xlsx'))).toBe('找不到 表.xlsx');
});

it('says of everything else that the program is at fault, with what to send to whom', () => {
  const text = failureText(new TypeError('x is not a function'));
  expect(text).toBe('程序出错：x is not a function\n请把这一行和版本号发给维护者：法治年报 9.9.9');
});

it('goes by the kind and not by the words', () => {
  expect(failureText(new Error('无法写入 结果.xlsx，请重新运行'))).toMatch(/^程序出错：/u);
});
