import vm from 'node:vm';
import { asError, errorText, isRefusal, Refusal } from '../../../src/core/base/refusal';

it('is known by its name, also when it comes from another realm', () => {
  const foreign: unknown = vm.runInNewContext('Object.assign(new Error("文件已打开"), { name: "Refusal" })');
  expect(foreign instanceof Error).toBe(false);
  expect([isRefusal(new Refusal('文件已打开')), isRefusal(foreign)]).toEqual([true, true]);
});

it.each([new Error('文件已打开'), new TypeError('x is not a function'), '文件已打开', null, { message: '文件已打开' }])(
  'is nothing else, whatever its text says: %p',
  (thrown) => {
    expect(isRefusal(thrown)).toBe(false);
  },
);

it('keeps its kind, its text and its cause', () => {
  const cause = new Error('EBUSY');
  const refusal = new Refusal('请关闭后再试', { cause });
  expect(refusal).toMatchObject({ message: '请关闭后再试', cause });
  const foreign: unknown = vm.runInNewContext('Object.assign(new Error("请关闭后再试"), { name: "Refusal" })');
  expect([isRefusal(asError(foreign)), asError(foreign).message]).toEqual([true, '请关闭后再试']);
  expect(isRefusal(asError(vm.runInNewContext('new TypeError("x")')))).toBe(false);
});

it('has a text whatever was thrown', () => {
  expect([new Error('一'), '二', 3, null, { message: '四' }].map(errorText)).toEqual(['一', '二', '3', 'null', '四']);
  expect(errorText(['没有权限'])).toBe('没有权限');
});

it('an error of this realm stays the one it is, with its place in the program', () => {
  const error = new TypeError('x');
  expect(asError(error)).toBe(error);
  expect(asError('文件已打开')).toMatchObject({ name: 'Error', message: '文件已打开' });
});

it('its cause is no member that is listed beside its text', () => {
  const [refusal, error] = [new Refusal('请关闭后再试', { cause: 1 }), new Error('x', { cause: 1 })];
  expect(Object.getOwnPropertyDescriptor(refusal, 'cause')).toEqual(Object.getOwnPropertyDescriptor(error, 'cause'));
  expect(new Refusal('请关闭后再试')).not.toHaveProperty('cause');
});
