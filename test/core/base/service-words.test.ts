/** What services say when they fail, as people may see it. */
import { serviceWords } from '../../../src/core/base/service-words';

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
