/** What services say when they fail, as people may see it. */
import { isServiceError, serviceError, serviceWords } from '../../../src/core/base/service-words';

it('hides addresses, and no name of a book', () => {
  expect(serviceWords(new Error('share with zhang.san@town.example failed'))).toBe('share with ***@*** failed');
  expect(serviceWords(new Error('司法所@旧.xlsx 已损坏'))).toBe('司法所@旧.xlsx 已损坏');
});

it('shows one line of at most 200 characters, and nothing of a file’s content', () => {
  expect(serviceWords(new Error(`Response Code: 200. Message: PK\u0003\u0004${'x'.repeat(500)}`))).toBe(
    'Response Code: 200. Message: PK',
  );
  expect(serviceWords(new Error(`a\nb ${'c'.repeat(500)}`))).toMatch(/^a b c{196}$/u);
});

it('leaves out whose error it was', () => {
  expect(serviceWords(new Error('GoogleJsonResponseException: API call failed'))).toBe('API call failed');
  expect(serviceWords(new Error('Exception: TypeError: x is no function'))).toBe('x is no function');
  expect(serviceWords(new Error('Failed with Exception: x'))).toBe('Failed with Exception: x');
});

it('an exception is a service’s, any other error the program’s own', () => {
  expect(isServiceError(serviceError('空响应'))).toBe(true);
  for (const thrown of [new Error('空响应'), new TypeError('x'), 'Exception', null, {}])
    expect(isServiceError(thrown)).toBe(false);
});
